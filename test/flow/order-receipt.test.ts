import { expect, it } from 'vitest';
import { type City, numberIn } from '../support/city.ts';
import { GXJ, LEADER, LI, OFFICE, SHENGHONG, WANG, ZHAO } from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened));

it('has a 督办单 asked for until it is received and answered, and shows the office how it stands', async () => {
  const number = numberIn(await city.say(WANG, SHENGHONG, '技改贷款迟迟批不下来'));
  await city.say(WANG, SHENGHONG, '确认');
  const order = `DB${number.slice(2)}-1`;
  await city.sandbox.moveTo('2026-12-07 09:00');
  expect(city.pushed(GXJ).find((text) => text.includes('【督办单】'))).toContain(order);
  expect(city.pushed(GXJ).join()).not.toContain('督办单待签收');
  expect(await city.say(ZHAO, OFFICE, '督办单')).toMatch(new RegExp(`未签收的督办单，共1件：\\n1\\. ${order}`));
  await city.sandbox.moveTo('2026-12-08 09:00');
  for (const chat of [GXJ, LEADER]) expect(city.pushed(chat).at(-1)).toContain(`【督办单待签收】${number}`);
  expect(await city.say(LI, GXJ, `收到 ${order}`)).toContain(`督办单${order}已签收`);
  expect(await city.say(ZHAO, OFFICE, '督办单')).toContain('已签收、待反馈的督办单，共1件');
  await city.sandbox.moveTo('2026-12-11 09:00');
  expect(city.pushed(GXJ).at(-1)).toContain(`【督办单待反馈】${number}`);
  await city.say(LI, GXJ, `进展 银行已审批，下周放款 ${number}`);
  expect(await city.say(ZHAO, OFFICE, '督办单')).toContain('已反馈、尚未办结的督办单，共1件');
  await city.sandbox.moveTo('2026-12-14 09:00');
  expect(city.pushed(GXJ).at(-1)).not.toContain('督办单待');
});
