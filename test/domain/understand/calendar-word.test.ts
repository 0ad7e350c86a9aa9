import { describe, expect, it } from 'vitest';
import type { Speaker } from '../../../src/domain/understand/reading.ts';
import { readingOf } from '../../support/reading-of.ts';

/** What is understood on Friday, 27 November 2026. */
function wordOf(text: string, speaker: Speaker = 'office') {
  return readingOf(speaker, text).word;
}

/** `2026-12-31 off 元旦`, one a day; null when nothing was understood to be changed. */
function daysOf(text: string, speaker: Speaker = 'office'): string[] | null {
  const word = wordOf(text, speaker);
  if (word?.type !== 'changeCalendar' || !word.change) return null;
  return word.change.days.map(({ day, worked, name }) =>
    [day, worked ? 'work' : 'off', name].filter(Boolean).join(' '),
  );
}

describe('a change of the calendar', () => {
  it.each([
    ['12月31日放假', ['2026-12-31 off']],
    ['日历 12月31日 休息 元旦', ['2026-12-31 off 元旦']],
    ['工作日历：12月31号休息', ['2026-12-31 off']],
    ['1月4日上班(调休)', ['2027-01-04 work 调休']],
    ['1月4日上班（调休）。', ['2027-01-04 work 调休']],
    ['1月4日调休上班', ['2027-01-04 work 调休']],
    ['2027年1月4日补班', ['2027-01-04 work']],
    ['2027-01-04 上班', ['2027-01-04 work']],
    ['12月31日不上班', ['2026-12-31 off']],
    ['2月10日至2月12日放假 本地停电', ['2027-02-10', '2027-02-11', '2027-02-12'].map((d) => `${d} off 本地停电`)],
    ['2月10日到12日全市放假三天', ['2027-02-10 off', '2027-02-11 off', '2027-02-12 off']],
    ['12月30日至1月2日休息', ['2026-12-30 off', '2026-12-31 off', '2027-01-01 off', '2027-01-02 off']],
    ['12月5日、12月7日放假', ['2026-12-05 off', '2026-12-07 off']],
    ['日历 周一休息', ['2026-11-30 off']],
  ])('%s', (text, days) => {
    expect(daysOf(text)).toEqual(days);
  });

  it('takes a date lately past for just that, and one long past for the next year’s', () => {
    expect(daysOf('11月20日放假')).toEqual(['2026-11-20 off']);
    expect(daysOf('3月20日放假')).toEqual(['2027-03-20 off']);
  });

  it.each(['日历 2月30日放假', '日历 放假', '日历 12月31日', '日历 3月1日至5月30日放假', '日历 12月31日至30日放假'])(
    'names no day in %s, and is asked back',
    (text) => {
      expect(wordOf(text)).toEqual({ type: 'changeCalendar', change: null });
    },
  );

  it.each([
    '12月31日放假吗？',
    '12月31日放假，企业复工要注意什么',
    '明天上班',
    '元旦放假安排出来了吗',
    '企业反映12月31日停电，设备损坏',
    '12月31日前办结',
  ])('is not heard in %s', (text) => {
    expect(['changeCalendar', 'confirmCalendar']).not.toContain(wordOf(text)?.type);
  });

  it('is heard from others only when they speak of the calendar', () => {
    expect(daysOf('12月31日放假', 'subject')).toBeNull();
    expect(daysOf('12月31日放假', 'unit')).toBeNull();
    expect(daysOf('日历 12月31日放假', 'unit')).toEqual(['2026-12-31 off']);
  });

  it('is confirmed by words of its own', () => {
    expect(wordOf('确认改日历')).toEqual({ type: 'confirmCalendar' });
    expect(wordOf('确认')).toEqual({ type: 'confirm' });
  });

  it('can be asked about', () => {
    expect(wordOf('工作日历', 'unit')).toEqual({ type: 'query', what: 'calendar' });
  });
});

describe('a change of the hours', () => {
  const hoursOf = (text: string, speaker: Speaker = 'office') => {
    const word = wordOf(text, speaker);
    if (word?.type !== 'changeCalendar' || !word.change?.season) return null;
    const { from, periods } = word.change.season;
    return [from, ...periods.flatMap((period) => [period.from, period.to])];
  };
  const SUMMER = [510, 720, 900, 1080];

  it.each([
    ['作息 6月1日起 8:30-12:00 15:00-18:00', ['2027-06-01', ...SUMMER]],
    ['作息：6月1日起，8：30至12：00，15：00至18：00', ['2027-06-01', ...SUMMER]],
    ['作息时间 2027年6月1日起 上午8:30-12:00 下午3:00-6:00', ['2027-06-01', ...SUMMER]],
    ['改作息 12月1日起上午8点半到12点、下午3点到6点', ['2026-12-01', ...SUMMER]],
    ['作息 明天起 9:00-12:00 13:00-17:00', ['2026-11-28', 540, 720, 780, 1020]],
  ])('%s', (text, hours) => {
    expect(hoursOf(text)).toEqual(hours);
  });

  it.each([
    '作息 6月1日起',
    '作息 6月1日起 8:30-12:00',
    '作息 6月1日起 15:00-18:00 8:30-12:00',
    '作息 6月1日起 8:30-12:70 15:00-18:00',
    '作息 6月1日起 5:00-12:00 15:00-18:00',
    '作息 2月30日起 8:30-12:00 15:00-18:00',
  ])('is asked back about in %s', (text) => {
    expect(wordOf(text)).toEqual({ type: 'changeCalendar', change: null });
  });

  it('is no change but a question when nothing follows', () => {
    expect(wordOf('作息时间')).toEqual({ type: 'query', what: 'calendar' });
  });
});
