import { writeLists } from '../../../src/app/write-lists.ts';
import { addDays, isoWeekOf } from '../../../src/domain/day.ts';
import { rebuild } from '../../../src/domain/apply.ts';
import { weeklyFigures } from '../../../src/domain/figures.ts';
import {
  addToLists,
  buildLists,
  finishLists,
  type Lists,
  startLists,
  WHOLE_CITY,
} from '../../../src/domain/lists/lists.ts';
import { acceptedSince, findPeriod, type ListPeriod } from '../../../src/domain/lists/period.ts';
import { casesForLists } from '../../../src/store/case-lists.ts';
import { diceFor } from '../dice.ts';
import { FIRST_DAY } from '../run-year.ts';
import { rawCase } from './raw-case.ts';
import { type RawCounts, rawCounts } from './raw-counts.ts';
import type { Check, YearEvidence } from './year-evidence.ts';

/** For three weeks and three months: the lists balance, agree with the raw histories, and with the week's figures as of now. */
export async function checkLists(evidence: YearEvidence): Promise<Check> {
  const periods = somePeriods(evidence);
  const broken: string[] = [];
  for (const period of periods) broken.push(...(await faultsOf(period, evidence)));
  return { name: 'lists agree with the cases and the weekly figures', looked: periods.length, broken };
}

function somePeriods({ year }: YearEvidence): ListPeriod[] {
  const { weeks, seed } = year.options;
  const dice = diceFor(seed, 'periods');
  const days = Array.from({ length: 6 }, () => addDays(FIRST_DAY, Math.floor(dice() * weeks * 7)));
  const names = new Set(days.map((day, i) => (i < 3 ? isoWeekOf(day) : day.slice(0, 7))));
  return [...names].flatMap((name) => findPeriod(name) ?? []);
}

async function faultsOf(period: ListPeriod, evidence: YearEvidence): Promise<string[]> {
  const { world, now, year, cases } = evidence;
  const { calendar, roster } = world;
  const until = now < period.to ? now : period.to;
  const frame = { period, until, calendar, roster };
  const tally = startLists(frame);
  const span = { from: period.from, acceptedSince: acceptedSince(period, calendar) };
  for await (const told of casesForLists(year.stores.cases.model, span)) addToLists(tally, told);
  const lists = finishLists(tally);
  const raw = rawCounts(
    cases.map(({ events }) => rawCase(events)),
    { ...period, until },
  );
  const written = await writeLists({ ...frame, names: WHOLE_CITY, dir: year.place.dataDir }, year.stores);
  const faults = [
    ...('refusal' in written ? [`not written: ${written.refusal}`] : []),
    ...balance(lists),
    ...againstRaw(lists, raw),
    ...(period.name.includes('W') ? againstWeek(period, evidence) : []),
  ];
  return faults.map((fault) => `${period.name} ${fault}`);
}

function totalsOf(lists: Lists) {
  return Object.entries(lists.summary).flatMap(([dimension, rows]) => {
    const total = rows.at(-1)?.counts;
    return total ? [{ dimension, total }] : [];
  });
}

function balance(lists: Lists): string[] {
  const totals = totalsOf(lists);
  const first = JSON.stringify(totals[0]?.total);
  return totals.flatMap(({ dimension, total }) => [
    ...(total.carried + total.fresh - total.closed - total.ended === total.open
      ? []
      : [`${dimension} does not balance`]),
    ...(JSON.stringify(total) === first ? [] : [`${dimension} has another total`]),
  ]);
}

function againstRaw(lists: Lists, raw: RawCounts): string[] {
  const total = totalsOf(lists)[0]?.total;
  if (!total) return ['no total'];
  return unequal([
    ['新增', total.fresh, raw.submitted],
    ['办结', total.closed, raw.resolved],
    ['按期', total.inTerm, raw.inTerm],
    ['终止', total.ended, raw.ended],
    ['在办', total.open, raw.open],
    ['超期', total.overdue, raw.overdue],
    ['挂账', total.suspended, raw.suspended],
    ['回访', total.surveyed, raw.surveyed],
    ['满意', total.satisfied, raw.satisfied],
  ]);
}

/** As it stood when the week ended: the lists of that hour and the figures of that hour count the same. */
function againstWeek(period: ListPeriod, { world, now, cases }: YearEvidence): string[] {
  const until = now < period.to ? now : period.to;
  const { calendar, roster } = world;
  const told = cases.flatMap(({ events }) => {
    const known = events.filter(({ recordedAt }) => recordedAt < until);
    return known.length > 0 ? [{ snapshot: rebuild(known), events: known }] : [];
  });
  const total = totalsOf(buildLists(told, { period, until, calendar, roster }))[0]?.total;
  const snapshots = told.map(({ snapshot }) => snapshot);
  const { numbers } = weeklyFigures(snapshots, { week: period.name, until, calendar });
  return unequal([
    ['submitted', total?.fresh, numbers.submitted],
    ['resolved', total?.closed, numbers.resolved],
    ['open', total?.open, numbers.open],
    ['overdue', total?.overdue, numbers.overdue],
    ['surveyed', total?.surveyed, numbers.surveyed],
    ['satisfied', total?.satisfied, numbers.satisfied],
  ]).map((fault) => `at its end, ${fault} by the week's figures`);
}

function unequal(pairs: readonly (readonly [string, number | undefined, number])[]): string[] {
  return pairs.flatMap(([name, listed, counted]) =>
    listed === counted ? [] : [`${name}: listed ${String(listed)}, counted ${counted}`],
  );
}
