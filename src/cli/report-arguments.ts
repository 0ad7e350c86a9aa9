import { parseArgs } from 'node:util';
import { LISTS_USAGE, refusals } from '../../config/texts/lists.ts';
import type { ListFilter } from '../domain/lists/lists.ts';
import { findPeriod, type ListPeriod } from '../domain/lists/period.ts';
import { periodOf, type Week } from '../domain/weekly.ts';

const USAGE =
  '用法：npm run report -- weekly --period 2026-W48 [--json] [--out 目录]，或 lists --period 2026-W48（或 2026-11）[--out 目录]';

export interface WeeklyRequest {
  week: Week;
  json: boolean;
  out: string | null;
}

/** `names`: as written; whether the register has them is seen later. */
export interface ListsRequest {
  period: ListPeriod;
  names: ListFilter;
  out: string | null;
}

/** What was asked for, or one sentence about why it cannot be done. */
export type ReportRequest = WeeklyRequest | ListsRequest | { refusal: string };

/** Reads the words after `npm run report --`. */
export function readReportArguments(words: readonly string[]): ReportRequest {
  const parsed = parseWords(words);
  if (!parsed) return { refusal: words[0] === 'lists' ? LISTS_USAGE : USAGE };
  if (parsed.kind === 'bulletin') return { refusal: '月通报要到后续版本才有，这一版请用 weekly 出周报。' };
  return parsed.kind === 'lists' ? readLists(parsed) : readWeekly(parsed);
}

type Words = NonNullable<ReturnType<typeof parseWords>>;

function readWeekly({ kind, period, json, out, names }: Words): ReportRequest {
  if (kind !== 'weekly' || period === null || Object.values(names).some((name) => name !== null)) {
    return { refusal: USAGE };
  }
  if (!isWeek(period)) return { refusal: `没有“${period}”这一周，请写成 2026-W48 这样。` };
  return { week: period, json, out };
}

function readLists({ period, json, out, names }: Words): ReportRequest {
  if (period === null || json) return { refusal: LISTS_USAGE };
  const found = findPeriod(period);
  return found ? { period: found, names, out } : { refusal: refusals.noPeriod({ period }) };
}

function parseWords(words: readonly string[]) {
  const options = {
    period: { type: 'string' },
    json: { type: 'boolean', default: false },
    out: { type: 'string' },
    county: { type: 'string' },
    unit: { type: 'string' },
    leader: { type: 'string' },
    list: { type: 'string' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const { json, period = null, out = null, county = null, unit = null, leader = null, list = null } = values;
    if (positionals.length > 1) return null;
    return { kind: positionals[0], json, period, out, names: { county, unit, leader, list } };
  } catch {
    return null;
  }
}

function isWeek(period: string): boolean {
  try {
    return Boolean(periodOf(period));
  } catch {
    return false;
  }
}
