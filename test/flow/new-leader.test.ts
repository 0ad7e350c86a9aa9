import { describe, expect, it } from 'vitest';
import { type City, numberIn } from '../support/city.ts';
import { aFlowRoster, CHEN, GXJ, LEADER, LEADER2, LI, SHENGHONG, WANG, ZHANG } from '../support/flow-roster.ts';
import { giveRoster } from '../support/service.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened));

/** The roster with 盛弘机械 paired with another leader. */
function withChen() {
  const file = aFlowRoster();
  const subjects = file.subjects.map((subject, i) => (i === 0 ? { ...subject, leader: 'chenjing' } : subject));
  return { ...file, subjects };
}

describe('a subject that an import gives another leader', () => {
  it('brings its running case along, quietly, and the case is told to the new leader from then on', async () => {
    const number = numberIn(await city.say(WANG, SHENGHONG, '技改贷款迟迟批不下来'));
    await city.say(WANG, SHENGHONG, '确认');
    await giveRoster(city.settings, withChen());
    await city.sandbox.finished();
    expect(city.pushed(LEADER2)).toEqual([]);
    expect(await city.say(CHEN, LEADER2, '待办')).toContain(number);
    expect(await city.say(ZHANG, LEADER, '待办')).not.toContain(number);
    expect(await city.say(CHEN, LEADER2, `收到 ${number}`)).toContain('已签收');
    await city.say(LI, GXJ, `承诺11月26日办结 ${number}`);
    expect(city.pushed(LEADER2).at(-1)).toContain(number);
    const { events } = await city.sandbox.caseOf(number);
    expect(events.map(({ type }) => type)).toContain('leaderChanged');
  });
});
