import { describe, expect, it } from 'vitest';
import { assignedIn, type City } from '../support/city.ts';
import { GXJ, LEADER, LI, OFFICE, SINGLE, ZHAO, ZHOU } from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened));

describe('a 提醒函', () => {
  it('is sent with what the unit has open, reminded of, received, answered and read by the office', async () => {
    const number = await assignedIn(city);
    expect(await city.say(ZHAO, OFFICE, '提醒函 市工信局，因为本月3件逾期')).toContain(
      'TX-2026-000001 提醒函已发市工信局',
    );
    expect(city.pushed(GXJ).at(-1)).toMatch(
      new RegExp(`【提醒函】TX-2026-000001[\\s\\S]*目前在办1件[\\s\\S]*${number}`),
    );
    await city.sandbox.moveTo('2026-11-24 09:00');
    expect(city.pushed(GXJ).at(-1)).toMatch(
      /^【督办事项提醒】11月24日（周二），共1件\n1\. 【待签收】TX-2026-000001[\s\S]*\n回复：@帮企通 收到 TX-2026-000001/u,
    );
    expect(await city.say(ZHAO, OFFICE, '提醒函')).toMatch(/未签收，期限11月26日周四/);
    expect(await city.say(LI, GXJ, '收到 TX-2026-000001')).toContain('已签收');
    expect(await city.say(LI, GXJ, '收到', { quote: '【提醒函】TX-2026-000001' })).toContain('已由李华');
    expect(await city.say(LI, GXJ, '回复，已逐件约谈科室 TX-2026-000001')).toContain('已记为回复');
    expect(city.pushed(OFFICE).at(-1)).toMatch(/提醒函已回复】TX-2026-000001[\s\S]*已逐件约谈科室/);
    expect(await city.say(ZHAO, OFFICE, '提醒函')).toContain('目前没有未回复的提醒函');
    const told = city.pushed(GXJ).length;
    await city.sandbox.moveTo('2026-12-01 07:00');
    expect(city.pushed(GXJ).slice(told).join()).not.toContain('TX-');
  });

  it('is nobody else’s', async () => {
    expect(await city.say(LI, GXJ, '提醒函 市人社局，因为本月3件逾期')).toContain('双创双服办公室');
    await city.say(ZHAO, OFFICE, '提醒函 市工信局，因为本月3件逾期');
    expect(await city.say(ZHOU, SINGLE, '收到 TX-2026-000001')).toContain('没有找到');
  });
});

describe('a 调度会决定', () => {
  it('is told to the unit and the leader, and followed until it is carried out', async () => {
    const number = await assignedIn(city);
    const sent = await city.say(ZHAO, OFFICE, `调度会决定 ${number}：市工信局11月27日前协调银行放款`);
    expect(sent).toContain('ZS-2026-000001 调度会决定已发市工信局');
    for (const chat of [GXJ, LEADER]) expect(city.pushed(chat).at(-1)).toContain('【调度会决定】ZS-2026-000001');
    await city.say(LI, GXJ, '收到 ZS-2026-000001');
    await city.sandbox.moveTo('2026-11-26 09:00');
    expect(city.pushed(GXJ).join()).toContain('【临期】ZS-2026-000001 调度会决定（市工信局）');
    await city.sandbox.moveTo('2026-12-01 09:00');
    expect(city.pushed(GXJ).join()).toContain('【已超期】ZS-2026-000001');
    expect(city.pushed(OFFICE).join()).toContain('【已超期】ZS-2026-000001');
    expect(await city.say(ZHAO, OFFICE, '调度会落实')).toMatch(/ZS-2026-000001 市工信局[\s\S]*李华已签收/);
    expect(await city.say(LI, GXJ, '落实 ZS-2026-000001，贷款今天放款')).toContain('已记为落实');
    expect(await city.say(ZHAO, OFFICE, '调度会落实')).toContain('目前没有');
    expect((await city.sandbox.caseOf(number)).status).toBe('assigned');
  });

  it('is made of what the agenda brings', async () => {
    const number = await assignedIn(city);
    expect(await city.say(ZHAO, OFFICE, '调度会')).toContain('目前没有需要调度的问题');
    await city.sandbox.moveTo('2026-12-02 09:00');
    expect(await city.say(ZHAO, OFFICE, '调度会')).toMatch(new RegExp(`市工信局（1件）\\n1\\. ${number}[\\s\\S]*红牌`));
    expect(await city.say(LI, GXJ, '调度会')).toContain('双创双服办公室');
  });

  it('asks for the day that it lacks', async () => {
    const number = await assignedIn(city);
    expect(await city.say(ZHAO, OFFICE, `调度会决定：协调银行放款 ${number}`)).toContain('请写明哪个单位、哪天前');
  });
});

