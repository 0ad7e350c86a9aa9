import { describe, expect, it } from 'vitest';
import { type City, numberIn } from '../support/city.ts';
import {
  CHENHE,
  GXJ,
  LEADER,
  LI,
  OFFICE,
  RSJ,
  SHENGHONG,
  SINGLE,
  SUN,
  WANG,
  ZHAO,
  ZHOU,
} from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened));

/** A case of the mixed group, reported and solved on Monday. */
async function solvedMixed(): Promise<string> {
  const number = numberIn(await city.say(WANG, SHENGHONG, '技改贷款迟迟批不下来'));
  await city.say(WANG, SHENGHONG, '确认');
  await city.say(LI, GXJ, `收到 ${number}`);
  expect(await city.say(LI, GXJ, `已办结，贷款昨天到账 ${number}`)).toContain(`${number} 已记为办结`);
  return number;
}

/** A case of the enterprise's own group, reported and solved on Monday. */
async function solvedOwn(): Promise<string> {
  const number = numberIn(await city.say(SUN, CHENHE, '职工社保补缴一直办不下来'));
  await city.say(SUN, CHENHE, '确认');
  await city.say(ZHOU, RSJ, `已办结，补缴手续已经办好 ${number}`);
  return number;
}

describe('in a mixed group', () => {
  it('the enterprise is told of the solution, and a working day later asked to answer in private', async () => {
    const number = await solvedMixed();
    expect(city.pushed(SHENGHONG).at(-1)).toMatch(new RegExp(`${number}[\\s\\S]*贷款昨天到账`));
    await city.sandbox.moveTo('2026-11-24 08:30');
    const nudge = city.pushed(SHENGHONG).at(-1);
    expect(nudge).toContain(`请私聊我回复 ${number}`);
    expect(nudge).not.toContain('是否真正解决');
  });

  it('the number in the 1:1 chat brings the questions, the answers there close the case', async () => {
    const number = await solvedMixed();
    await city.sandbox.moveTo('2026-11-24 09:00');
    expect(await city.say(WANG, SINGLE, number)).toMatch(/回访[\s\S]*1 问题是否真正解决[\s\S]*2 [\s\S]*3 是否满意/);
    expect(await city.say(WANG, SINGLE, '已解决 按期 非常满意')).toContain('已销号');
    expect((await city.sandbox.caseOf(number)).status).toBe('closed');
    for (const group of [GXJ, LEADER])
      expect(city.pushed(group).at(-1)).toContain(`${number} 涿州市盛弘机械有限责任公司`);
  });

  it('an answer written there is taken without an echo', async () => {
    const number = await solvedMixed();
    await city.sandbox.moveTo('2026-11-24 09:00');
    expect(await city.say(WANG, SHENGHONG, `未解决 ${number}`)).toBeNull();
    expect((await city.sandbox.caseOf(number)).status).toBe('assigned');
  });

  it('未解决 reopens at once, un-counts the closure and keeps the answer from the unit', async () => {
    const number = await solvedMixed();
    await city.sandbox.moveTo('2026-11-24 09:00');
    expect(await city.say(WANG, SINGLE, `未解决 ${number}`)).toContain('重新办理');
    const reopened = await city.sandbox.caseOf(number);
    expect(reopened.status).toMatch(/assigned|handling/);
    expect(reopened.closures[0]?.uncountedAt).toBeTruthy();
    expect(reopened).toMatchObject({ caseDue: '2026-11-30T17:30:00+08:00', due: '2026-12-01T17:30:00+08:00' });
    expect(city.pushed(GXJ).at(-1)).toContain(`【需继续办理】${number}`);
    expect(city.pushed(GXJ).at(-1)).not.toContain('未解决');
  });

  it('a case that was reopened is solved again, surveyed again and closed', async () => {
    const number = await solvedMixed();
    await city.sandbox.moveTo('2026-11-24 09:00');
    await city.say(WANG, SINGLE, `未解决 ${number}`);
    await city.say(LI, GXJ, `已办结，余款也已到账 ${number}`);
    await city.sandbox.moveTo('2026-11-25 09:00');
    expect(await city.say(WANG, SINGLE, `已解决 按期 非常满意 ${number}`)).toContain('已销号');
    const { status, closures } = await city.sandbox.caseOf(number);
    expect(status).toBe('closed');
    expect(closures.map(({ round, uncountedAt }) => [round, uncountedAt !== null])).toEqual([
      [1, true],
      [2, false],
    ]);
  });
});

