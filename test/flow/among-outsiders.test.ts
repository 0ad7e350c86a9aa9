import { describe, expect, it } from 'vitest';
import { type City, confirmedIn } from '../support/city.ts';
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

let city: City;
useCity((opened) => void (city = opened));

const assigned = (who: string, chat: string, problem: string) => confirmedIn(city, { who, chat, problem });

async function oneCaseEach(): Promise<{ own: string; other: string }> {
  return {
    own: await assigned(WANG, SHENGHONG, '技改贷款迟迟批不下来'),
    other: await assigned(SUN, CHENHE, '招不到熟练工，订单完不成'),
  };
}

describe('in an enterprise’s group', () => {
  it('no list and no preview of an official’s is shown: they are told where to ask', async () => {
    await oneCaseEach();
    const lists = [
      '待办',
      '本周',
      '逾期',
      '包联检查',
      '督办单',
      '调度会',
      '提醒函',
      '调度会落实',
      '催办 全部',
      '交接 张明 给 陈静',
    ];
    for (const list of lists) {
      expect(await city.say(ZHAO, SHENGHONG, list)).toBe(
        `这里是企业群，名单请到工作群里发送下面这句，或者私聊我查询。\n回复：@帮企通 ${list}`,
      );
    }
    expect(await city.say(ZHANG, SHENGHONG, '我的企业')).toContain('这里是企业群');
    expect(await city.say(LI, SHENGHONG, '待办')).toContain('这里是企业群');
  });

  it('the enterprise lists its own, as the officials do where they are among themselves', async () => {
    const { own, other } = await oneCaseEach();
    expect(await city.say(WANG, SHENGHONG, '待办')).toContain(own);
    expect(await city.say(LI, GXJ, '待办')).toContain(own);
    expect(await city.say(ZHAO, OFFICE, '本周')).not.toContain('这里是企业群');
    expect(await city.say(ZHAO, SINGLE, '催办 全部')).toContain(other);
  });

  it('nothing is confirmed that was not shown there', async () => {
    await oneCaseEach();
    await city.say(ZHAO, SHENGHONG, '催办 全部');
    expect(await city.say(ZHAO, SHENGHONG, '确认催办')).toContain('没有等待确认的催办');
  });

  it('a ruling asks only which of the enterprise’s own cases is meant', async () => {
    const { own, other } = await oneCaseEach();
    const second = await assigned(WANG, SHENGHONG, '变压器容量不够，生产线开不起来');
    for (const number of [own, second]) await city.say(LI, GXJ, `申请延期到12月11日，因为银行还在审批 ${number}`);
    await city.say(ZHOU, RSJ, `申请延期到12月11日，因为招聘会还没有开 ${other}`);
    const asked = await city.say(ZHAO, SHENGHONG, '同意延期');
    expect(asked).toMatch(/您说的是哪一件/u);
    expect([own, second, other].map((number) => asked?.includes(number))).toEqual([true, true, false]);
    expect(asked).not.toContain('晨禾');
    expect(await city.say(ZHAO, OFFICE, '同意延期')).toContain(other);
  });

  it('which case is meant is asked without naming one of officials’ conduct', async () => {
    await city.say(WANG, SHENGHONG, '某局窗口人员吃拿卡要、索要好处费');
    await city.say(WANG, SHENGHONG, '技改贷款迟迟批不下来');
    await city.say(WANG, SHENGHONG, '变压器容量不够，生产线开不起来');
    const asked = await city.say(ZHAO, SHENGHONG, '撤回');
    expect(asked ?? '').not.toContain('好处费');
  });

  it('走访记录 is that of the enterprise, without what it told of officials’ conduct', async () => {
    await city.say(ZHOU, RSJ, '走访晨禾食品，一切正常');
    await city.say(LI, GXJ, '走访盛弘机械，企业反映某局窗口人员吃拿卡要、索要好处费');
    const log = await city.say(ZHAO, SHENGHONG, '走访记录');
    expect(log).toContain('李华走访涿州市盛弘机械有限责任公司');
    expect(log).not.toMatch(/晨禾|好处费/u);
    expect(await city.say(ZHAO, SHENGHONG, '走访记录 晨禾食品')).toContain('这里是企业群');
    expect(await city.say(ZHAO, LEADER, '走访记录 盛弘机械')).not.toContain('好处费');
    expect(await city.say(ZHAO, OFFICE, '走访记录 盛弘机械')).toContain('好处费');
    expect(await city.say(ZHAO, SINGLE, '走访记录')).toMatch(/好处费[\s\S]*晨禾|晨禾[\s\S]*好处费/u);
  });
});
