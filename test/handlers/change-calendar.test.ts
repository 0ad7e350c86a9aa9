import { describe, expect, it } from 'vitest';
import { WORK_PERIODS } from '../../config/rules.ts';
import type { CalendarChange } from '../../src/domain/calendar-entry.ts';
import { buildCalendar, officeCalendar } from '../../src/domain/working-time.ts';
import { aCommand, buildCase } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import { shanghai } from '../support/world-factory.ts';

const EVE = { day: '2026-12-31', worked: false, name: '元旦' };
const EFFECT = {
  moved: 6,
  first: [
    {
      number: 'BQ-2026-000123',
      clock: 'leg' as const,
      from: shanghai('2026-12-31 17:30'),
      to: shanghai('2027-01-04 17:30'),
    },
  ],
  past: 1,
  promised: 2,
  instructions: 0,
};

/** The office speaks of a change in its own group. */
const asked = (change: CalendarChange | null = { days: [EVE] }) =>
  aCommand('changeCalendar', { chat: 'c-office', change });

describe('a change of the calendar', () => {
  it('is shown with what would follow, and asked about; nothing is changed', () => {
    const told = tell(null, asked(), { effect: EFFECT });
    expect(told).toMatchObject({
      events: [],
      calendar: null,
      asks: { type: 'confirmCalendar', change: { days: [EVE] } },
    });
    expect(told.reply).toMatchInlineSnapshot(`
      "改日历：2026年12月31日（周四）放假，元旦。
      将有6件在办问题的期限改变：
      1. BQ-2026-000123 办理期限由12月31日（周四）17:30改为1月4日（周一）17:30
      另有5件未列出。
      不变的：已经到期1件，按承诺或批准日期办理2件。
      现在还没有改，确认后生效；先说别的，这次改动就作罢。
      回复：@帮企通 确认改日历"
    `);
  });

  it('keeps of a span the days alone that are not so already', () => {
    const days = ['2026-12-04', '2026-12-05'].map((day) => ({ day, worked: false, name: '停电' }));
    const told = tell(null, asked({ days }));
    expect(told.asks).toMatchObject({ change: { days: [days[0]] } });
  });

  it('says so when the day is so already', () => {
    const change = { days: [{ day: '2026-12-05', worked: false, name: '' }] };
    const told = tell(null, asked(change));
    expect(told).toMatchObject({ asks: null, reply: '12月5日（周六）本来就是休息日，不用改。' });
    const entered = buildCalendar(new Map([['2026-12-31', false]]));
    expect(tell(null, asked(), { calendar: entered }).reply).toContain('本来就是休息日');
  });

  it('is refused for a day that is past, also when it is confirmed after midnight', () => {
    const now = shanghai('2027-01-01 00:01');
    for (const command of [asked(), aCommand('setCalendar')]) {
      expect(tell(null, command, { now })).toMatchObject({
        refusal: 'badDate',
        calendar: null,
        asks: null,
        reply: expect.stringContaining('12月31日（周四）已经过去'),
      });
    }
  });

  it('may be of today', () => {
    const now = shanghai('2026-12-31 16:00');
    expect(tell(null, asked(), { now }).asks).not.toBeNull();
  });

  it('is asked back with an example when no day was named', () => {
    const told = tell(null, asked(null));
    expect(told).toMatchObject({ refusal: 'missing', reply: expect.stringMatching(/回复：.*12月31日放假/) });
  });

  it('is not spread in a group of others, which would read the numbers of every enterprise', () => {
    const told = tell(null, aCommand('changeCalendar', { chat: 'c-shenghong' }), { effect: EFFECT });
    expect(told).toMatchObject({ refusal: 'notYours', asks: null });
    expect(told.reply).not.toContain('BQ-');
  });

  it('is made as it was shown once it is confirmed', () => {
    const told = tell(null, aCommand('setCalendar'));
    expect(told).toMatchObject({ events: [], calendar: { days: [EVE] } });
    expect(told.reply).toContain('已改日历：2026年12月31日（周四）放假，元旦');
  });

  it('cannot be confirmed when none waits', () => {
    const told = tell(null, aCommand('setCalendar', { change: null }));
    expect(told).toMatchObject({ refusal: 'missing', calendar: null });
  });
});

describe('a change of the hours', () => {
  const season = {
    from: '2026-12-01',
    periods: [
      { from: 510, to: 720 },
      { from: 900, to: 1080 },
    ],
  };

  it('is shown, asked about and made like one of the days', () => {
    const told = tell(null, asked({ days: [], season }), { effect: EFFECT });
    expect(told.asks).toMatchObject({ type: 'confirmCalendar', change: { days: [], season } });
    expect(told.reply).toContain('改日历：2026年12月1日（周二）起上班时间为8:30至12:00、15:00至18:00。');
    expect(tell(null, aCommand('setCalendar', { change: { days: [], season } })).calendar).toEqual({
      days: [],
      season,
    });
  });

  it('begins tomorrow at the earliest', () => {
    const told = tell(null, asked({ days: [], season }), { now: shanghai('2026-12-01 00:00') });
    expect(told).toMatchObject({ refusal: 'badDate', asks: null, reply: expect.stringContaining('明天或以后') });
  });

  it('says so when the hours are those already', () => {
    const change = { days: [], season: { from: '2026-12-01', periods: WORK_PERIODS } };
    expect(tell(null, asked(change))).toMatchObject({
      asks: null,
      reply: expect.stringContaining('本来就是8:30至12:00'),
    });
  });

  it('decides whether a closure was in term: by the hours of the due day', () => {
    const handled = buildCase({ stop: 'handling' });
    const inTerm = (from: string) => {
      const calendar = officeCalendar([], 1, [{ ...season, from }]);
      const told = tell(handled, aCommand('resolve', { at: '2026-12-01 17:45' }), { calendar });
      return told.snapshot?.closures[0]?.inTerm;
    };
    expect(['2026-12-01', '2026-12-02'].map(inTerm)).toEqual([true, false]);
  });
});

describe('工作日历', () => {
  it('names the days off and made up of the next sixty days, and the year without a notice', () => {
    const told = tell(null, aCommand('query', { what: 'calendar', caseId: null, at: '2026-09-01 09:00' }));
    expect(told.reply).toContain('1. 9月20日（周日）上班，国庆节\n2. 9月25日（周五）至9月27日（周日）放假，中秋');
    const december = aCommand('query', { what: 'calendar', caseId: null, at: '2026-12-01 09:00' });
    expect(tell(null, december).reply).toContain('2027年的放假和调休安排尚未载入');
  });
});

describe('规则', () => {
  it('names the terms in force, and the categories that have one of their own', () => {
    const told = tell(null, aCommand('query', { what: 'rules', caseId: null }));
    expect(told.reply).toContain('即办1个工作日、简单3个工作日、一般5个工作日、复杂15个工作日、提级30个工作日');
    expect(told.reply).toContain('复杂：用地规划、市场开拓、账款拖欠、项目建设。');
  });
});
