import { describe, expect, it } from 'vitest';
import { type City, numberIn } from '../support/city.ts';
import {
  CHENHE,
  GXJ,
  LEADER,
  LEADER2,
  LI,
  OFFICE,
  SHENGHONG,
  SINGLE,
  WANG,
  ZHANG,
  ZHAO,
} from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened));

describe('a visit', () => {
  it('that found nothing is recorded, and nobody else is told', async () => {
    expect(await city.say(ZHANG, LEADER, '今天走访了盛弘机械，没有发现问题')).toBe(
      '已记录走访：涿州市盛弘机械有限责任公司（11月23日周一）。',
    );
    expect(city.pushed(SHENGHONG)).toEqual([]);
  });

  it('that found a problem makes a case of it, which the enterprise hears of as of any 代报', async () => {
    const answer = await city.say(LI, GXJ, '走访 盛弘机械，了解到资金周转有困难，想贷款500万');
    const number = numberIn(answer);
    expect(answer).toContain(`已记录走访：涿州市盛弘机械有限责任公司（11月23日周一）。发现的问题已登记：${number}。`);
    expect(await city.sandbox.caseOf(number)).toMatchObject({ status: 'draft', subject: '涿州市盛弘机械有限责任公司' });
    expect(city.pushed(SHENGHONG).at(-1)).toContain(`【代报告知】${number}`);
  });

  it('to an enterprise of unclear name is asked back, remembered and recorded once that is known', async () => {
    const asked = await city.say(ZHAO, OFFICE, '昨天走访有限责任公司，了解到招工困难');
    expect(asked).toMatch(/是哪一家[\s\S]*1\. /u);
    const answer = await city.say(ZHAO, OFFICE, '1');
    expect(answer).toMatch(/已记录走访：.+（11月22日周日）。发现的问题已登记/u);
    expect((await city.sandbox.caseOf(numberIn(answer))).status).toBe('draft');
  });

  it('to an enterprise that nobody has registered is not recorded', async () => {
    expect(await city.say(ZHAO, OFFICE, '走访 天外飞仙科技，一切正常')).toContain('名册中没有“天外飞仙科技”');
  });

  it('to two enterprises is recorded for both, and what was found is asked for by name', async () => {
    const asked = await city.say(ZHAO, OFFICE, '今天走访盛弘机械和晨禾食品，发现用电容量不足');
    expect(asked).toMatch(/走访：涿州市盛弘[\s\S]*走访：满城区晨禾[\s\S]*是哪一家的问题/u);
    const number = numberIn(await city.say(ZHAO, OFFICE, '2'));
    expect((await city.sandbox.caseOf(number)).subject).toBe('满城区晨禾食品有限责任公司');
    expect(city.pushed(CHENHE).at(-1)).toContain('【代报告知】');
  });

  it('told by the enterprise is no visit of the city’s', async () => {
    expect(await city.say(WANG, SHENGHONG, '领导走访时反映过电费高，至今没有答复')).toContain('BQ-');
    expect(await city.say(WANG, SINGLE, '走访盛弘机械')).toBeNull();
  });
});

describe('the reminder of visits', () => {
  const remindersIn = (chat: string) => city.pushed(chat).filter((text) => text.includes('【走访提醒】'));

  it('comes once, on a working morning of the month’s last third, and names who has not been visited', async () => {
    await city.say(ZHANG, LEADER, '走访盛弘机械，一切正常');
    await city.sandbox.moveTo('2026-12-21 08:39');
    expect(remindersIn(LEADER)).toEqual([]);
    await city.sandbox.moveTo('2026-12-31 18:00');
    expect(remindersIn(LEADER)).toEqual([
      [
        '【走访提醒】12月还没有走访的企业1家：',
        '1. 盛弘机械',
        '每月至少走访一次，走访后请告诉我。',
        '回复：@帮企通 走访 盛弘机械，X',
      ].join('\n'),
    ]);
  });

  it('is part of the morning’s one message', async () => {
    await city.sandbox.moveTo('2026-12-17 09:00');
    const number = numberIn(await city.say(WANG, SHENGHONG, '技改贷款迟迟批不下来'));
    await city.say(WANG, SHENGHONG, `确认 ${number}`);
    await city.say(LI, GXJ, `2个工作日内办结 ${number}`);
    await city.sandbox.moveTo('2026-12-21 12:00');
    expect(remindersIn(LEADER)).toEqual([expect.stringMatching(/^【办理提醒】[\s\S]*\n\n【走访提醒】/u)]);
  });

  it('stands between the morning’s reminders and what was folded', async () => {
    await city.sandbox.moveTo('2026-12-18 14:00');
    const numbers: string[] = [];
    for (const problem of ['技改贷款批不下来', '厂区门口道路破损', '车间用电容量不足', '招不到焊工', '货款被拖欠']) {
      const number = numberIn(await city.say(WANG, SHENGHONG, problem));
      numbers.push(number);
      await city.say(WANG, SHENGHONG, `确认 ${number}`);
      await city.sandbox.advance('3 minutes');
    }
    await city.say(LI, GXJ, `1个工作日内办结 ${numbers[1]}`);
    await city.sandbox.moveTo('2026-12-18 17:00');
    await city.say(WANG, SHENGHONG, `撤回 ${numbers[0]}`);
    await city.sandbox.moveTo('2026-12-21 09:00');
    expect(remindersIn(LEADER)).toEqual([
      expect.stringMatching(/^【办理提醒】[\s\S]*\n\n【走访提醒】[^【]*\n\n【事项汇总】.*共1项\n1\. /u),
    ]);
  });

  it('is not sent to whom has been there meanwhile', async () => {
    await city.sandbox.moveTo('2026-12-21 08:10');
    await city.say(ZHANG, LEADER, '走访盛弘机械，一切正常');
    await city.sandbox.moveTo('2026-12-22 12:00');
    expect(remindersIn(LEADER)).toEqual([]);
    expect(remindersIn(LEADER2)).toHaveLength(1);
  });

  it('swallowed by an outage comes when that is over, unless the month is', async () => {
    await city.sandbox.moveTo('2026-12-20 09:00');
    await city.sandbox.skipTo('2026-12-29 10:00');
    expect(remindersIn(LEADER)).toHaveLength(1);
    await city.sandbox.skipTo('2027-02-01 10:00');
    expect(remindersIn(LEADER)).toHaveLength(1);
  });
});

