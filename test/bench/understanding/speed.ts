import { buildMatcher, type Matcher, type RosterName } from '../../../src/domain/understand/index.ts';
import { readLabelled } from '../../domain/understand/judge.ts';
import { corpusRows, type Labelled } from '../../domain/understand/labelled.ts';
import { median, percentile } from '../figures.ts';
import type { Entry, Section } from './ledger.ts';
import { makeUpCompanies, makeUpQueries, type QueryKind, rosterOf } from './made-up-roster.ts';

const NAMES = 10_000;
const SEED = 20_261_124;
const TURNS = 5;
/** How often the labelled messages are read in a turn. */
const REPEATS = 20;
const QUERIES_EACH = 500;
const LEAST_PER_SECOND = 2_000;
const MOST_MEDIAN_MS = 2;

/** How fast one core reads and matches; the first turn warms up and does not count. */
export function benchSpeed(): Section {
  const companies = makeUpCompanies(NAMES, SEED);
  const roster = rosterOf(companies);
  const matcher = buildMatcher(roster);
  const rows = corpusRows<Labelled>('messages_dev.jsonl');
  const entries = [
    readingEntry(inTurns(() => messagesPerSecond(rows, matcher))),
    ...matchingEntries(matcher, makeUpQueries(companies, QUERIES_EACH)),
    spread({ what: 'building the matcher', unit: 'ms', values: inTurns(() => buildMs(roster)) }),
  ];
  const heading = `Speed, one core, ${NAMES} made-up names: median of ${TURNS} turns, least and most`;
  return { heading, entries };
}

function inTurns<Measured>(measure: () => Measured): Measured[] {
  measure();
  return Array.from({ length: TURNS }, measure);
}

/** Reads every message and matches each enterprise that it names. */
function messagesPerSecond(rows: readonly Labelled[], matcher: Matcher): number {
  const since = performance.now();
  for (let round = 0; round < REPEATS; round += 1) {
    for (const row of rows) {
      for (const { enterprise } of readLabelled(row).problems) if (enterprise) matcher.match(enterprise);
    }
  }
  return (rows.length * REPEATS * 1000) / (performance.now() - since);
}

function readingEntry(perSecond: readonly number[]): Entry {
  const entry = spread({ what: 'reading and matching', unit: 'messages/s', values: perSecond });
  return { ...entry, bar: `>= ${LEAST_PER_SECOND}/s`, isMet: median(perSecond) >= LEAST_PER_SECOND };
}

function matchingEntries(matcher: Matcher, queries: Record<QueryKind, string[]>): Entry[] {
  const all = Object.values(queries).flat();
  const overall = inTurns(() => matchMs(matcher, all));
  const medians = overall.map((times) => median(times));
  const kinds = Object.entries(queries).map(([kind, some]) => {
    const middle = inTurns(() => median(matchMs(matcher, some)));
    return spread({ what: `  of ${kind} names`, unit: 'ms', values: middle });
  });
  const middle = spread({ what: 'matching a name, median', unit: 'ms', values: medians });
  return [
    { ...middle, bar: `< ${MOST_MEDIAN_MS} ms`, isMet: median(medians) < MOST_MEDIAN_MS },
    ...kinds,
    spread({ what: 'matching a name, p99', unit: 'ms', values: overall.map((times) => percentile(times, 0.99)) }),
  ];
}

function matchMs(matcher: Matcher, queries: readonly string[]): number[] {
  return queries.map((query) => {
    const since = performance.now();
    matcher.match(query);
    return performance.now() - since;
  });
}

function buildMs(roster: readonly RosterName[]): number {
  const since = performance.now();
  buildMatcher(roster);
  return performance.now() - since;
}

interface Spread {
  what: string;
  unit: string;
  values: readonly number[];
}

function spread({ what, unit, values }: Spread): Entry {
  const write = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
  const detail = `${write(Math.min(...values))} to ${write(Math.max(...values))}`;
  return { what, figure: `${write(median(values))} ${unit}`, detail };
}
