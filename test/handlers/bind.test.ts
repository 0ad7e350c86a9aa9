import { describe, expect, it } from 'vitest';
import { aCommand } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import { aChat, aPerson, aRoster, aRosterWith, aSubject } from '../support/world-factory.ts';

describe('bind', () => {
  it.each([
    ['an alias', '盛弘机械', 'subject', 's-shenghong'],
    ['a full name', ' 涿州市盛弘机械有限责任公司 ', 'subject', 's-shenghong'],
    ['a unit', '市工信局', 'unit', 'u-gxj'],
    ['the office', '市双创双服办公室', 'office', 'u-office'],
    ['a leader', '张明', 'leader', 'CORP/zhangming'],
  ])('ties a group to its owner by %s', (_, name, purpose, of) => {
    const told = tell(null, aCommand('bind', { name }));
    expect(told).toMatchObject({ events: [], refusal: null });
    expect(told.tie).toMatchObject({
      botChatid: 'wrNew',
      chat: { purpose, of, botChatid: 'wrNew', audience: 'mixed' },
    });
    expect(told.reply).toContain('K7Q2');
  });

  it('gives a registered chat that lacks only the platform’s id that id, and keeps its webhook', () => {
    const chat = aChat({ id: 'c-shenghong', name: '盛弘机械包联群', purpose: 'subject', of: 's-shenghong' });
    const { tie } = tell(null, aCommand('bind'), { roster: aRosterWith({ chats: [chat] }) });
    expect(tie?.chat).toEqual({ ...chat, botChatid: 'wrNew' });
  });

  it('makes a second group of the same owner a chat of its own', () => {
    const { tie } = tell(null, aCommand('bind'));
    expect(tie?.chat).toMatchObject({ id: 'bound-wrNew', webhookKey: null });
  });

  it('refuses a name that is in no register, with the words to send', () => {
    const told = tell(null, aCommand('bind', { name: '某某公司', chat: 'c-office' }));
    expect(told).toMatchObject({ refusal: 'ambiguous', tie: null });
    expect(told.reply).toMatch(/“某某公司”[\s\S]*回复：@帮企通 绑定 K7Q2 全称$/);
  });

  it('refuses a name that two owners share', () => {
    const twin = aPerson({ id: 'CORP/zhangming2', name: '张明', roles: ['leader'] });
    const persons = [...aRoster().persons.values(), twin];
    expect(tell(null, aCommand('bind', { name: '张明' }), { roster: aRoster({ persons }) }).refusal).toBe('ambiguous');
    const subjects = [
      aSubject({ id: 's-1', name: '甲', aliases: ['同名'] }),
      aSubject({ id: 's-2', name: '乙', aliases: ['同名'] }),
    ];
    expect(tell(null, aCommand('bind', { name: '同名' }), { roster: aRoster({ subjects }) }).refusal).toBe('ambiguous');
  });

  it('refuses a code that no group waits with', () => {
    const told = tell(null, aCommand('bind', { botChatid: null, chat: null }));
    expect(told).toMatchObject({ refusal: 'unknownCode', tie: null });
    expect(told.reply).toMatch(/K7Q2[\s\S]*回复：绑定 代码 企业或单位名$/);
  });
});