describe('an open instruction', () => {
  it('stands in the 待办 of its unit and of the office, until it is done', async () => {
    await city.say(ZHAO, OFFICE, '提醒函 市工信局，因为本月3件逾期');
    for (const [who, chat] of [
      [LI, GXJ],
      [ZHAO, OFFICE],
    ] as const) {
      expect(await city.say(who, chat, '待办')).toMatch(
        /待回复、待落实的提醒函和调度会决定，共1件：\n1\. TX-2026-000001/u,
      );
    }
    expect(await city.say(ZHOU, SINGLE, '待办')).not.toContain('TX-');
    await city.say(LI, GXJ, '回复，已逐件约谈科室 TX-2026-000001');
    expect(await city.say(LI, GXJ, '待办')).not.toContain('TX-');
    expect(await city.say(ZHAO, OFFICE, '待办')).not.toContain('TX-');
  });

  it('is reminded of in the one message of a morning, beside the cases', async () => {
    const number = await assignedIn(city);
    await city.say(LI, GXJ, `2个工作日内办结 ${number}`);
    await city.say(ZHAO, OFFICE, `调度会决定 ${number}：市工信局11月25日前协调银行放款`);
    await city.sandbox.moveTo('2026-11-24 08:00');
    const before = city.pushed(GXJ).length;
    await city.sandbox.moveTo('2026-11-24 12:00');
    expect(city.pushed(GXJ).slice(before)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^【办理提醒】[\\s\\S]*${number}[\\s\\S]*\\n\\n【督办事项提醒】[^【]*1\\. 【临期】ZS-2026-000001`,
          'u',
        ),
      ),
    ]);
  });

  it('is withdrawn by the office: the unit reads why, and is reminded no more', async () => {
    await city.say(ZHAO, OFFICE, '提醒函 市工信局，因为本月3件逾期');
    expect(await city.say(LI, GXJ, '撤销 TX-2026-000001，因为已当面答复')).toContain('双创双服办公室');
    expect(await city.say(ZHAO, OFFICE, '撤销 TX-2026-000001')).toContain('请写明撤销的原因');
    expect(await city.say(ZHAO, OFFICE, '撤销 TX-2026-000001，因为发错单位')).toContain('提醒函已撤销');
    expect(city.pushed(GXJ).at(-1)).toMatch(/【提醒函撤销】TX-2026-000001[\s\S]*原因：发错单位/u);
    expect(await city.say(LI, GXJ, '收到 TX-2026-000001')).toContain('已由办公室撤销');
    expect(await city.say(ZHAO, OFFICE, '提醒函')).toContain('目前没有未回复的提醒函');
    const told = city.pushed(GXJ).length;
    await city.sandbox.moveTo('2026-12-01 12:00');
    expect(city.pushed(GXJ).slice(told).join()).not.toContain('TX-');
  });

  it('gets another day from the office, by which it is reminded of then', async () => {
    await city.say(ZHAO, OFFICE, '提醒函 市工信局，因为本月3件逾期');
    await city.say(LI, GXJ, '收到 TX-2026-000001');
    expect(await city.say(ZHAO, OFFICE, '改期限 11月28日 TX-2026-000001')).toContain('请写明改到今后的哪个工作日');
    expect(await city.say(ZHAO, OFFICE, '改期限 12月4日 TX-2026-000001')).toContain('改为12月4日（周五）');
    expect(city.pushed(GXJ).at(-1)).toMatch(/【提醒函改期】TX-2026-000001[\s\S]*期限改为12月4日（周五）/u);
    const told = city.pushed(GXJ).length;
    await city.sandbox.moveTo('2026-12-02 12:00');
    expect(city.pushed(GXJ).slice(told).join()).not.toContain('TX-');
    await city.sandbox.moveTo('2026-12-03 12:00');
    expect(city.pushed(GXJ).at(-1)).toContain('【临期】TX-2026-000001');
  });

  it('moves with the calendar where its term was counted, and is reminded of by the new days', async () => {
    await city.say(ZHAO, OFFICE, '提醒函 市工信局，因为本月3件逾期');
    await city.say(LI, GXJ, '收到 TX-2026-000001');
    await city.say(ZHAO, OFFICE, '11月25日放假 停电');
    await city.say(ZHAO, OFFICE, '确认改日历');
    await city.sandbox.moveTo('2026-11-23 10:00');
    expect(await city.say(ZHAO, OFFICE, '提醒函')).toContain('期限11月27日周五');
    const told = city.pushed(GXJ).length;
    await city.sandbox.moveTo('2026-11-25 18:00');
    expect(city.pushed(GXJ).slice(told).join()).not.toContain('TX-');
    await city.sandbox.moveTo('2026-11-26 12:00');
    expect(city.pushed(GXJ).at(-1)).toContain('【临期】TX-2026-000001');
  });
});
