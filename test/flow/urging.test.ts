import { describe, expect, it } from 'vitest';
import { type City, confirmedIn } from '../support/city.ts';
import { CHENHE, GXJ, LEADER, LI, OFFICE, RSJ, SHENGHONG, SUN, WANG, ZHAO } from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened));

const assigned = (who: string, chat: string, problem: string) => confirmedIn(city, { who, chat, problem });

async function threeCases(): Promise<string[]> {
  return [
    await assigned(WANG, SHENGHONG, '技改贷款迟迟批不下来'),
    await assigned(WANG, SHENGHONG, '变压器容量不够，生产线开不起来'),
    await assigned(SUN, CHENHE, '招不到熟练工，订单完不成'),
  ];
}

const urged = (chat: string) => city.pushed(chat).filter((text) => text.includes('办公室催办'));

describe('催办 of many cases', () => {
  it('is shown, confirmed, and told in one message a unit', async () => {
    const numbers = await threeCases();
    await city.sandbox.moveTo('2026-12-02 09:00');
    const shown = await city.say(ZHAO, OFFICE, '催办 逾期');
    expect(shown).toMatch(/将催办3件：市工信局2件、市人社局1件/);
    for (const number of numbers) expect(shown).toContain(number);
    expect(urged(GXJ)).toEqual([]);
    expect(await city.say(ZHAO, OFFICE, '确认催办')).toContain('已催办3件：市工信局2件、市人社局1件');
    expect(urged(GXJ)).toEqual([expect.stringMatching(/共2件/)]);
    expect(urged(RSJ)).toEqual([expect.stringContaining(numbers[2] ?? '')]);
    expect(urged(LEADER)).toEqual([]);
    for (const number of numbers) {
      const events = (await city.sandbox.caseOf(number)).events.map((event) => event.type);
      expect(events.filter((type) => type === 'urged')).toHaveLength(1);
    }
  });

  it('says which were skipped, and why', async () => {
    const [first, second] = await threeCases();
    await city.say(ZHAO, OFFICE, `催办 ${first}`);
    expect(await city.say(ZHAO, OFFICE, '催办 市工信局')).toContain('将催办2件');
    await city.say(LI, GXJ, `已办结，变压器已经增容 ${second}`);
    const done = await city.say(ZHAO, OFFICE, '确认催办');
    expect(done).toMatch(new RegExp(`没有催办任何问题[\\s\\S]*未催办2件[\\s\\S]*${first} 办公室今天已经催办过`));
    expect(done).toContain(`${second} 目前已办结待回访`);
  });

  it('is not done without its question, nor after something else was said', async () => {
    await threeCases();
    expect(await city.say(ZHAO, OFFICE, '确认催办')).toContain('没有等待确认的催办');
    expect(await city.say(ZHAO, OFFICE, '催办 逾期')).toContain('没有符合的在办问题');
    await city.say(ZHAO, OFFICE, '催办 全部');
    await city.say(ZHAO, OFFICE, '待办');
    expect(await city.say(ZHAO, OFFICE, '确认催办')).toContain('没有等待确认的催办');
    expect(await city.say(ZHAO, OFFICE, '催办 市水利局')).toContain('名册中没有“市水利局”');
    expect(urged(GXJ)).toEqual([]);
  });

  it('is the office’s alone', async () => {
    await assigned(WANG, SHENGHONG, '技改贷款迟迟批不下来');
    expect(await city.say(LI, GXJ, '催办 逾期')).toContain('双创双服办公室');
  });
});
