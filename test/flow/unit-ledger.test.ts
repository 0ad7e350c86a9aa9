import { expect, it } from 'vitest';
import { type City, numberIn } from '../support/city.ts';
import { GXJ, LEADER, RSJ, SHENGHONG, WANG } from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened));

it('as the week begins each unit reads what it was handed and what it owes', async () => {
  const number = numberIn(await city.say(WANG, SHENGHONG, '技改贷款迟迟批不下来'));
  await city.say(WANG, SHENGHONG, `确认 ${number}`);
  await city.sandbox.moveTo('2026-11-30 09:05');
  const told = (chat: string) => city.pushed(chat).filter((text) => text.includes('【交账要账】'));
  expect(told(GXJ)).toHaveLength(1);
  expect(told(GXJ)[0]).toMatch(
    new RegExp(`市工信局，11月30日（周一）\\n上周交办1件，办结0件；现在办1件，其中本周到期1件。\\n1. ${number} `),
  );
  expect([...told(RSJ), ...told(LEADER)]).toEqual([]);
});
