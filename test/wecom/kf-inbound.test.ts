import { describe, expect, it } from 'vitest';
import { readKfMessage } from '../../src/wecom/kf-inbound.ts';

const HEAD = { msgid: 'KF1', open_kfid: 'wkDESK', external_userid: 'wmCUSTOMER', send_time: 1_800_000_000, origin: 3 };

function heard(message: object) {
  const read = readKfMessage({ ...HEAD, ...message });
  return read?.kind === 'message' ? read : expect.unreachable('it is no message');
}

describe('what a customer of 微信客服 writes', () => {
  it('is a message of a person outside, said when the platform says so', () => {
    const { inbound, saidAt } = heard({ msgtype: 'text', text: { content: '我要办许可证' } });
    expect(saidAt).toEqual(new Date(1_800_000_000_000));
    expect(inbound).toMatchObject({
      id: 'kf/KF1',
      channel: 'kf',
      kind: 'message',
      chatType: 'single',
      person: 'kf/wmCUSTOMER',
      text: '我要办许可证',
      desk: 'wkDESK',
    });
  });

  it.each([
    ['a choice of a menu', { msgtype: 'text', text: { content: '确认', menu_id: 'm1' } }, '确认'],
    [
      'a link',
      { msgtype: 'link', link: { title: '通知', desc: '停电', url: 'https://e.cn' } },
      '通知\n停电\nhttps://e.cn',
    ],
    [
      'a place',
      { msgtype: 'location', location: { name: '厂区', address: '涿州市东兴路1号' } },
      '厂区\n涿州市东兴路1号',
    ],
    ['what has no words', { msgtype: 'business_card', business_card: { userid: 'x' } }, ''],
  ])('has the words of %s', (_, message, text) => {
    expect(heard(message).inbound.text).toBe(text);
  });

  it('brings its file by a media_id', () => {
    const { media } = heard({ msgtype: 'image', image: { media_id: 'M1' } }).inbound;
    expect(media).toEqual([{ kind: 'image', url: null, aesKey: null, mediaId: 'M1' }]);
  });
});

it.each([
  ['of a person at the desk', { origin: 5, msgtype: 'text', text: { content: '您好' } }],
  ['whose customer has a slash in the id', { external_userid: 'CORP/zhangming', msgtype: 'text' }],
  ['without an id', { msgid: '', msgtype: 'text' }],
  ['that tells of somebody entering', { origin: 4, msgtype: 'event', event: { event_type: 'enter_session' } }],
])('a message %s tells us nothing', (_, message) => {
  expect(readKfMessage({ ...HEAD, ...message })).toBeNull();
});

it('an event says which message never arrived, and why', () => {
  const event = { event_type: 'msg_send_fail', fail_msgid: 'M9', fail_type: 10 };
  expect(readKfMessage({ ...HEAD, origin: 4, msgtype: 'event', event })).toEqual({
    kind: 'lost',
    msgid: 'M9',
    failType: 10,
  });
});
