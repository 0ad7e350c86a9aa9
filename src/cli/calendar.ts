import { calendarChanged, calendarPreview } from '../../config/texts/calendar.ts';
import { previewCalendar, writeCalendar } from '../app/change-calendar.ts';
import type { Core } from '../app/context.ts';
import { pastDay } from '../domain/calendar-change.ts';
import { buildSeason, type CalendarChange, minuteOfClock, type Season } from '../domain/calendar-entry.ts';
import { spansOf } from '../domain/special-days.ts';
import { OPERATOR } from '../store/audit-store.ts';
import { withCore } from './with-database.ts';

const USAGE = `usage: npm run calendar -- off|work YYYY-MM-DD [YYYY-MM-DD …] [名称] [--preview]    e.g. npm run calendar -- off 2027-01-01 元旦
       npm run calendar -- hours YYYY-MM-DD 8:30-12:00 15:00-18:00 [--preview]    hours worked from that day on`;

const PREVIEW = '--preview';

interface Request {
  change: CalendarChange;
  /** Say what would follow, and change nothing. */
  isPreview: boolean;
}

/** Enters days off or make-up working days, also of a year not yet published; running services see them within the minute. */
async function main(): Promise<void> {
  const request = parse(process.argv.slice(2));
  process.stdout.write(`${await withCore((core) => answer(request, core))}
`);
}

async function answer({ change, isPreview }: Request, core: Core): Promise<string> {
  const now = await core.clock.now();
  const { season } = change;
  const spans = spansOf(change.days);
  if (season && pastDay(change, now)) throw new Error('hours that have begun stand: name tomorrow or a later day');
  if (isPreview) {
    const world = await core.worlds.current();
    return calendarPreview({
      spans,
      season,
      effect: await previewCalendar(change, { world, now }, core.stores),
      at: null,
    });
  }
  // The machine's time tells one run from the next, also while a sandbox clock stands still.
  const source = `${OPERATOR}/calendar/${new Date().toISOString()}`;
  await writeCalendar(change, { by: OPERATOR, at: now, source }, core.stores);
  return calendarChanged({ spans, season });
}

function parse(args: readonly string[]): Request {
  const [kind, ...rest] = args.filter((arg) => arg !== PREVIEW);
  const days = rest.filter((arg) => /^\d{4}-\d{2}-\d{2}$/.test(arg));
  const bad = days.find((day) => Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day);
  if (bad) throw new Error(`${bad} is not a day of the calendar`);
  if (kind !== 'off' && kind !== 'work' && kind !== 'hours') throw new Error(USAGE);
  if (days.length === 0) throw new Error(USAGE);
  const isPreview = args.includes(PREVIEW);
  if (kind === 'hours') return { change: { days: [], season: readHours(rest) }, isPreview };
  const name = rest.filter((arg) => !days.includes(arg)).join(' ');
  const entries = days.toSorted().map((day) => ({ day, worked: kind === 'work', name }));
  return { change: { days: entries }, isPreview };
}

function readHours([from = '', ...periods]: readonly string[]): Season {
  const season = buildSeason(from, periods.flatMap((period) => period.split('-')).map(minuteOfClock));
  if (!season) throw new Error(USAGE);
  return season;
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
