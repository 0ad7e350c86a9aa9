import { describe, expect, it } from 'vitest';
import { assignedIn, type City } from '../support/city.ts';
import { GXJ, LI, RSJ, ZHOU } from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened));

describe('a unit that is asked for support', () => {
  it('is told, reminded by its own day, and answers to the main unit, which alone resolves the case', async () => {
    const number = await assignedIn(city);
    expect(await city.say(LI, GXJ, `协办 市人社局 11月26日前 提供社保证明 ${number}`)).toContain('已请市人社局协办');
    expect(city.pushed(RSJ).at(-1)).toMatch(
      /【协办】[\s\S]*协办事项：提供社保证明。[\s\S]*请市人社局于11月26日（周四）前/,
    );
    expect(await city.say(ZHOU, RSJ, `收到 ${number}`)).toContain('已签收协办');
    expect(await city.say(ZHOU, RSJ, '待办')).toContain(number);
    await city.sandbox.moveTo('2026-11-27 09:00');
    expect(city.pushed(RSJ).at(-1)).toMatch(/【红牌】[\s\S]*市人社局协办，期限11月26日周四/);
    expect(city.pushed(GXJ).at(-1)).toContain('市人社局协办');
    expect(await city.say(ZHOU, RSJ, '已办结，社保证明已开具')).toContain('转告承办单位市工信局');
    expect(city.pushed(GXJ).at(-1)).toContain('结果：社保证明已开具。');
    expect((await city.sandbox.caseOf(number)).status).toBe('assigned');
  });

  it('is told when the main unit is done without it', async () => {
    const number = await assignedIn(city);
    await city.say(LI, GXJ, `请市人社局协办 ${number}`);
    expect(await city.say(LI, GXJ, `已办结，贷款昨天到账 ${number}`)).toContain('市人社局的协办尚未完成');
    expect(city.pushed(RSJ).at(-1)).toContain('市人社局不需再协办');
  });
});
