import { addDays, isoWeekOf } from '../../../src/domain/day.ts';
import { rebuild } from '../../../src/domain/apply.ts';
import { weeklyFigures, type WeeklyNumbers } from '../../../src/domain/figures.ts';
import { periodOf } from '../../../src/domain/weekly.ts';
import type { ReportDoc } from '../../../src/store/report-store.ts';
import { FIRST_DAY } from '../run-year.ts';
import { rawCase } from './raw-case.ts';
import { type RawCounts, rawCounts } from './raw-counts.ts';
import type { Check, YearEvidence } from './year-evidence.ts';

/** Each week was cut once, in order, and its frozen numbers are those that the histories of that hour give. */
export function checkWeekly(evidence: YearEvidence): Check {
  const { reports, year } = evidence;
  const frozen = reports
    .filter(({ kind, status }) => kind === 'weekly' && status === 'frozen')
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  const weeks = Array.from({ length: year.options.weeks }, (_, i) => isoWeekOf(addDays(FIRST_DAY, 7 * i)));
  const missing = weeks.filter((week) => frozen.filter(({ period }) => period === week).length !== 1);
  const disordered = frozen.filter(({ issueNo }, i) => issueNo !== i + 1);
  return {
    name: 'each weekly report agrees with a recount',
    looked: frozen.length,
    broken: [
      ...missing.map((week) => `${week} has no report`),
      ...disordered.map(({ period, issueNo }) => `${period} is issue ${issueNo}`),
      ...frozen.flatMap((doc) => differences(doc, evidence)),
    ],
  };
}

function differences(doc: ReportDoc, { cases, world }: YearEvidence): string[] {
  const numbers = doc.numbers as WeeklyNumbers | null;
  if (!numbers || !doc.frozenAt) return [`${doc.period} is frozen without numbers`];
  const { frozenAt, period, cutAt } = doc;
  const known = cases.map(({ events }) => events.filter(({ recordedAt }) => recordedAt <= frozenAt));
  const then = known.filter((events) => events.length > 0);
  const again = weeklyFigures(then.map(rebuild), { week: period, until: cutAt, calendar: world.calendar }).numbers;
  const raw = inWords(rawCounts(then.map(rawCase), { ...periodOf(period), until: cutAt }));
  const named = { ...numbers } as unknown as Record<string, unknown>;
  const computed = { ...again } as unknown as Record<string, unknown>;
  return [
    ...Object.keys(computed).flatMap((key) => tellDifference(`${period} ${key}`, named[key], computed[key])),
    ...Object.entries(raw).flatMap(([key, value]) => tellDifference(`${period} ${key}, told anew`, named[key], value)),
  ];
}

function tellDifference(what: string, frozen: unknown, counted: unknown): string[] {
  return frozen === counted ? [] : [`${what}: frozen ${String(frozen)}, counted ${String(counted)}`];
}

/** Raw counts as the report names them; what is on 挂账 is open there, and never late. */
function inWords(raw: RawCounts): Record<string, number | null> {
  const rate = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    submitted: raw.submitted,
    resolved: raw.resolved,
    resolvedRate: rate(raw.expectedClosed, raw.expected),
    inWeekRate: rate(raw.inWeek, raw.resolved),
    inTermRate: rate(raw.inTerm, raw.resolved),
    open: raw.open,
    overdue: raw.overdue,
    surveyed: raw.surveyed,
    satisfied: raw.satisfied,
  };
}
