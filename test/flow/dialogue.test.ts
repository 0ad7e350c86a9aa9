import { describe, expect, it } from 'vitest';
import { type City, numberIn } from '../support/city.ts';
import { GXJ, LEADER, LI, OFFICE, QIAN, SHENGHONG, SINGLE, SUN, WANG, ZHANG, ZHAO } from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

const POWER = '车间变压器容量不够，三天两头跳闸，请协调增容';

let city: City;
useCity((opened) => void (city = opened));

describe('a report without an enterprise', () => {
  it('is asked back with numbers, and one sign files the report as it was told', async () => {
    const question = await city.say(QIAN, SINGLE, `${POWER}，希望12月10日前解决`);
    expect(question).toMatch(/1\. 涿州市盛弘机械有限责任公司\n2\. 满城区晨禾食品有限责任公司[\s\S]*回复：1$/);
    const receipt = await city.say(QIAN, SINGLE, '2');
    expect(receipt).toMatch(/企业：满城区晨禾食品有限责任公司\n问题：车间变压器容量不够/);
    expect(await city.sandbox.caseOf(numberIn(receipt))).toMatchObject({
      category: '要素保障',
      wished: { day: '2026-12-10' },
    });
    await city.sandbox.advance('20 minutes');
    expect(city.pushed(OFFICE).join()).not.toContain('未写明企业');
  });

  it('is answered by name as well', async () => {
    await city.say(QIAN, SINGLE, POWER);
    expect(await city.say(QIAN, SINGLE, '盛弘机械')).toContain('企业：涿州市盛弘机械有限责任公司');
  });

  it('is asked once more for a name when it is none of them', async () => {
    await city.say(QIAN, SINGLE, POWER);
    expect(await city.say(QIAN, SINGLE, '都不是')).toContain('请问是哪家企业的问题');
    expect(await city.say(QIAN, SINGLE, '晨禾食品')).toContain('企业：满城区晨禾食品有限责任公司');
  });

  it('keeps the question while something else is said', async () => {
    await city.say(QIAN, SINGLE, POWER);
    expect(await city.say(QIAN, SINGLE, '我的问题')).toContain('没有正在办理');
    const second = await city.say(QIAN, SINGLE, '盛弘机械反映：招不到工人，缺50名焊工');
    expect(second).toContain('缺50名焊工');
    expect(await city.say(QIAN, SINGLE, '2')).toContain('问题：车间变压器容量不够');
    expect((await city.sandbox.state()).cases.draft).toBe(2);
  });

  it('is brought to the office after ten minutes, unless that very report has been filed', async () => {
    await city.say(QIAN, SINGLE, POWER);
    await city.say(QIAN, SINGLE, '盛弘机械反映：招不到工人，缺50名焊工');
    await city.sandbox.advance('20 minutes');
    expect(city.pushed(OFFICE).join()).toContain('未写明企业');
  });

  it('needs no question when the text names one of the sender’s own, even misspelt', async () => {
    expect(await city.say(QIAN, SINGLE, `盛宏机械反映：${POWER}`)).toContain('企业：涿州市盛弘机械有限责任公司');
  });

  it('needs no question when the sender’s own is named by where it lies', async () => {
    const answer = await city.say(
      QIAN,
      SINGLE,
      '满城区晨禾食品有限责任公司门口的排水沟盖板塌了，货车进不来，请协调修复',
    );
    expect(answer).toContain('企业：满城区晨禾食品有限责任公司');
    expect(answer).not.toContain('涉及单位');
  });
});

describe('代报', () => {
  it('files a report for the enterprise, which is told and answers the survey itself', async () => {
    const receipt = await city.say(LI, GXJ, `代 盛宏机械 报：${POWER}`);
    expect(receipt).toContain('您代企业反映的问题已记下');
    const number = numberIn(receipt);
    expect(city.pushed(SHENGHONG).at(-1)).toMatch(new RegExp(`代报告知】${number}`));
    await city.sandbox.advance('10 minutes');
    expect(await city.say(LI, GXJ, `已办结，增容昨天完成 ${number}`)).toContain('已记为办结');
    expect(await city.say(LI, GXJ, `已解决 按期 非常满意 ${number}`)).not.toContain('感谢您的评价');
    expect(await city.say(WANG, SINGLE, `已解决 按期 满意 ${number}`)).toContain('感谢您的评价');
  });

  it('takes a quoted message for the report', async () => {
    const answer = await city.say(ZHANG, LEADER, '代 晨禾食品 报', { quote: POWER });
    expect(answer).toMatch(/企业：满城区晨禾食品有限责任公司\n问题：车间变压器容量不够/);
  });

  it('is the enterprise’s own in its own group, whoever of the city says it', async () => {
    expect(await city.say(ZHANG, SHENGHONG, '帮企业报一下', { quote: POWER })).toContain(
      '企业：涿州市盛弘机械有限责任公司',
    );
  });

  it('is asked back when several names are alike or none is', async () => {
    expect(await city.say(LI, GXJ, `代 天外天集团 报：${POWER}`)).toContain('请问是哪');
    expect(await city.say(LI, GXJ, '盛弘机械')).toContain('企业：涿州市盛弘机械有限责任公司');
  });

  it('is not for another enterprise to do', async () => {
    const answer = await city.say(SUN, SINGLE, `代 盛弘机械 报：${POWER}`);
    expect(answer).toContain('不是您登记的企业');
    for (const words of ['不是', '华信纺织', '谢谢']) await city.say(SUN, SINGLE, words);
    expect((await city.sandbox.state()).cases.draft).toBe(0);
  });

  it('is a matter of the enterprise and the office alone once it is about officials’ conduct', async () => {
    await city.sandbox.moveTo('2026-11-23 19:00');
    const number = numberIn(await city.say(LI, GXJ, `代 盛弘机械 报：${POWER}`));
    await city.say(WANG, SINGLE, `改类别 营商作风 ${number}`);
    await city.sandbox.moveTo('2026-11-24 09:00');
    expect(city.pushed(SHENGHONG).join()).not.toContain(number);
    for (const words of ['进度', '撤回'])
      expect(await city.say(LI, SINGLE, `${words} ${number}`)).toContain('没有找到');
  });
});

