import { describe, expect, it } from 'vitest';
import { type City, confirmedIn } from '../support/city.ts';
import { aFlowRoster, CHENHE, GXJ, LI, RSJ, SHENGHONG, SINGLE, SUN, WANG, ZHOU } from '../support/flow-roster.ts';
import { giveRoster } from '../support/service.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened));

const assigned = (who: string, chat: string, problem: string) => confirmedIn(city, { who, chat, problem });

/** 李华 of 市工信局 stands in for 张明, who leads 盛弘机械. */
function withDeputy() {
  const roster = aFlowRoster();
  const persons = roster.persons.map((person) =>
    person.userid === 'zhangming' ? { ...person, deputy: 'lihua' } : person,
  );
  return { ...roster, persons };
}

/** A case of the leader's that another unit has, and one of the unit's that another leader's enterprise reported. */
async function oneOfEach(): Promise<{ ofLeader: string; ofUnit: string }> {
  await giveRoster(city.settings, withDeputy());
  const ofLeader = await assigned(WANG, SHENGHONG, '技改贷款迟迟批不下来');
  await city.say(LI, GXJ, `转给 市人社局 ${ofLeader}`);
  const ofUnit = await assigned(SUN, CHENHE, '变压器容量不够，生产线开不起来');
  await city.say(ZHOU, RSJ, `转给 市工信局 ${ofUnit}`);
  return { ofLeader, ofUnit };
}

describe('an officer who stands in for a leader', () => {
  it('is listed the cases of both, and no others', async () => {
    const { ofLeader, ofUnit } = await oneOfEach();
    const ofNeither = await assigned(SUN, CHENHE, '招不到熟练工，订单完不成');
    const todo = await city.say(LI, SINGLE, '待办');
    expect([ofLeader, ofUnit, ofNeither].map((number) => todo?.includes(number))).toEqual([true, true, false]);
  });

  it('is asked which of both is meant in private', async () => {
    const { ofLeader, ofUnit } = await oneOfEach();
    const asked = await city.say(LI, SINGLE, '收到');
    for (const number of [ofLeader, ofUnit]) expect(asked).toContain(number);
  });
});