describe('what is known of visits', () => {
  it('is read by those who tend to the subject, and by the office of all', async () => {
    await city.say(LI, GXJ, '昨天走访盛弘机械，订单充足');
    await city.say(ZHAO, OFFICE, '走访晨禾食品，一切正常');
    expect(await city.say(ZHANG, LEADER, '走访记录 盛弘机械')).toContain('11月22日周日 李华走访涿州市盛弘');
    expect(await city.say(LI, GXJ, '走访记录')).not.toContain('晨禾');
    expect(await city.say(ZHAO, OFFICE, '走访记录')).toMatch(/赵敏走访满城区晨禾[\s\S]*李华走访涿州市盛弘/u);
    expect(await city.say(ZHANG, LEADER, '走访记录 晨禾食品')).toContain('查看');
    expect(await city.say(ZHANG, LEADER, '走访记录 天外飞仙')).toContain('名册中没有');
  });

  it('stands in the leader’s own list and in the office’s check', async () => {
    expect(await city.say(ZHANG, LEADER, '我的企业')).toContain('还没有走访记录');
    expect(await city.say(ZHAO, OFFICE, '包联检查')).toContain(
      '本月还没有走访的：企业2家；90天内没有反映问题的：企业2家。',
    );
    const number = numberIn(await city.say(ZHANG, LEADER, '走访盛弘机械，发现缺工30人'));
    await city.say(ZHANG, LEADER, `确认 ${number}`);
    await city.sandbox.advance('15 minutes');
    expect(await city.say(ZHANG, LEADER, '我的企业')).toContain('最近走访11月23日');
    expect(await city.say(ZHAO, OFFICE, '包联检查')).toContain(
      '本月还没有走访的：企业1家；90天内没有反映问题的：企业1家。',
    );
    await city.sandbox.moveTo('2026-11-27 17:00');
    expect(city.pushed(OFFICE).find((text) => text.includes('【包联检查】'))).toContain('本月还没有走访的：企业1家');
  });

  it('forgets what was withdrawn, by whoever recorded it or the office', async () => {
    const number = numberIn(await city.say(ZHANG, LEADER, '走访盛弘机械，发现缺工30人'));
    expect(await city.say(LI, GXJ, '撤回走访 盛弘机械')).toContain('没有可以撤回的涿州市盛弘机械有限责任公司的走访');
    expect(await city.say(ZHANG, LEADER, '撤回走访')).toContain(
      `张明登记），不再计入走访。当时登记的问题照常办理：${number}`,
    );
    expect(await city.say(ZHANG, LEADER, '走访记录 盛弘机械')).toContain('还没有走访记录');
    expect(await city.say(ZHAO, OFFICE, '包联检查')).toContain('本月还没有走访的：企业2家');
    expect((await city.sandbox.caseOf(number)).status).toBe('draft');
    await city.sandbox.advance('15 minutes');
    expect(await city.say(ZHANG, LEADER, '撤回走访')).toContain('没有可以撤回的走访');
    await city.say(LI, GXJ, '走访盛弘机械，一切正常');
    expect(await city.say(ZHAO, OFFICE, '撤回走访 盛弘机械')).toContain('李华登记');
    expect(await city.say(ZHAO, OFFICE, '走访记录')).toContain('还没有走访记录');
  });

  it('is withdrawn once, however often that is said', async () => {
    await city.say(ZHANG, LEADER, '走访盛弘机械，一切正常');
    await city.sandbox.advance('1 minutes');
    await city.say(ZHANG, LEADER, '走访盛弘机械，车间已复工');
    await city.say(ZHANG, LEADER, '撤回走访');
    expect(await city.say(ZHANG, LEADER, '撤回走访')).toContain('刚才已撤回');
    expect(await city.say(ZHANG, LEADER, '走访记录 盛弘机械')).toContain('一切正常');
  });

  it('of officials’ conduct is the office’s alone', async () => {
    await city.say(LI, GXJ, '走访盛弘机械，企业反映某局窗口人员吃拿卡要、索要好处费');
    expect(await city.say(ZHANG, LEADER, '走访记录 盛弘机械')).toMatch(/李华走访涿州市盛弘机械有限责任公司$/u);
    expect(await city.say(ZHAO, OFFICE, '走访记录 盛弘机械')).toContain('好处费');
  });
});
