import { describe, expect, it } from 'vitest';
import { assignedIn, type City } from '../support/city.ts';
import { CHEN, GXJ, LEADER, LEADER2, LI, OFFICE, RSJ, SINGLE, ZHANG, ZHAO, ZHOU } from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened));

describe('a leader who moves', () => {
  it('hands over in one step: shown first, agreed by the office, told to both and confirmed by each', async () => {
    const number = await assignedIn(city);
    const preview = await city.say(ZHAO, OFFICE, '交接 张明 给 陈静');
    expect(preview).toMatch(new RegExp(`包联企业1家，在办问题1件。[\\s\\S]*${number}[\\s\\S]*现在还没有变动`));
    expect(await city.say(ZHANG, LEADER, '待办')).toContain(number);
    expect(await city.say(ZHAO, OFFICE, '确认交接')).toContain('即刻生效');
    expect(city.pushed(LEADER).at(-1)).toMatch(new RegExp(`【工作交接】张明[\\s\\S]*${number}`));
    expect(city.pushed(LEADER2).at(-1)).toMatch(new RegExp(`【工作交接】陈静[\\s\\S]*${number}`));
    expect(await city.say(CHEN, LEADER2, `收到 ${number}`)).toContain('已签收');
    expect(await city.say(ZHANG, LEADER, `进度 ${number}`)).toContain('没有找到');
    expect(await city.say(ZHANG, LEADER, '确认交接')).toBe('张明的交接确认已记下，待陈静确认。');
    expect(await city.say(CHEN, LEADER2, '确认交接')).toContain('双方均已确认');
    expect(city.pushed(OFFICE).at(-1)).toContain('双方均已确认');
    expect(await city.say(CHEN, LEADER2, '包联历史 盛弘机械')).toMatch(
      /包联领导：.*陈静（市政协副主席） 2026年11月23日起至今/,
    );
    await city.sandbox.moveTo('2026-11-24 09:00');
    expect(city.pushed(LEADER).join()).not.toContain('还没有收到您的确认');
  });

  it('does so from the day named, and whoever has not confirmed is reminded twice, then the office', async () => {
    const number = await assignedIn(city);
    await city.say(ZHAO, OFFICE, '张明的包联工作交给陈静，11月27日起');
    expect(await city.say(ZHAO, OFFICE, '确认交接')).toContain('11月27日（周五）起生效');
    await city.say(CHEN, LEADER2, '确认交接');
    await city.sandbox.moveTo('2026-11-26 09:00');
    expect(city.pushed(LEADER).filter((text) => text.includes('还没有收到您的确认'))).toHaveLength(2);
    expect(city.pushed(LEADER2).join()).not.toContain('还没有收到您的确认');
    expect((await city.sandbox.caseOf(number)).events.map(({ type }) => type)).not.toContain('leaderChanged');
    await city.sandbox.moveTo('2026-11-27 09:00');
    expect(city.pushed(OFFICE).join()).toMatch(/交接待确认[\s\S]*张明提醒两次后仍未确认/);
    expect(city.pushed(LEADER2).join()).toContain('今天生效');
    expect(await city.say(CHEN, LEADER2, '我的企业')).toContain('盛弘机械');
  });

  it('is no longer reminded of what a meeting decided on a case; the new leader is', async () => {
    const number = await assignedIn(city);
    await city.say(ZHAO, OFFICE, `调度会决定：市工信局11月27日前完成验收 ${number}`);
    await city.say(ZHAO, OFFICE, '交接 张明 给 陈静');
    await city.say(ZHAO, OFFICE, '确认交接');
    await city.sandbox.moveTo('2026-11-24 09:00');
    const reminded = (chat: string) => city.pushed(chat).filter((text) => text.includes('【督办事项提醒】'));
    expect(reminded(LEADER)).toEqual([]);
    expect(reminded(LEADER2)).toHaveLength(1);
  });

  it('tells neither of a confidential case', async () => {
    await assignedIn(city, '工商所工作人员吃拿卡要，不给好处不办事');
    expect(await city.say(ZHAO, OFFICE, '交接 张明 给 陈静')).toContain('没有在办问题');
    await city.say(ZHAO, OFFICE, '确认交接');
    expect(city.pushed(LEADER2).at(-1)).toContain('没有在办问题');
  });

  it('keeps all as it is when the office says something else', async () => {
    await city.say(ZHAO, OFFICE, '交接 张明 给 陈静');
    await city.say(ZHAO, OFFICE, '待办');
    expect(await city.say(ZHAO, OFFICE, '确认交接')).toContain('没有等您确认的交接');
    expect(city.pushed(LEADER)).toEqual([]);
  });
});

describe('an officer who moves', () => {
  it('hands the unit’s work over, and acts on it no more', async () => {
    const number = await assignedIn(city);
    await city.say(ZHAO, OFFICE, '交接 李华 给 周洁');
    await city.say(ZHAO, OFFICE, '确认交接');
    expect(city.pushed(GXJ).join()).toContain('【工作交接】李华');
    expect(city.pushed(RSJ).join()).toContain('【工作交接】周洁');
    expect(await city.say(ZHOU, GXJ, `收到 ${number}`)).toContain('已签收');
    expect(await city.say(LI, SINGLE, `进度 ${number}`)).toContain('没有找到');
  });
});
