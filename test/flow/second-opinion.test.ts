import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { completion, sentTo } from '../llm/model-server.ts';
import { type City, numberIn, openCity } from '../support/city.ts';
import { type Engines, openEngines } from '../support/engines.ts';
import { OFFICE, SHENGHONG, SINGLE, WANG, ZHAO } from '../support/flow-roster.ts';
import { openPlatform, type Platform } from '../wecom/platform.ts';

const PROBLEM = {
  enterprise: null,
  summary: '危废暂存间不合要求',
  category: '环保安全',
  deadline: null,
  contact: null,
  urgency: 'normal',
};
/** Words that the rules can place in no category. */
const UNCLEAR = '那个暂存间的事一直没人给个准话，13800001111';

let engines: Engines;
let city: City;
let model: Platform;
let status: number;
let view: object;

beforeAll(async () => void (engines = await openEngines()));
afterAll(() => engines.close());
beforeEach(async () => {
  [status, view] = [200, { intent: 'report', problems: [PROBLEM] }];
  model = await openPlatform((_, response) => {
    response.writeHead(status).end(JSON.stringify(completion(JSON.stringify(view))));
  });
  city = await openCity(engines, { more: { LLM_BASE_URL: `${model.base}/v1`, LLM_MODEL: 'stub' } });
});
afterEach(async () => {
  await city.close();
  await model.close();
});

describe('a language model that is configured', () => {
  it('decides what the rules are unsure of, sees no phone number, and is named as the reason', async () => {
    const receipt = await city.say(WANG, SHENGHONG, UNCLEAR);
    expect(receipt).toContain('类别：环保安全');
    expect(JSON.stringify(sentTo(model))).not.toContain('13800001111');
    const why = await city.say(ZHAO, OFFICE, `依据 ${numberIn(receipt)}`);
    expect(why).toContain('按语言模型的理解，经规则核对');
  });

  it('does not overrule rules that are sure', async () => {
    const receipt = await city.say(WANG, SHENGHONG, '车间变压器容量不够，电压不稳，三天两头跳闸停电');
    expect(receipt).toContain('类别：要素保障');
    expect(sentTo(model)).toHaveLength(1);
  });

  it('finds a report where the rules heard nothing', async () => {
    expect(await city.say(WANG, SHENGHONG, '暂存间间距按新标准是几米')).toContain('您反映的问题已记下');
  });

  it.each([500, 200])('that fails leaves the rules’ reading (HTTP %i)', async (code) => {
    [status, view] = [code, { intent: 'nonsense' }];
    expect(await city.say(WANG, SHENGHONG, UNCLEAR)).toContain('类别：其他');
  });

  it('never sees a complaint about officials, a command or an answer about a case', async () => {
    await city.say(WANG, SINGLE, '窗口人员吃拿卡要，不请客就刁难');
    await city.say(WANG, SINGLE, '那个暂存间的事一直没人给个准话');
    await city.say(WANG, SHENGHONG, '我的问题');
    expect(sentTo(model)).toHaveLength(0);
  });

  it('may make a report confidential, never open one', async () => {
    view = { intent: 'report', problems: [{ ...PROBLEM, category: '营商作风' }] };
    const receipt = await city.say(WANG, SHENGHONG, UNCLEAR);
    expect(receipt).toContain('只由双创双服办公室查看和办理');
  });
});
