import * as calendar from '../../config/texts/calendar.ts';
import { WORK_PERIODS } from '../../config/rules.ts';
import { shanghai } from './world-factory.ts';

const { calendarRefusals } = calendar;
const at = '@帮企通 ';
const SPANS = [
  { from: '2026-12-31', to: '2026-12-31', worked: false, name: '元旦', own: true },
  { from: '2027-01-04', to: '2027-01-05', worked: true, name: '', own: false },
];
const USUAL = { from: '2026-11-24', periods: WORK_PERIODS };
const SUMMER = {
  from: '2027-06-01',
  periods: [USUAL.periods[0], { from: 15 * 60, to: 18 * 60 }].flatMap((p) => p ?? []),
};
const first = (['leg', 'case'] as const).map((clock, i) => ({
  number: `BQ-2026-00012${i}`,
  clock,
  from: shanghai('2026-12-31 17:30'),
  to: shanghai('2027-01-04 17:30'),
}));
const NOTHING = { moved: 0, first: [], past: 0, promised: 0, instructions: 0 };

/** What the office reads of its calendar; about no one case. */
export const CALENDAR: Record<Exclude<keyof typeof calendar, 'calendarRefusals'>, readonly string[]> = {
  calendarPreview: [
    calendar.calendarPreview({ spans: SPANS, effect: { moved: 7, first, past: 1, promised: 2, instructions: 3 }, at }),
    calendar.calendarPreview({ spans: SPANS, effect: NOTHING, at: null }),
  ],
  calendarChanged: [
    calendar.calendarChanged({ spans: SPANS }),
    calendar.calendarChanged({ spans: [], season: SUMMER }),
  ],
  calendarDays: [
    calendar.calendarDays({
      from: '2026-11-24',
      to: '2027-01-23',
      spans: SPANS,
      seasons: [USUAL, SUMMER],
      unknown: [2027],
    }),
    calendar.calendarDays({ from: '2026-11-24', to: '2026-12-23', spans: [], seasons: [USUAL], unknown: [] }),
  ],
};

/** Why a change of the calendar was not made. */
export const CALENDAR_REFUSALS: Record<keyof typeof calendarRefusals, readonly string[]> = {
  unclear: [calendarRefusals.unclear({ at })],
  past: [calendarRefusals.past({ day: '2026-11-20' })],
  soAlready: [true, false].map((worked) => calendarRefusals.soAlready({ day: '2026-12-31', worked })),
  pastHours: [calendarRefusals.pastHours()],
  usualHours: [calendarRefusals.usualHours(USUAL)],
  notHere: [calendarRefusals.notHere()],
  nothingToConfirm: [calendarRefusals.nothingToConfirm({ at })],
};
