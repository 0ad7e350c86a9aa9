import { describe, expect, it } from 'vitest';
import { assignedIn, type City } from '../support/city.ts';
import { GXJ, LEADER, LI, OFFICE, SHENGHONG, ZHAO } from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened));

describe('a case that waits for somebody else', () => {
  it('is paused by the office at the unit’s request, told of, left alone, and resumed by itself', async () => {
    const number = await assignedIn(city);
    expect(await city.say(LI, GXJ, `申请暂停到11月27日，因为等省厅批复 ${number}`)).toContain('申请已报办公室');
    expect(city.pushed(OFFICE).at(-1)).toMatch(/申请暂停】[\s\S]*同意暂停/);
    expect(await city.say(ZHAO, OFFICE, '待办')).toContain('待裁定的暂停');
    expect(await city.say(ZHAO, OFFICE, '同意暂停')).toContain('已暂停到11月27日（周五）');
    for (const chat of [SHENGHONG, GXJ, LEADER]) expect(city.pushed(chat).at(-1)).toContain('原因：等省厅批复');
    expect(city.pushed(SHENGHONG).at(-1)).toContain('对企业的总期限11月30日（周一）不变');
    const before = city.pushed(GXJ).length;
    await city.sandbox.moveTo('2026-11-28 12:00');
    expect(city.pushed(GXJ)).toHaveLength(before);
    await city.sandbox.moveTo('2026-11-30 09:00');
    for (const chat of [SHENGHONG, GXJ, LEADER]) expect(city.pushed(chat).join()).toContain('已恢复办理');
    expect((await city.sandbox.caseOf(number)).status).toBe('assigned');
    expect(await city.say(LI, GXJ, `期限依据 ${number}`)).toContain('暂停不计：11月24日（周二）');
  });

  it('is resumed early by 恢复办理, which 恢复 is not', async () => {
    const number = await assignedIn(city);
    expect(await city.say(ZHAO, OFFICE, `暂停到11月27日，因为等省厅批复 ${number}`)).toContain('已暂停到');
    expect(await city.say(ZHAO, OFFICE, `恢复 ${number}`)).not.toContain('已恢复办理');
    await city.sandbox.moveTo('2026-11-25 09:00');
    expect(await city.say(LI, GXJ, '恢复办理')).toContain('已恢复办理，请市工信局于12月1日（周二）前办结');
  });

  it('is asked about each morning until the office has ruled', async () => {
    const number = await assignedIn(city);
    await city.say(LI, GXJ, `申请暂停到11月27日，因为等省厅批复 ${number}`);
    await city.sandbox.moveTo('2026-11-24 09:00');
    expect(city.pushed(OFFICE).at(-1)).toContain('暂停待裁定');
    expect(await city.say(ZHAO, OFFICE, `不同意暂停，因为可以先办 ${number}`)).toContain('不同意暂停');
    expect(city.pushed(GXJ).at(-1)).toContain('办公室意见：可以先办');
  });
});
