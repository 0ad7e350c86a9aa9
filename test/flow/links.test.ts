import { describe, expect, it } from 'vitest';
import { type City, numberIn, numbersIn } from '../support/city.ts';
import { GXJ, LEADER, LI, OFFICE, SHENGHONG, SINGLE, WANG, ZHAO } from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

const LOAN = '技改贷款迟迟批不下来，设备款月底要付';
const POWER = '厂区电压不稳，设备经常停机，请协调供电公司';

let city: City;
useCity((opened) => void (city = opened));

async function assigned(text: string): Promise<string> {
  const [number] = numbersIn(await city.say(WANG, SHENGHONG, text));
  if (!number) throw new Error(`no case of: ${text}`);
  await city.say(WANG, SHENGHONG, `确认 ${number}`);
  return number;
}

describe('two reports of one matter', () => {
  it('are told apart by their writer, and put together by the office', async () => {
    const first = await assigned(LOAN);
    const receipt = await city.say(WANG, SHENGHONG, `${LOAN}，请尽快协调`);
    expect(receipt).toContain('与贵企业在办的另一件相近');
    const [second = '', ...others] = numbersIn(receipt);
    expect(others).toEqual([]);
    await city.say(WANG, SHENGHONG, `确认 ${second}`);
    expect(await city.say(WANG, SHENGHONG, `进度 ${second}`)).not.toContain(first);
    expect(await city.say(LI, GXJ, `进度 ${second}`)).toContain(`合并 ${second} 到 ${first}`);
    expect(await city.say(ZHAO, OFFICE, '合并')).toContain('请写明把哪一件合并到哪一件');
    expect(await city.say(ZHAO, OFFICE, `合并 ${second} 到 ${first}`)).toContain(`${second} 已并入 ${first}`);
    expect(await city.sandbox.caseOf(second)).toMatchObject({ status: 'merged' });
    expect(city.pushed(SHENGHONG).at(-1)).toContain(`已并入 ${first} 一并办理`);
    expect(city.pushed(LEADER).join()).toContain(`已并入 ${first} 一并办理`);
    expect(city.pushed(GXJ).at(-1)).toMatch(new RegExp(`【合并】${first}[\\s\\S]*${second} 反映：技改贷款`));
    expect(await city.say(WANG, SHENGHONG, `进度 ${second}`)).toContain(`已并入 ${first}`);
    expect(await city.say(WANG, SHENGHONG, `进度 ${first}`)).toContain(`并入本件的：${second}`);
  });

  it('are put together by the unit that has both, also by quoting one', async () => {
    const first = await assigned(LOAN);
    const second = await assigned(POWER);
    await city.say(LI, GXJ, `合并到 ${first}`, { quote: `【交办】${second}` });
    expect(await city.sandbox.caseOf(second)).toMatchObject({ status: 'merged' });
    expect(await city.sandbox.caseOf(first)).toMatchObject({ status: 'assigned' });
  });
});

describe('a second problem in a report', () => {
  it('is split off by the office and goes its own way', async () => {
    const first = await assigned(LOAN);
    expect(await city.say(ZHAO, OFFICE, `拆分 ${first}`)).toContain('请写明要单独办理的是什么问题');
    const answer = await city.say(ZHAO, OFFICE, `拆分 ${first}：${POWER}`);
    const second = numbersIn(answer).find((number) => number !== first) ?? '';
    expect(city.pushed(SHENGHONG).at(-1)).toMatch(new RegExp(`^[^B]*单独立为 ${second}，与 ${first} 分别办理`));
    await city.sandbox.moveTo('2026-11-23 09:30');
    expect(city.pushed(GXJ).at(-1)).toMatch(new RegExp(`【交办】${second}[\\s\\S]*电压不稳`));
    expect(await city.say(LI, GXJ, `进度 ${first}`)).toContain(`\n从本件拆分出的：${second}（已交办）\n`);
    expect(await city.say(WANG, SHENGHONG, `进度 ${second}`)).toContain(`\n本件从 ${first} 拆分而来\n`);
    expect(await city.sandbox.caseOf(second)).toMatchObject({ status: 'assigned' });
    expect(await city.sandbox.caseOf(first)).toMatchObject({ status: 'assigned' });
  });
});

describe('a problem that comes back', () => {
  it('is linked to the case that was written off, in receipt, notice and 进度', async () => {
    const first = numberIn(await city.say(WANG, SHENGHONG, LOAN));
    await city.say(WANG, SHENGHONG, '确认');
    await city.say(LI, GXJ, `已办结，贷款昨天到账 ${first}`);
    await city.sandbox.moveTo('2026-11-24 09:00');
    await city.say(WANG, SINGLE, `已解决 按期 满意 ${first}`);
    expect(await city.sandbox.caseOf(first)).toMatchObject({ status: 'closed' });
    const receipt = await city.say(WANG, SHENGHONG, `${LOAN}，又卡住了`);
    const line = `第2次反映：上次 ${first}，11月24日（周二）销号。`;
    expect(receipt).toContain(line);
    const second = numbersIn(receipt).find((number) => number !== first) ?? '';
    await city.say(WANG, SHENGHONG, `确认 ${second}`);
    expect(city.pushed(GXJ).at(-1)).toContain(line);
    expect(await city.say(WANG, SHENGHONG, `进度 ${second}`)).toContain(line);
  });
});
