import { describe, expect, it } from 'vitest';
import { type City, numberIn } from '../support/city.ts';
import { GXJ, LEADER, LI, OFFICE, RSJ, SHENGHONG, WANG, ZHANG, ZHAO, ZHOU } from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

const REPORT = '我们技改贷款300万迟迟批不下来，希望5天内解决，联系人王强13800001111';

let city: City;
useCity((opened) => void (city = opened));

/** Reports a problem and lets its ten minutes pass. */
async function accepted(): Promise<string> {
  const number = numberIn(await city.say(WANG, SHENGHONG, REPORT));
  await city.sandbox.advance('10 minutes');
  return number;
}

describe('a report', () => {
  it('is answered with its number, what was understood, the wish and the words to correct it', async () => {
    const receipt = await city.say(WANG, SHENGHONG, REPORT);
    const number = numberIn(receipt);
    expect(receipt).toContain('类别：资金保障');
    expect(receipt).toContain('5天内，即11月28日（周六）');
    for (const words of ['确认', '改类别 X', '改期限 X', '撤回'])
      expect(receipt).toContain(`@帮企通 ${words} ${number}`);
    const draft = await city.sandbox.caseOf(number);
    expect(draft).toMatchObject({ status: 'draft', wished: { day: '2026-11-28', expr: '5天内' }, due: null, legs: [] });
  });

  it('waits ten minutes, then tells the leader and the unit exactly once each', async () => {
    const number = numberIn(await city.say(WANG, SHENGHONG, REPORT));
    await city.sandbox.moveTo('2026-11-23 09:09');
    expect([...city.pushed(LEADER), ...city.pushed(GXJ)]).toEqual([]);
    await city.sandbox.moveTo('2026-11-23 09:10');
    for (const group of [LEADER, GXJ]) {
      const [notice, ...others] = city.pushed(group);
      expect(others).toEqual([]);
      for (const part of [number, '涿州市盛弘机械有限责任公司', '技改贷款']) expect(notice).toContain(part);
    }
    expect(await city.sandbox.caseOf(number)).toMatchObject({ status: 'assigned', due: '2026-11-30T17:30:00+08:00' });
  });

  it('shows the telephone whole to the unit and masked to the leader’s group', async () => {
    await accepted();
    expect(city.pushed(GXJ)[0]).toContain('13800001111');
    expect(city.pushed(LEADER)[0]).toContain('138****1111');
    expect(city.pushed(LEADER)[0]).not.toContain('13800001111');
  });

  it('is accepted at once by 确认, and a second 确认 changes nothing', async () => {
    const number = numberIn(await city.say(WANG, SHENGHONG, REPORT));
    expect(await city.say(WANG, SHENGHONG, '确认')).toContain(`${number} 已受理`);
    expect(await city.say(WANG, SHENGHONG, `确认 ${number}`)).toContain('已经受理');
    await city.sandbox.advance('1 hour');
    expect(city.pushed(GXJ)).toHaveLength(1);
  });
});