describe('a company that is not the reporter’s', () => {
  it('is recorded as the other side', async () => {
    const receipt = await city.say(WANG, SHENGHONG, '河北中远建设集团有限公司拖欠货款86万元，请帮忙协调');
    expect(receipt).toMatch(/企业：涿州市盛弘机械有限责任公司\n涉及单位：河北中远建设集团有限公司/);
  });
});

describe('what was understood', () => {
  it('can be taken back within ten minutes', async () => {
    const number = numberIn(await city.say(WANG, SHENGHONG, POWER));
    expect(await city.say(WANG, SHENGHONG, '不是问题')).toContain('已按您的要求撤回');
    await city.sandbox.advance('9 minutes');
    expect(await city.say(WANG, SHENGHONG, `恢复 ${number}`)).toContain('已恢复');
    await city.sandbox.advance('9 minutes');
    expect((await city.sandbox.caseOf(number)).status).toBe('draft');
    await city.sandbox.advance('1 minutes');
    expect((await city.sandbox.caseOf(number)).status).toBe('assigned');
  });

  it('is explained to the office, and to nobody else', async () => {
    const number = numberIn(await city.say(WANG, SHENGHONG, `${POWER}，电话13800001111`));
    const why = await city.say(ZHAO, OFFICE, `依据 ${number}`);
    expect(why).toMatch(/认作：反映问题/);
    expect(why).toMatch(/类别：要素保障（把握\d+%），按用语“/);
    expect(why).toContain('138****1111');
    expect(await city.say(WANG, SHENGHONG, `依据 ${number}`)).not.toContain('认作');
    expect(await city.say(ZHAO, OFFICE, '识别 大家早上好')).toContain('认作：闲谈');
    expect(await city.say(LI, GXJ, '识别 大家早上好')).toBeNull();
  });

  it('is learned from when the office corrects it, without a release', async () => {
    const text = '员工通勤班车没有停靠点，职工上下班很不方便';
    const number = numberIn(await city.say(WANG, SHENGHONG, text));
    expect((await city.sandbox.caseOf(number)).category).toBe('交通物流');
    expect(await city.say(ZHAO, OFFICE, `改类别 用工社保 ${number}`)).toContain('今后类似的问题按此归类');
    const next = await city.say(SUN, SINGLE, '我们员工的通勤班车没有停靠点，上下班很不方便，请协调');
    expect(next).toContain('类别：用工社保');
    expect(await city.say(ZHAO, OFFICE, `依据 ${numberIn(next)}`)).toContain(`更正过类别的问题相似“${number}”`);
  });

  it('says so when the day that is asked for does not exist', async () => {
    expect(await city.say(WANG, SHENGHONG, `${POWER}，希望11月31日前解决`)).toContain('日历上没有“11月31日前”这一天');
  });

  it('says from when the unit will work on what is reported after hours', async () => {
    await city.sandbox.moveTo('2026-11-27 19:00');
    expect(await city.say(WANG, SHENGHONG, POWER)).toContain('责任部门自11月30日（周一）08:30起办理');
  });
});

describe('words that look like an answer to the survey while none is open', () => {
  it.each(['厂门口的路不好走，大车进不来', '供电局敷衍我们，变压器一直没换', '路一塌糊涂，货车进不来'])(
    'are the report that they are: %s',
    async (text) => expect(await city.say(WANG, SHENGHONG, text)).toContain('您反映的问题已记下'),
  );
});

describe('a question about a policy', () => {
  it('is answered and not filed, and 上报 makes it a report after all', async () => {
    const answer = await city.say(WANG, SHENGHONG, '请问技改补贴怎么申请，需要什么条件？');
    expect(answer).toMatch(/可以问市工信局[\s\S]*回复：@帮企通 上报$/);
    expect((await city.sandbox.state()).cases.draft).toBe(0);
    const receipt = await city.say(WANG, SHENGHONG, '上报');
    expect(receipt).toContain('问题：技改补贴怎么申请，需要什么条件');
    expect((await city.sandbox.state()).cases.draft).toBe(1);
  });

  it('and so does 上报 that quotes the answer', async () => {
    const answer = await city.say(WANG, SHENGHONG, '请问技改补贴怎么申请，需要什么条件？');
    const receipt = await city.say(WANG, SHENGHONG, '上报', { quote: answer ?? '' });
    expect(receipt).toContain('问题：技改补贴怎么申请');
  });

  it('and so does it for words that were met with silence', async () => {
    expect(await city.say(WANG, SHENGHONG, '上回跟您说过的那件事')).toBeNull();
    expect(await city.say(WANG, SHENGHONG, '上报')).toContain('问题：上回跟您说过的那件事');
    expect(await city.say(WANG, SHENGHONG, '上报')).toContain('没有找到要上报的内容');
  });
});
