import { calendarChanged, calendarPreview } from '../../config/texts/calendar.ts';
import { previewCalendar, writeCalendar } from '../app/change-calendar.ts';
import type { Core } from '../app/context.ts';
import type { CalendarChange } from '../domain/calendar-entry.ts';
import { spansOf } from '../domain/special-days.ts';
import { OPERATOR } from '../store/audit-store.ts';
import { withCore } from './with-database.ts';

const USAGE =
  'usage: npm run calendar -- off|work YYYY-MM-DD [YYYY-MM-DD …] [名称] [--preview]    e.g. npm run calendar -- off 2027-01-01 元旦';

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
  const spans = spansOf(change.days);
  const now = await core.clock.now();
  if (isPreview) {
    const world = await core.worlds.current();
    return calendarPreview({ spans, effect: await previewCalendar(change, { world, now }, core.stores), at: null });
  }
  // The machine's time tells one run from the next, also while a sandbox clock stands still.
  const source = `${OPERATOR}/calendar/${new Date().toISOString()}`;
  await writeCalendar(change, { by: OPERATOR, at: now, source }, core.stores);
  return calendarChanged({ spans });
}

function parse(args: readonly string[]): Request {
  const [kind, ...rest] = args.filter((arg) => arg !== PREVIEW);
  const days = rest.filter((arg) => /^\d{4}-\d{2}-\d{2}$/.test(arg));
  const bad = days.find((day) => Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day);
  if (bad) throw new Error(`${bad} is not a day of the calendar`);
  if ((kind !== 'off' && kind !== 'work') || days.length === 0) throw new Error(USAGE);
  const name = rest.filter((arg) => !days.includes(arg)).join(' ');
  const entries = days.toSorted().map((day) => ({ day, worked: kind === 'work', name }));
  return { change: { days: entries }, isPreview: args.includes(PREVIEW) };
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