describe('in a group of the enterprise alone', () => {
  it('the questions are asked there, and a bare answer is one', async () => {
    const number = await solvedOwn();
    await city.sandbox.moveTo('2026-11-24 08:30');
    const questions = city.pushed(CHENHE).at(-1);
    for (const part of [`回访 ${number}`, '1 问题是否真正解决', '2 是否在限定期限内解决', '3 是否满意'])
      expect(questions).toContain(part);
    expect(await city.say(SUN, CHENHE, '问题已经解决了，按期，很满意')).toContain('已销号');
    expect((await city.sandbox.caseOf(number)).status).toBe('closed');
  });

  it('missing answers are asked for once', async () => {
    const number = await solvedOwn();
    await city.sandbox.moveTo('2026-11-24 09:00');
    expect(await city.say(SUN, CHENHE, '已解决')).toContain('还差');
    expect((await city.sandbox.caseOf(number)).status).toBe('resolved');
    expect(await city.say(SUN, CHENHE, '满意')).toContain('已销号');
    expect((await city.sandbox.caseOf(number)).status).toBe('closed');
  });

  it('不满意 closes the case, and the office calls within a working day', async () => {
    const number = await solvedOwn();
    await city.sandbox.moveTo('2026-11-24 09:00');
    expect(await city.say(SUN, CHENHE, '已解决 超期 不满意')).toContain('1个工作日内与您联系');
    expect(city.pushed(OFFICE).at(-1)).toMatch(new RegExp(`电话回访】${number}`));
    expect(await city.say(ZHAO, OFFICE, '待办')).toContain(number);
  });

  it('the first answer locks, and a second that differs is flagged to the office', async () => {
    const number = await solvedOwn();
    await city.sandbox.moveTo('2026-11-24 09:00');
    await city.say(SUN, CHENHE, '已解决 按期 满意');
    expect(await city.say(SUN, CHENHE, `未解决 ${number}`)).toContain('以首次答复为准');
    expect((await city.sandbox.caseOf(number)).status).toBe('closed');
    expect(city.pushed(OFFICE).at(-1)).toContain('回访答复不一致');
  });

  it('is asked twice more, then the office telephones', async () => {
    const number = await solvedOwn();
    const before = city.pushed(CHENHE).length;
    await city.sandbox.moveTo('2026-12-02 08:29');
    expect(city.pushed(CHENHE).slice(before)).toHaveLength(3);
    await city.sandbox.moveTo('2026-12-03 09:00');
    expect(city.pushed(CHENHE).slice(before)).toHaveLength(3);
    expect(city.pushed(OFFICE).at(-1)).toMatch(new RegExp(`电话回访】${number}.*到期未答复`));
    expect((await city.sandbox.caseOf(number)).status).toBe('resolved');
  });
});

describe('on Friday at 16:00', () => {
  it('leaders and office get one weekly report with the week’s numbers', async () => {
    const number = await solvedOwn();
    await city.say(WANG, SHENGHONG, '技改贷款迟迟批不下来');
    await city.sandbox.moveTo('2026-11-27 15:59');
    expect(city.pushed(OFFICE).join()).not.toContain('周报');
    await city.sandbox.moveTo('2026-11-27 16:00');
    for (const group of [LEADER, OFFICE]) {
      const reports = city.pushed(group).filter((text) => text.includes('周报'));
      expect(reports).toHaveLength(1);
      for (const part of ['截至11月27日（周五）16:00', '本周新提交问题2件，解决1件', number])
        expect(reports[0]).toContain(part);
    }
  });
});
