import { describe, expect, it } from 'vitest';
import { readAppMessage } from '../../src/wecom/app-inbound.ts';
import { cdata } from '../../src/wecom/xml.ts';

/** A callback of the app by its elements; `plain`: without CDATA, as some real ones are. */
function anXml(elements: Record<string, string>, v: { plain?: boolean; reversed?: boolean } = {}): string {
  const parts = Object.entries(elements).map(
    ([name, value]) => `<${name}>${v.plain || value.startsWith('<') ? value : cdata(value)}</${name}>`,
  );
  return `<xml>${(v.reversed ? parts.toReversed() : parts).join('\n')}</xml>`;
}

const HEAD = { ToUserName: 'wwOWN', FromUserName: 'zhangming', CreateTime: '1764205200', AgentID: '1000002' };
const TEXT = { ...HEAD, MsgType: 'text', Content: '收到 BQ-2026-000123', MsgId: '7300000000000000001' };
const PRESS = {
  ...HEAD,
  MsgType: 'event',
  Event: 'template_card_event',
  EventKey: '提交',
  TaskId: 'bq_1',
  CardType: 'multiple_interaction',
  ResponseCode: 'RESP1',
  SelectedItems:
    '<SelectedItem><QuestionKey>resolved</QuestionKey><OptionIds><OptionId>已解决</OptionId></OptionIds></SelectedItem><SelectedItem><QuestionKey>score</QuestionKey><OptionIds><OptionId>满意</OptionId></OptionIds></SelectedItem>',
};

function inboundOf(xml: string) {
  const message = readAppMessage(xml);
  return 'problem' in message ? message.problem : message.inbound;
}

describe('readAppMessage', () => {
  it.each([{ plain: false }, { plain: true }, { reversed: true }])('names what a member writes (%o)', (v) => {
    expect(inboundOf(anXml(TEXT, v))).toMatchObject({
      id: 'app/7300000000000000001',
      channel: 'app',
      kind: 'message',
      chatType: 'single',
      person: 'CORP/zhangming',
      text: '收到 BQ-2026-000123',
      press: null,
    });
  });

  it('names a press with its card, its answers and the code that changes it', () => {
    expect(inboundOf(anXml(PRESS))).toMatchObject({
      kind: 'press',
      person: 'CORP/zhangming',
      press: {
        taskId: 'bq_1',
        key: '提交',
        selections: [
          { question: 'resolved', options: ['已解决'] },
          { question: 'score', options: ['满意'] },
        ],
        responseCode: 'RESP1',
      },
    });
  });

  it('gives a repeated event the same id, in whatever order and form its elements come', () => {
    const ids = [PRESS, { ...PRESS, EventKey: '收到' }].flatMap((press) =>
      [anXml(press), anXml(press, { reversed: true }), anXml(press, { plain: true })].map((xml) => inboundOf(xml)),
    );
    expect(new Set(ids.map((inbound) => (typeof inbound === 'string' ? inbound : inbound.id))).size).toBe(2);
  });

  it('keeps a picture by its id, and the words of a link and a place', () => {
    expect(
      inboundOf(anXml({ ...HEAD, MsgType: 'image', PicUrl: 'http://p', MediaId: 'M1', MsgId: '1' })),
    ).toMatchObject({
      kind: 'message',
      media: [{ kind: 'image', mediaId: 'M1', url: null }],
    });
    expect(inboundOf(anXml({ ...HEAD, MsgType: 'location', Label: '保定市裕华路', MsgId: '2' }))).toMatchObject({
      text: '保定市裕华路',
    });
  });

  it.each([
    ['subscribe', { ...HEAD, MsgType: 'event', Event: 'subscribe', EventKey: '' }, 'event'],
    ['a press without a task', { ...PRESS, TaskId: '' }, 'event'],
    ['a message of the platform itself', { ...TEXT, FromUserName: 'sys' }, 'unknown'],
    ['a name that reaches into another corp', { ...TEXT, FromUserName: 'wwX/zhangming' }, 'unknown'],
    ['a type that nobody knows', { ...TEXT, MsgType: 'hologram' }, 'unknown'],
  ])('takes %s without anybody to answer', (_what, elements, kind) => {
    expect(inboundOf(anXml(elements))).toMatchObject({ kind });
  });

  it('says what is no message', () => {
    expect(inboundOf('{"msgid":"1"}')).toContain('XML');
  });
});
