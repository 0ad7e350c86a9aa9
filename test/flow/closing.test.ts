import { describe, expect, it } from 'vitest';
import { assignedIn, type City } from '../support/city.ts';
import { GXJ, LI, OFFICE, SHENGHONG, WANG, ZHAO } from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened));

describe('the answer at 办结', () => {
  it('says how the case ended, also to the enterprise', async () => {
    const number = await assignedIn(city);
    expect(await city.say(LI, GXJ, `暂无法办结 ${number}`)).toContain('请写明理由');
    expect(await city.say(LI, GXJ, `部分解决：首批300万元今天到账 ${number}`)).toContain('已记为办结（部分解决）');
    expect(city.pushed(SHENGHONG).at(-1)).toContain('市工信局已报办结（部分解决）：首批300万元今天到账。');
    expect(await city.say(WANG, SHENGHONG, `进度 ${number}`)).toContain('办理结果：部分解决');
  });

  it('is asked back when it is empty; insisted on, it is taken and looked at by the office', async () => {
    const number = await assignedIn(city);
    expect(await city.say(LI, GXJ, `已办结，已处理 ${number}`)).toContain('请补写办理结果');
    expect((await city.sandbox.caseOf(number)).status).toBe('handling');
    expect(await city.say(LI, GXJ, `仍按此办结 ${number}`)).toContain('已记为办结');
    expect(city.pushed(SHENGHONG).at(-1)).toContain('已报办结：已处理。');
    expect(await city.say(ZHAO, OFFICE, '待办')).toMatch(new RegExp(`答复待核，共1件：\\n1. ${number}`));
  });

  it('may be added to: the enterprise reads that too', async () => {
    const number = await assignedIn(city);
    expect(await city.say(LI, GXJ, `已办结，贷款已到账 ${number}`)).toContain('请再补一句');
    await city.say(LI, GXJ, `补充 11月20日放款，联系人李华13800003331 ${number}`);
    expect(city.pushed(SHENGHONG).at(-1)).toContain('市工信局补充答复，11月20日放款，联系人李华13800003331。');
  });

  it('that leaves the problem unsolved is approved by the office before the enterprise reads it', async () => {
    const number = await assignedIn(city);
    expect(await city.say(LI, GXJ, `暂无法办结，因为省里指标还没有下达 ${number}`)).toContain('待办公室审核');
    expect(city.pushed(SHENGHONG).join()).not.toContain('已报办结');
    expect(city.pushed(OFFICE).at(-1)).toMatch(/【办结审核】[\s\S]*省里指标还没有下达[\s\S]*同意办结/);
    expect(await city.say(ZHAO, OFFICE, '待办')).toContain('待审核的办结，共1件');
    await city.sandbox.moveTo('2026-11-24 09:00');
    expect(city.pushed(OFFICE).at(-1)).toContain('【办结待审核】');
    expect(await city.say(ZHAO, OFFICE, `退回重办，因为没有写明何时下达 ${number}`)).toContain('已退回重办');
    expect(city.pushed(GXJ).at(-1)).toContain('办公室意见：没有写明何时下达。');
    await city.say(LI, GXJ, `暂无法办结，因为省里指标12月底下达 ${number}`);
    expect(await city.say(ZHAO, OFFICE, '同意办结')).toContain('已同意办结');
    expect(city.pushed(SHENGHONG).at(-1)).toContain('已报办结（暂无法办结）：省里指标12月底下达。');
    expect((await city.sandbox.caseOf(number)).status).toBe('resolved');
  });
});
