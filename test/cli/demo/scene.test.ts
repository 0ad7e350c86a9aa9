import { describe, expect, it } from 'vitest';
import { buildCast } from '../../../src/cli/demo/cast.ts';
import { scenesOf } from '../../../src/cli/demo/scene.ts';
import type { ShownMessage } from '../../../src/cli/sandbox-client.ts';

const cast = buildCast({
  persons: [
    { userid: 'lihua', name: '李华', of: '市工信局' },
    { userid: 'wangqiang', corpid: 'ww1', name: '王强', of: '盛弘机械有限公司' },
  ],
  subjects: [{ name: '盛弘机械有限公司', aliases: ['盛弘机械'] }],
  chats: [{ name: '企业群' }, { name: '领导群' }, { name: '部门群' }],
});
const staging = { cast, botName: '帮企通' };

function shown(chat: string, text: string, v: Partial<ShownMessage> = {}): ShownMessage {
  const place = { kind: 'group', id: chat, name: chat } as const;
  return { at: '2026-11-23T01:00:00.000Z', chat: place, from: 'bot', via: 'webhook', text, ...v };
}

const talks = (seen: readonly ShownMessage[]) =>
  scenesOf(seen, staging).flatMap((scene) => (scene.kind === 'talk' ? [scene] : []));

describe('scenesOf', () => {
  it('puts the chat that was spoken in first, the words before the answer, the others as the roster has them', () => {
    const scenes = talks([
      shown('领导群', '交办'),
      shown('企业群', '办结'),
      shown('部门群', '已签收', { via: 'response' }),
      shown('部门群', '收到', { via: 'member', from: 'lihua' }),
    ]);
    expect(scenes.map((scene) => scene.chats)).toEqual([['部门群'], ['企业群'], ['领导群']]);
    expect(scenes[0]?.messages.map(({ who, text }) => `${who}：${text}`)).toEqual([
      '李华（市工信局）：收到',
      '帮企通：已签收',
    ]);
  });

  it('is the same whichever message of an instant left first', () => {
    const seen = [shown('部门群', '二'), shown('领导群', '三'), shown('部门群', '一')];
    expect(talks(seen)).toEqual(talks(seen.toReversed()));
  });

  it('tells the same words to several groups once', () => {
    expect(talks([shown('领导群', '周报'), shown('部门群', '周报')])).toMatchObject([{ chats: ['领导群', '部门群'] }]);
  });

  it('gives each instant its clock, in order', () => {
    const later = shown('部门群', '提醒', { at: '2026-11-24T00:40:00.000Z' });
    expect(scenesOf([later, shown('部门群', '交办')], staging).map((scene) => scene.kind)).toEqual([
      'clock',
      'talk',
      'clock',
      'talk',
    ]);
  });

  it('names a 1:1 chat after its person', () => {
    const chat = { kind: 'single', id: 'ww1/wangqiang', name: 'ww1/wangqiang' } as const;
    expect(talks([shown('', '回访', { chat })])[0]?.chats).toEqual(['王强与帮企通的单聊']);
  });
});
