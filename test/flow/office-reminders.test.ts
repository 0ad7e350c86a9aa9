import { describe, expect, it } from 'vitest';
import { assignedIn, type City } from '../support/city.ts';
import { GXJ, LI, OFFICE, ZHAO } from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened));

/** When the office was shown these words, as `11-24 08:40`. */
function toldAt(words: string): string[] {
  return city.wecom.shownIn(OFFICE).flatMap(({ text, at }) => {
    const time = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');
    return text.includes(words) ? [time] : [];
  });
}

describe('an extension that the office does not rule on', () => {
  it('comes with each morning’s digest until it is ruled on', async () => {
    const number = await assignedIn(city);
    await city.say(LI, GXJ, `申请延期到12月4日，因为银行额度紧张 ${number}`);
    await city.sandbox.moveTo('2026-11-26 07:00');
    expect(toldAt('延期待裁定')).toEqual(['11-24 08:40', '11-25 08:40']);
    await city.say(ZHAO, OFFICE, `同意延期 ${number}`);
    await city.sandbox.moveTo('2026-11-27 12:00');
    expect(toldAt('延期待裁定')).toHaveLength(2);
  });
});

describe('挂账 that the office does not review', () => {
  it('comes each working morning after its review day, and again stands in 待办', async () => {
    const number = await assignedIn(city);
    await city.say(ZHAO, OFFICE, `挂账到11月27日，因为等省里下达指标 ${number}`);
    await city.sandbox.moveTo('2026-12-01 12:00');
    expect(toldAt('【挂账复核】')).toEqual(['11-27 08:30']);
    expect(toldAt('挂账待复核')).toEqual(['11-30 08:40', '12-01 08:40']);
    expect(await city.say(ZHAO, OFFICE, '待办')).toContain(number);
  });
});
