import { parseArgs } from 'node:util';
import { periodOf, type Week } from '../domain/weekly.ts';

const USAGE = '用法：npm run report -- weekly --period 2026-W48 [--json] [--out 目录]';

/** What was asked for, or one sentence about why it cannot be done. */
export type ReportRequest = { week: Week; json: boolean; out: string | null } | { refusal: string };

/** Reads the words after `npm run report --`. */
export function readReportArguments(words: readonly string[]): ReportRequest {
  const parsed = parseWords(words);
  if (!parsed) return { refusal: USAGE };
  const { kind, period, json, out } = parsed;
  if (kind === 'bulletin') return { refusal: '月通报要到后续版本才有，这一版请用 weekly 出周报。' };
  if (kind === 'lists') return { refusal: '清单要到后续版本才有，这一版请用 weekly 出周报。' };
  if (kind !== 'weekly' || period === null) return { refusal: USAGE };
  if (!isWeek(period)) return { refusal: `没有“${period}”这一周，请写成 2026-W48 这样。` };
  return { week: period, json, out };
}

function parseWords(words: readonly string[]) {
  const options = {
    period: { type: 'string' },
    json: { type: 'boolean', default: false },
    out: { type: 'string' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const { json, period = null, out = null } = values;
    return positionals.length > 1 ? null : { kind: positionals[0], json, period, out };
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
