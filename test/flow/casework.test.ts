import { describe, expect, it } from 'vitest';
import { assignedIn, type City, numberIn } from '../support/city.ts';
import { GXJ, LEADER, LI, OFFICE, RSJ, SHENGHONG, SINGLE, WANG, ZHANG, ZHAO, ZHOU } from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened));

describe('a case that the unit says is not its own', () => {
  it('is given back with a reason, ruled on by the office, and goes on with another unit', async () => {
    const number = await assignedIn(city);
    expect(await city.say(LI, GXJ, `退回，因为不属于我局职责，建议转给市人社局 ${number}`)).toContain('已报办公室');
    expect((await city.sandbox.caseOf(number)).status).toBe('returned');
    expect(city.pushed(OFFICE).at(-1)).toMatch(/申请退回】[\s\S]*同意退回，转给市人社局/);
    expect(await city.say(ZHAO, OFFICE, '待办')).toContain('待裁定的退回');
    expect(await city.say(ZHAO, OFFICE, `同意退回 ${number}`)).toContain('转市人社局办理');
    expect(city.pushed(RSJ).at(-1)).toContain('【转办】');
    expect(await city.say(ZHOU, RSJ, `收到 ${number}`)).toContain('已签收');
  });

  it('stays when the office says so, and is asked about each morning until it says anything', async () => {
    const number = await assignedIn(city);
    await city.say(LI, GXJ, `退回，因为不属于我局职责 ${number}`);
    await city.sandbox.moveTo('2026-11-24 09:00');
    expect(city.pushed(OFFICE).at(-1)).toContain('退回待裁定');
    expect(await city.say(ZHAO, OFFICE, `不同意退回，因为属你局职责 ${number}`)).toContain('不同意退回');
    expect(city.pushed(GXJ).at(-1)).toContain('退回未获同意');
    expect((await city.sandbox.caseOf(number)).status).toBe('assigned');
  });
});

describe('a return like one that was ruled on before', () => {
  it('reminds the office of its ruling', async () => {
    const first = await assignedIn(city);
    await city.say(LI, GXJ, `退回，因为不属于我局职责 ${first}`);
    await city.say(ZHAO, OFFICE, `同意退回，转给市人社局 ${first}`);
    const second = numberIn(await city.say(WANG, SHENGHONG, '另一笔技改贷款迟迟批不下来'));
    await city.say(WANG, SHENGHONG, '确认');
    await city.say(LI, GXJ, `退回，因为不属于我局职责 ${second}`);
    expect(city.pushed(OFFICE).at(-1)).toContain(`类似裁定：${first} 同意，转市人社局（11月23日）。`);
  });
});

describe('the enterprise and the unit', () => {
  it('urge, ask for papers, and add them', async () => {
    const number = await assignedIn(city);
    expect(await city.say(WANG, SHENGHONG, `催办 ${number}`)).toContain('已催办');
    expect(city.pushed(GXJ).at(-1)).toContain('催办第1次');
    expect(await city.say(WANG, SHENGHONG, `催办 ${number}`)).toContain('今天已经催办过');
    expect(await city.say(LI, GXJ, `请企业补充设备购置合同 ${number}`)).toContain('已请企业补充');
    expect(city.pushed(SHENGHONG).at(-1)).toMatch(/请补充材料】[\s\S]*设备购置合同/);
    expect(await city.say(WANG, SHENGHONG, `补充 合同已放在群文件 ${number}`)).toContain('已记入');
    expect(city.pushed(GXJ).at(-1)).toContain('补充：合同已放在群文件');
  });
});

describe('the office', () => {
  it('declines with a lawful reason, which the enterprise reads', async () => {
    const number = await assignedIn(city);
    expect(await city.say(ZHAO, OFFICE, `不予受理 ${number}`)).toContain('请写明理由');
    expect(await city.say(ZHAO, OFFICE, `不予受理，因为已进入诉讼程序 ${number}`)).toContain('不予受理');
    expect(city.pushed(SHENGHONG).at(-1)).toContain('理由：已进入诉讼程序');
    expect((await city.sandbox.caseOf(number)).status).toBe('declined');
  });

  it('sends to a court what belongs there', async () => {
    const number = await assignedIn(city);
    await city.say(ZHAO, OFFICE, `转法定途径，因为应由法院裁决 ${number}`);
    expect((await city.sandbox.caseOf(number)).status).toBe('redirected');
    expect(city.pushed(SHENGHONG).at(-1)).toContain('依法应通过法定途径解决');
  });

  it('keeps what cannot be solved now until a review day, and takes it up again', async () => {
    const number = await assignedIn(city);
    expect(await city.say(ZHAO, OFFICE, `挂账到12月10日，因为等省里下达指标 ${number}`)).toContain(
      '12月10日（周四）复核',
    );
    await city.sandbox.moveTo('2026-12-10 09:00');
    expect(city.pushed(OFFICE).at(-1)).toContain('挂账复核');
    expect(city.pushed(GXJ).join()).not.toContain('超期');
    expect(await city.say(ZHAO, OFFICE, `转给市工信局 ${number}`)).toContain('已转市工信局办理');
    expect((await city.sandbox.caseOf(number)).status).toBe('assigned');
  });

  it('enters what the enterprise said on the telephone', async () => {
    const number = await assignedIn(city);
    await city.say(LI, GXJ, `已办结，贷款昨天到账 ${number}`);
    expect(await city.say(ZHAO, OFFICE, `电话回访 已解决 按期 满意 ${number}`)).not.toBeUndefined();
    expect((await city.sandbox.caseOf(number)).status).toBe('closed');
    expect(city.pushed(LEADER).at(-1)).toContain('已销号');
  });

  it('alone may say any of this', async () => {
    const number = await assignedIn(city);
    await city.say(LI, GXJ, `挂账到12月10日，因为没有指标 ${number}`);
    await city.say(WANG, SINGLE, `不予受理，因为不想办了 ${number}`);
    expect((await city.sandbox.caseOf(number)).status).not.toMatch(/suspended|declined/);
  });
});

describe('the register', () => {
  it('is checked for gaps by the office, and read by each leader as far as it is theirs', async () => {
    const number = await assignedIn(city);
    expect(await city.say(ZHAO, OFFICE, '包联检查')).toMatch(/包联/);
    expect(await city.say(LI, GXJ, '包联检查')).toContain('需要由双创双服办公室来办');
    expect(await city.say(ZHANG, LEADER, '我的企业')).toMatch(new RegExp(`盛弘机械[\\s\\S]*${number}`));
    expect(await city.say(WANG, SINGLE, '我的企业')).toContain('需要由包联领导来办');
  });
});
