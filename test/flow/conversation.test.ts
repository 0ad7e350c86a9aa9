import { describe, expect, it } from 'vitest';
import { type City, numberIn, numbersIn } from '../support/city.ts';
import {
  CHENHE,
  GXJ,
  LEADER,
  LI,
  OFFICE,
  RSJ,
  SHENGHONG,
  SINGLE,
  SUN,
  WANG,
  ZHANG,
  ZHAO,
  ZHOU,
} from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

const LOAN = '技改贷款迟迟批不下来';
const STRANGER = 'luren';

let city: City;
useCity((opened) => void (city = opened));

async function reported(text = LOAN): Promise<string> {
  return numberIn(await city.say(WANG, SHENGHONG, text));
}

describe('a reporter', () => {
  it('tells two problems in one message and gets one answer with two numbers', async () => {
    const answer = await city.say(
      WANG,
      SHENGHONG,
      '有两个问题：1.技改贷款300万批不下来；2.厂区门口道路破损，货车进不来',
    );
    const numbers = numbersIn(answer);
    expect(numbers).toHaveLength(2);
    await city.sandbox.advance('10 minutes');
    for (const number of numbers) expect(await city.sandbox.caseOf(number)).toMatchObject({ status: 'assigned' });
    expect(city.pushed(GXJ)).toHaveLength(2);
    expect(city.pushed(LEADER)).toHaveLength(2);
  });

  it('corrects what was understood', async () => {
    const number = await reported();
    expect(await city.say(WANG, SHENGHONG, `改类别 行政审批 ${number}`)).toContain('类别已改为“行政审批”');
    expect(await city.say(WANG, SHENGHONG, '改期限 3个工作日内')).toContain('11月26日（周四）');
    expect(await city.sandbox.caseOf(number)).toMatchObject({ category: '行政审批', wished: { day: '2026-11-26' } });
    expect(await city.say(WANG, SHENGHONG, `改类别 天气 ${number}`)).toContain('没有“天气”这个类别');
  });

  it('adds to a draft within two minutes without making a second case', async () => {
    const number = await reported();
    await city.sandbox.advance('119 seconds');
    expect(await city.say(WANG, SHENGHONG, '联系人王强 13800001111')).toBe(`补充的情况已记入 ${number}。`);
    expect((await city.sandbox.state()).cases.draft).toBe(1);
  });

  it('makes a second problem a second case, however soon and however alike', async () => {
    const number = await reported();
    const second = await city.say(WANG, SHENGHONG, '另外流动资金贷款也没批下来，请协调');
    expect(second).toContain('您反映的问题已记下');
    expect(second).not.toContain(number);
    expect((await city.sandbox.state()).cases.draft).toBe(2);
  });

  it('says nothing to anybody with words that want nothing', async () => {
    await reported();
    await city.sandbox.advance('3 minutes');
    expect(await city.say(WANG, SHENGHONG, '辛苦了，谢谢大家')).toBeNull();
    expect(await city.say(WANG, SHENGHONG, '今天天气真不错')).toBeNull();
    expect((await city.sandbox.state()).cases.draft).toBe(1);
  });

  it('tells the unit later of what it knows by then', async () => {
    const number = await reported();
    await city.say(WANG, SHENGHONG, '确认');
    await city.sandbox.advance('1 hour');
    expect(await city.say(WANG, SHENGHONG, `补充 银行要求再提供一份审计报告 ${number}`)).toContain(`已记入 ${number}`);
    expect(city.pushed(GXJ).at(-1)).toMatch(new RegExp(`${number}.*补充：银行要求再提供一份审计报告`));
  });

  it('asks 进度, 我的问题 and 帮助', async () => {
    const number = await reported();
    await city.say(WANG, SHENGHONG, '确认');
    expect(await city.say(WANG, SINGLE, '进度')).toMatch(new RegExp(`${number}[\\s\\S]*已交办，承办单位：市工信局`));
    expect(await city.say(WANG, SHENGHONG, '我的问题')).toMatch(new RegExp(`共1件[\\s\\S]*${number}`));
    expect(await city.say(WANG, SHENGHONG, '帮助')).toContain('我的问题');
  });

  it('names the case by quoting a message that holds its number', async () => {
    const first = await reported();
    await city.sandbox.advance('5 minutes');
    const second = await reported('厂区门口道路破损，货车进不来');
    expect(second).not.toBe(first);
    expect(await city.say(WANG, SHENGHONG, '撤回', { quote: `您反映的问题已记下，编号 ${first}。` })).toContain(first);
    expect((await city.sandbox.caseOf(first)).status).toBe('withdrawn');
    expect((await city.sandbox.caseOf(second)).status).toBe('draft');
  });

  it('reports in the 1:1 chat, and the reply words there have no @', async () => {
    const receipt = await city.say(WANG, SINGLE, LOAN);
    expect(receipt).toContain(`回复：确认 ${numberIn(receipt)}`);
    await city.sandbox.advance('10 minutes');
    expect(city.pushed(GXJ)).toHaveLength(1);
  });
});

