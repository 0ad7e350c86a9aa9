import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/app/open-database.ts';
import { loadConfig } from '../../config/env.ts';
import { buildAuditStore } from '../../src/store/audit-store.ts';
import { assignedIn, type City } from '../support/city.ts';
import { GXJ, LI, OFFICE, ZHAO } from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened));

/** What the record holds of changes of the calendar. */
async function kept() {
  const database = await openDatabase(loadConfig(city.settings));
  try {
    return await buildAuditStore(database.connection).all('calendar');
  } finally {
    await database.close();
  }
}

const dueOf = async (number: string) => (await city.sandbox.caseOf(number)).due;

describe('the office’s calendar', () => {
  it('is changed in chat: shown, confirmed, counted anew, kept on record', async () => {
    const number = await assignedIn(city);
    const shown = await city.say(ZHAO, OFFICE, '11月26日放假 停电');
    expect(shown).toContain('将有1件在办问题的期限改变');
    expect(shown).toContain(`${number} 办理期限由11月30日（周一）17:30改为12月1日（周二）17:30`);
    expect(await dueOf(number)).toBe('2026-11-30T17:30:00+08:00');
    expect(await city.say(ZHAO, OFFICE, '确认改日历', { quote: shown ?? '' })).toContain('已改日历');
    await city.sandbox.moveTo('2026-11-23 10:00');
    expect(await dueOf(number)).toBe('2026-12-01T17:30:00+08:00');
    expect(await city.say(ZHAO, OFFICE, '工作日历')).toContain('11月26日（周四）放假，停电（办公室录入）');
    expect(await kept()).toMatchObject([
      { by: 'CORP/zhaomin', change: { days: [{ day: '2026-11-26', name: '停电' }] } },
    ]);
  });

  it('is changed by nothing but the confirmation of what was shown last', async () => {
    const number = await assignedIn(city);
    await city.say(ZHAO, OFFICE, '11月26日放假');
    await city.say(ZHAO, OFFICE, '待办');
    expect(await city.say(ZHAO, OFFICE, '确认改日历')).toContain('没有等待确认的日历改动');
    await city.say(ZHAO, OFFICE, '11月27日放假');
    expect(await city.say(LI, GXJ, '确认改日历')).toContain('双创双服办公室');
    await city.sandbox.moveTo('2026-11-23 10:00');
    expect(await dueOf(number)).toBe('2026-11-30T17:30:00+08:00');
    expect(await kept()).toEqual([]);
  });

  it('is the office’s alone to change', async () => {
    expect(await city.say(LI, GXJ, '日历 11月26日放假')).toContain('需要由双创双服办公室来办');
  });

  it('sets the hours from a day on: terms end with them, by the same day', async () => {
    const number = await assignedIn(city);
    const shown = await city.say(ZHAO, OFFICE, '作息 11月30日起 8:30-12:00 15:00-18:00');
    expect(shown).toContain(`${number} 办理期限由11月30日（周一）17:30改为11月30日（周一）18:00`);
    await city.say(ZHAO, OFFICE, '确认改日历');
    await city.sandbox.moveTo('2026-11-23 10:00');
    expect(await city.sandbox.caseOf(number)).toMatchObject({ due: '2026-11-30T18:00:00+08:00' });
    expect(await city.say(LI, GXJ, `期限依据 ${number}`)).toContain('截至11月30日（周一）18:00');
    expect(await city.say(ZHAO, OFFICE, '工作日历')).toContain('11月30日（周一）起上班时间为8:30至12:00、15:00至18:00');
  });
});