describe('the unit', () => {
  it('signs with 收到, and says it twice without effect', async () => {
    const number = await accepted();
    expect(await city.say(LI, GXJ, '收到')).toContain(`${number} 已签收`);
    const { version, status } = await city.sandbox.caseOf(number);
    expect(status).toBe('handling');
    expect(await city.say(LI, GXJ, `收到 ${number}`)).toContain('已由市工信局签收');
    expect((await city.sandbox.caseOf(number)).version).toBe(version);
  });

  it('brings its due day forward with N个工作日内办结', async () => {
    const number = await accepted();
    expect(await city.say(LI, GXJ, `2个工作日内办结 ${number}`)).toContain('11月25日（周三）');
    const { due, caseDue } = await city.sandbox.caseOf(number);
    expect({ due, caseDue }).toEqual({ due: '2026-11-25T17:30:00+08:00', caseDue: '2026-11-30T17:30:00+08:00' });
    expect(city.pushed(LEADER).at(-1)).toContain(`${number} 市工信局承诺11月25日（周三）前办结`);
  });

  it('asks for more time, and the office refuses', async () => {
    const number = await accepted();
    const answer = await city.say(LI, GXJ, `申请延期到12月4日，因为银行年底额度紧张 ${number}`);
    expect(answer).toContain('批准前仍按11月30日（周一）办理');
    expect(city.pushed(OFFICE).at(-1)).toMatch(new RegExp(`申请延期.*${number}[\\s\\S]*银行年底额度紧张`));
    expect(await city.say(ZHAO, OFFICE, `不同意延期 ${number}`)).toContain('不同意延期');
    for (const group of [GXJ, LEADER]) expect(city.pushed(group).at(-1)).toContain('延期申请未获同意');
    expect((await city.sandbox.caseOf(number)).due).toBe('2026-11-30T17:30:00+08:00');
  });

  it('asks for more time, and the office grants it to the unit’s clock, never to the enterprise’s', async () => {
    const number = await accepted();
    await city.say(LI, GXJ, `申请延期到12月4日，因为银行年底额度紧张 ${number}`);
    expect(await city.say(ZHAO, OFFICE, '同意延期')).toContain('已同意延期到12月4日（周五）');
    for (const group of [GXJ, LEADER, SHENGHONG]) expect(city.pushed(group).at(-1)).toContain('延至12月4日（周五）');
    const { due, caseDue } = await city.sandbox.caseOf(number);
    expect({ due, caseDue }).toEqual({ due: '2026-12-04T17:30:00+08:00', caseDue: '2026-11-30T17:30:00+08:00' });
  });

  it('promises a day after the due day, which the office must grant', async () => {
    const number = await accepted();
    expect(await city.say(LI, GXJ, `10个工作日内办结 ${number}`)).toContain('延期到12月7日（周一）的申请已报办公室');
    expect((await city.sandbox.caseOf(number)).due).toBe('2026-11-30T17:30:00+08:00');
  });

  it('passes a case on, and the other unit’s clock starts anew', async () => {
    const number = await accepted();
    await city.sandbox.moveTo('2026-11-25 10:00');
    expect(await city.say(LI, GXJ, `转给市人社局 ${number}`)).toContain('已转市人社局办理');
    const [notice] = city.pushed(RSJ);
    expect(notice).toContain(`【转办】${number}`);
    const { legs, caseDue } = await city.sandbox.caseOf(number);
    expect(legs.map(({ unit, due }) => [unit, due])).toEqual([
      ['市工信局', '2026-11-30T17:30:00+08:00'],
      ['市人社局', '2026-12-02T17:30:00+08:00'],
    ]);
    expect(caseDue).toBe('2026-11-30T17:30:00+08:00');
    expect(await city.say(ZHOU, RSJ, '收到')).toContain(`${number} 已签收`);
  });

  it('hears which units a name may mean when it means none', async () => {
    const number = await accepted();
    expect(await city.say(LI, GXJ, `转给市气象局 ${number}`)).toContain('没有“市气象局”');
    expect((await city.sandbox.caseOf(number)).legs).toHaveLength(1);
  });
});

describe('everybody', () => {
  it('sees the progress that the unit reports', async () => {
    const number = await accepted();
    await city.say(LI, GXJ, '收到');
    await city.say(LI, GXJ, `进展 已联系银行，材料齐全 ${number}`);
    expect(await city.say(WANG, SHENGHONG, '进度')).toMatch(/办理中[\s\S]*已联系银行/);
  });

  it('is told of a withdrawal once others know of the case, and not before', async () => {
    const quiet = numberIn(await city.say(WANG, SHENGHONG, REPORT));
    expect(await city.say(WANG, SHENGHONG, '撤回')).toContain(`${quiet} 已按您的要求撤回`);
    await city.sandbox.advance('1 hour');
    expect(city.pushed(GXJ)).toEqual([]);
    const known = await accepted();
    await city.say(WANG, SHENGHONG, `撤回 ${known}`);
    for (const group of [GXJ, LEADER])
      expect(city.pushed(group).at(-1)).toContain(`${known} 涿州市盛弘机械有限责任公司已撤回`);
    expect((await city.sandbox.state()).cases.withdrawn).toBe(2);
  });

  it('gets 期限依据 with each day counted', async () => {
    const number = await accepted();
    const basis = await city.say(ZHANG, LEADER, `期限依据 ${number}`);
    expect(basis).toContain('第1天11月24日（周二）');
    expect(basis).toContain('第5天11月30日（周一）');
    expect(basis).toContain('休息日不计：11月28日（周六）、11月29日（周日）');
  });
});
