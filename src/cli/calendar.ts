import { openDatabase } from '../app/open-database.ts';
import { buildCalendarStore } from '../store/calendar-store.ts';
import { buildVersionStore } from '../store/versions.ts';
import { loadSettings } from './load-settings.ts';

const USAGE =
  'usage: npm run calendar -- off|work YYYY-MM-DD [YYYY-MM-DD …] [名称]    e.g. npm run calendar -- off 2027-01-01 元旦';

interface Entry {
  worked: boolean;
  days: string[];
  name: string;
}

/** Enters days off or make-up working days, also of a year not yet published; running services see them within the minute. */
async function main(): Promise<void> {
  const entry = parse(process.argv.slice(2));
  const database = await openDatabase(loadSettings());
  try {
    const calendar = buildCalendarStore(database.connection);
    for (const day of entry.days) await calendar.setDay(day, entry.worked, entry.name);
    await buildVersionStore(database.connection).bump('calendar');
  } finally {
    await database.close();
  }
  process.stdout.write(`工作日历已更新：${entry.days.join('、')} ${entry.worked ? '上班' : '休息'}。\n`);
}

function parse(args: readonly string[]): Entry {
  const [kind, ...rest] = args;
  const days = rest.filter((arg) => /^\d{4}-\d{2}-\d{2}$/.test(arg));
  const bad = days.find((day) => Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day);
  if (bad) throw new Error(`${bad} is not a day of the calendar`);
  if ((kind !== 'off' && kind !== 'work') || days.length === 0) throw new Error(USAGE);
  return { worked: kind === 'work', days, name: rest.filter((arg) => !days.includes(arg)).join(' ') };
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