describe('the unit, the leader and the office', () => {
  it('are asked which case they mean when several wait for the word', async () => {
    const first = await reported();
    await city.say(WANG, SHENGHONG, '确认');
    await city.sandbox.advance('5 minutes');
    const second = await reported('厂区门口道路破损，货车进不来');
    await city.say(WANG, SHENGHONG, '确认');
    const question = await city.say(LI, GXJ, '收到');
    expect(numbersIn(question)).toEqual(expect.arrayContaining([first, second]));
    expect(question).toContain('哪一件');
    expect((await city.sandbox.state()).cases.assigned).toBe(2);
  });

  it('read what is to be done with 待办, each their own', async () => {
    const number = await reported();
    await city.say(WANG, SHENGHONG, '确认');
    for (const [who, where] of [
      [LI, GXJ],
      [ZHANG, LEADER],
    ] as const) {
      expect(await city.say(who, where, '待办')).toMatch(new RegExp(`待办，共1件[\\s\\S]*${number}`));
    }
    expect(await city.say(ZHOU, RSJ, '待办')).not.toContain('BQ-');
    await city.say(LI, GXJ, `申请延期到12月4日，因为银行额度紧张 ${number}`);
    expect(await city.say(ZHAO, OFFICE, '待办')).toMatch(new RegExp(`待答复的延期申请，共1件[\\s\\S]*${number}`));
  });

  it('sign in plain words', async () => {
    const number = await reported();
    await city.say(WANG, SHENGHONG, '确认');
    expect(await city.say(ZHANG, LEADER, `收到，三个工作日内办结 ${number}`)).toContain('11月26日（周四）');
    expect((await city.sandbox.caseOf(number)).due).toBe('2026-11-26T17:30:00+08:00');
  });
});

describe('somebody to whom it is none of their business', () => {
  it('learns that another enterprise’s number does not exist', async () => {
    const number = await reported();
    await city.say(WANG, SHENGHONG, '确认');
    const unknown = 'BQ-2026-999999';
    for (const word of ['进度', '撤回', '期限依据', '补充 我们也是']) {
      const answer = await city.say(SUN, CHENHE, `${word} ${number}`);
      expect(answer).toBe((await city.say(SUN, CHENHE, `${word} ${unknown}`))?.replace(unknown, number));
    }
    expect((await city.sandbox.caseOf(number)).status).toBe('assigned');
  });

  it('may not do what another’s word is needed for', async () => {
    const number = await reported();
    await city.say(WANG, SHENGHONG, '确认');
    await city.say(WANG, SHENGHONG, `已办结，不用办了 ${number}`);
    await city.say(WANG, SHENGHONG, `收到 ${number}`);
    expect(await city.say(LI, GXJ, `同意延期 ${number}`)).toContain('需要由双创双服办公室来办');
    expect((await city.sandbox.caseOf(number)).status).toBe('assigned');
  });

  it('who is in no roster is asked once who it is, without data, and the office hears of the report', async () => {
    const number = await reported();
    await city.say(WANG, SHENGHONG, '确认');
    const answer = await city.say(STRANGER, SINGLE, `进度 ${number}`);
    expect(answer).toContain('还没有登记');
    expect(answer).not.toMatch(/盛弘|BQ-/);
    for (const text of ['待办', LOAN]) expect(await city.say(STRANGER, SINGLE, text)).toBeNull();
    expect(city.pushed(OFFICE)).toHaveLength(1);
    expect(city.pushed(OFFICE)[0]).toContain('未登记人员');
    expect((await city.sandbox.state()).cases.draft).toBe(0);
  });
});
