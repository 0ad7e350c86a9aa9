import { describe, expect, it } from 'vitest';
import { assignedIn, type City, numbersIn } from '../support/city.ts';
import { GXJ, LEADER, LI, SHENGHONG, WANG } from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

const REMINDER = '办理提醒';
const TWO_PROBLEMS = '有两个问题：1.技改贷款300万批不下来；2.厂区门口道路破损，货车进不来';

let city: City;
useCity((opened) => void (city = opened));

/** The reminders in a group, as the time of each and how near it says the due day is. */
function remindersIn(group: string): string[] {
  return city.wecom.shownIn(group).flatMap(({ text, at }) => {
    const near = /还剩\d+个工作日|明天到期|今天到期|已超期\d+个工作日/.exec(text)?.[0];
    const time = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');
    return text.includes(REMINDER) ? [`${time} ${near}`] : [];
  });
}

describe('reminders', () => {
  it('come at half the term, the working day before, on the due day and each working day after, once, in work hours', async () => {
    await assignedIn(city);
    await city.sandbox.moveTo('2026-12-02 20:00');
    for (const group of [GXJ, LEADER]) {
      expect(remindersIn(group)).toEqual([
        '11-26 08:40 还剩2个工作日',
        '11-27 08:40 还剩1个工作日',
        '11-30 08:40 今天到期',
        '12-01 08:40 已超期1个工作日',
        '12-02 08:40 已超期2个工作日',
      ]);
    }
  });

  it('say 明天到期 when it is literally tomorrow', async () => {
    const number = await assignedIn(city);
    await city.say(LI, GXJ, `3个工作日内办结 ${number}`);
    await city.sandbox.moveTo('2026-11-26 12:00');
    expect(remindersIn(GXJ)).toEqual(['11-25 08:40 明天到期', '11-26 08:40 今天到期']);
  });

  it('of one morning are folded into one message', async () => {
    const numbers = [await assignedIn(city)];
    await city.sandbox.advance('5 minutes');
    numbers.push(await assignedIn(city, '厂区门口道路破损，货车进不来'));
    await city.sandbox.moveTo('2026-11-26 12:00');
    const reminders = city.pushed(GXJ).filter((text) => text.includes(REMINDER));
    expect(reminders).toHaveLength(1);
    expect(numbersIn(reminders[0] ?? '').sort()).toEqual(numbers.sort());
  });

  it('stop when the case is solved', async () => {
    const number = await assignedIn(city);
    await city.sandbox.moveTo('2026-11-26 08:10');
    await city.say(LI, GXJ, `已办结，贷款已到账 ${number}`);
    await city.sandbox.moveTo('2026-11-27 12:00');
    expect(remindersIn(GXJ)).toEqual([]);
    expect((await city.sandbox.state()).outbox.void).toBe(2);
  });

  it('begin anew for the due day that a promise has set', async () => {
    const number = await assignedIn(city);
    await city.sandbox.moveTo('2026-11-27 10:00');
    await city.say(LI, GXJ, `申请延期到12月2日，因为银行额度紧张 ${number}`);
    await city.say('zhaomin', 'wrOffice', `同意延期 ${number}`);
    await city.sandbox.moveTo('2026-12-02 10:00');
    expect(remindersIn(GXJ).slice(-2)).toEqual(['12-01 08:40 明天到期', '12-02 08:40 今天到期']);
  });

  it('that an outage swallowed are recorded as passed, and only the latest stage is sent', async () => {
    await assignedIn(city);
    await city.sandbox.skipTo('2026-12-01 10:00');
    for (const group of [GXJ, LEADER]) expect(remindersIn(group)).toEqual(['12-01 10:00 已超期1个工作日']);
    expect((await city.sandbox.state()).outbox).toMatchObject({ passed: 6, pending: 0 });
    await city.sandbox.moveTo('2026-12-01 20:00');
    expect(remindersIn(GXJ)).toHaveLength(1);
  });

  it('after an outage that ends at night wait for the morning', async () => {
    await assignedIn(city);
    await city.sandbox.skipTo('2026-11-27 21:00');
    expect(remindersIn(GXJ)).toEqual([]);
    await city.sandbox.moveTo('2026-11-30 09:00');
    expect(remindersIn(GXJ)).toEqual(['11-30 08:40 今天到期']);
  });
});

describe('what is not asked for', () => {
  it('stays within its hours: an assignment from 23:00 on Friday goes out on Monday morning', async () => {
    await city.sandbox.moveTo('2026-11-27 23:00');
    expect(await city.say(WANG, SHENGHONG, '技改贷款迟迟批不下来')).toContain('BQ-');
    await city.sandbox.moveTo('2026-11-30 08:29');
    expect(city.pushed(GXJ)).toEqual([]);
    await city.sandbox.moveTo('2026-11-30 08:30');
    expect(city.pushed(GXJ)).toHaveLength(1);
  });

  it('leaves at once on a Saturday when it is urgent or within waking hours', async () => {
    await city.sandbox.moveTo('2026-11-28 10:00');
    await assignedIn(city);
    expect(city.pushed(GXJ)).toHaveLength(1);
    await city.sandbox.moveTo('2026-11-28 23:00');
    await assignedIn(city, '紧急！厂区突然停电，生产线全停了');
    expect(city.pushed(GXJ)).toHaveLength(2);
  });
});

describe('a morning after many reports', () => {
  it('brings a burst that keeps to twenty messages a minute for each group', async () => {
    await city.sandbox.moveTo('2026-11-23 22:05');
    for (let n = 0; n < 11; n += 1) {
      expect((await city.say(WANG, SHENGHONG, TWO_PROBLEMS))?.match(/编号 BQ/g)).toHaveLength(2);
      await city.sandbox.advance('3 minutes');
    }
    await city.sandbox.moveTo('2026-11-24 08:30');
    expect(city.pushed(GXJ)).toHaveLength(20);
    await city.sandbox.moveTo('2026-11-24 08:31');
    // Told again, each names the one before it as well.
    expect(new Set(city.pushed(GXJ).map((text) => numbersIn(text)[0])).size).toBe(22);
  });
});

describe('the sandbox clock', () => {
  it('moves forward only', async () => {
    await expect(city.sandbox.moveTo('2026-11-22 09:00')).rejects.toThrow('409');
    expect((await city.sandbox.state()).now).toBe('2026-11-23T09:00:00+08:00');
  });

  it('counts working days over the weekend', async () => {
    expect((await city.sandbox.advance('5 workdays')).now).toBe('2026-11-30T09:00:00+08:00');
    expect((await city.sandbox.advance('2 hours')).now).toBe('2026-11-30T11:00:00+08:00');
  });
});
