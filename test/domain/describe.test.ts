import { describe as group, expect, it } from 'vitest';
import { at, describe, lineOf, nearnessOn, wishedText } from '../../src/domain/describe.ts';
import { addDays, type Day } from '../../src/domain/day.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';
import { aCommand, after, aSnapshot, buildCase, NUMBER } from '../support/case-factory.ts';
import { DAYS_OF_2026, isWorkedIn2026 } from '../support/holidays-2026.ts';
import { aWorld, shanghai } from '../support/world-factory.ts';

const calendar = buildCalendar();

group('nearnessOn', () => {
  it.each([
    ['today', '2026-11-27', '2026-11-27', '今天到期'],
    ['tomorrow', '2026-11-27', '2026-11-26', '明天到期'],
    ['on Monday, asked on Friday', '2026-11-30', '2026-11-27', '还剩1个工作日'],
    ['on Monday, asked on Sunday', '2026-11-30', '2026-11-29', '明天到期'],
    ['on Sunday, asked on Friday', '2026-11-29', '2026-11-27', '11月29日（周日）到期'],
    ['after 国庆, asked before', '2026-10-08', '2026-09-30', '还剩1个工作日'],
    ['on the make-up Saturday, asked the day before', '2026-10-10', '2026-10-09', '明天到期'],
    ['last Friday, asked on Saturday', '2026-11-27', '2026-11-28', '已超期'],
    ['last Friday, asked on Monday', '2026-11-27', '2026-11-30', '已超期1个工作日'],
    ['before 国庆, asked on the first working day after', '2026-09-30', '2026-10-08', '已超期1个工作日'],
  ])('of a case due %s', (_, due, today, expected) => {
    expect(nearnessOn(due, today, calendar)).toBe(expected);
  });

  it('says 明天到期 only of the day after, on every day of 2026', () => {
    for (const today of DAYS_OF_2026.slice(0, 350)) {
      const saying = nextDays(today, 14).filter((due) => nearnessOn(due, today, calendar) === '明天到期');
      expect(saying).toEqual([addDays(today, 1)]);
    }
  });

  it('never counts to nothing', () => {
    const texts = DAYS_OF_2026.slice(20, 350).flatMap((today) =>
      [...nextDays(today, 12), ...nextDays(addDays(today, -13), 12)].map((due) => nearnessOn(due, today, calendar)),
    );
    expect(texts.filter((text) => /[^\d]0个工作日|-\d/.test(text))).toEqual([]);
  });

  it('counts the working days that are left as a slow count does', () => {
    for (const today of DAYS_OF_2026.slice(0, 340)) {
      const due = addDays(today, 10);
      const left = nextDays(today, 10).filter(isWorkedIn2026).length;
      expect(nearnessOn(due, today, calendar)).toBe(`还剩${left}个工作日`);
    }
  });
});

/** The days after a day. */
function nextDays(day: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, i) => addDays(day, i + 1));
}

group('wishedText', () => {
  it('gives the words and the day they mean, or the day alone', () => {
    expect(wishedText({ day: '2026-11-29', expr: '5天内' })).toBe('5天内，即11月29日（周日）');
    expect(wishedText({ day: '2026-11-29', expr: '11月29日前' })).toBe('11月29日（周日）');
    expect(wishedText({ day: '2026-11-29', expr: '11月29日前' })).toBe('11月29日（周日）');
    expect(wishedText({ day: '2026-11-29', expr: '' })).toBe('11月29日（周日）');
    expect(wishedText(null)).toBeNull();
  });
});

group('describe', () => {
  it('knows neither unit nor due day of a draft', () => {
    expect(describe(aSnapshot())).toMatchObject({ number: NUMBER, status: '待确认', unit: null, due: null });
  });

  it('names the unit whose turn it is and the day its turn ends', () => {
    const { snapshot } = after(buildCase({ stop: 'handling' }), aCommand('transfer', { at: '2026-11-30 10:00' }));
    expect(describe(snapshot)).toMatchObject({ status: '已交办', unit: '市人社局', due: '2026-12-07' });
  });
});

group('lineOf', () => {
  const now = shanghai('2026-11-30 10:00');

  it('tells number, enterprise, problem, status, unit, term and how near it is', () => {
    expect(lineOf(aSnapshot({ stop: 'handling' }), aWorld(), { now, ownName: false })).toBe(
      `${NUMBER} 涿州市盛弘机械有限责任公司：技改贷款批不下来，设备款月底要付（办理中，市工信局，期限12月1日周二，明天到期）`,
    );
  });

  it('leaves out the enterprise’s name in its own list, and the term once it is closed', () => {
    expect(lineOf(aSnapshot({ stop: 'closed' }), aWorld(), { now, ownName: true })).toBe(
      `${NUMBER} 技改贷款批不下来，设备款月底要付（已销号，市工信局）`,
    );
  });
});

group('at', () => {
  it('calls the bot by name in a group and not in a 1:1 chat', () => {
    expect(at(aCommand('query'), aWorld())).toBe('@帮企通 ');
    expect(at(aCommand('query', { chat: null }), aWorld({ botName: '小帮' }))).toBe('');
    expect(at(aCommand('query'), aWorld({ botName: '小帮' }))).toBe('@小帮 ');
  });
});
