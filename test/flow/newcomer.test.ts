import { describe, expect, it } from 'vitest';
import { type City } from '../support/city.ts';
import { OFFICE, RSJ, SHENGHONG, SINGLE, ZHAO } from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

const NEW = 'wwSUPPLIER/lisi';
const LOAN = '技改贷款迟迟批不下来';

let city: City;
useCity((opened) => void (city = opened));

const codeIn = (text: string | undefined) => /确认 ([A-Z0-9]{6}) 为/.exec(text ?? '')?.[1] ?? 'no code';

describe('somebody new in an enterprise’s group', () => {
  it('is asked once, confirmed by the office, and what they had written is worked on', async () => {
    expect(await city.say(NEW, SHENGHONG, LOAN)).toContain('请告诉我单位和姓名');
    expect(await city.say(NEW, SHENGHONG, '设备款月底就要付了')).toBeNull();
    expect(await city.say(NEW, SHENGHONG, '我是盛弘机械的李思')).toContain('已请双创双服办公室确认');
    const asked = city.pushed(OFFICE).at(-1);
    expect(asked).toMatch(/新成员待确认】[\s\S]*“盛弘机械”的“李思”/);
    expect(await city.say(ZHAO, OFFICE, '待办')).toContain('待确认的新成员');
    const answer = await city.say(ZHAO, OFFICE, `确认 ${codeIn(asked)} 为 盛弘机械 联系人`);
    expect(answer).toContain('李思已登记为涿州市盛弘机械有限责任公司的联系人');
    expect(city.pushed(SHENGHONG).join()).toContain('李思您好，您已登记为本企业联系人');
    const mine = await city.say(NEW, SHENGHONG, '我的问题');
    expect(mine).toContain('BQ-2026-000001 技改贷款迟迟批不下来');
    expect(mine).toContain('BQ-2026-000002 设备款月底就要付了');
    expect(await city.say(ZHAO, OFFICE, '待办')).not.toContain('待确认的新成员');
  });

  it('is told politely when the office does not know them, and nothing becomes of what they wrote', async () => {
    await city.say(NEW, SHENGHONG, LOAN);
    await city.say(NEW, SHENGHONG, '李思');
    const code = codeIn(city.pushed(OFFICE).at(-1));
    expect(await city.say(ZHAO, OFFICE, `不是 ${code}，因为企业说没有此人`)).toContain('未予登记');
    expect(city.pushed(SHENGHONG).at(-1)).toContain('暂未能确认您的身份：企业说没有此人。');
    expect(await city.say(NEW, SHENGHONG, LOAN)).toContain('还没有登记');
    expect((await city.sandbox.state()).cases['draft']).toBe(0);
  });

  it('may come from the 1:1 chat, and gets the receipt there when it is soon', async () => {
    await city.say(NEW, SINGLE, '您好');
    await city.say(NEW, SINGLE, '盛弘机械 李思');
    await city.say(ZHAO, OFFICE, `确认 ${codeIn(city.pushed(OFFICE).at(-1))}`);
    expect(await city.say(NEW, SINGLE, LOAN)).toMatch(/BQ-/);
  });

  it('is not asked in a group of officials', async () => {
    expect(await city.say(NEW, RSJ, '您好')).toContain('还没有登记在帮企通名册中，请联系');
  });
});
