import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { decideWeekly } from '../../jobs/weekly-report.ts';
import { buildCore, type Core } from '../app/context.ts';
import { countWeek } from '../app/weekly-figures.ts';
import { writeLists } from '../app/write-lists.ts';
import { cutOf, periodOf, type Week } from '../domain/weekly.ts';
import { reportId } from '../store/report-store.ts';
import { type ListsRequest, readReportArguments, type WeeklyRequest } from './report-arguments.ts';
import { withDatabase } from './with-database.ts';

/** Prints a week's numbers, or writes a report or the lists and prints the file's path. Works beside a running service. */
async function main(words: readonly string[]): Promise<void> {
  const request = readReportArguments(words);
  if ('refusal' in request) throw new Error(request.refusal);
  await withDatabase(async ({ connection }, config) => {
    const core = buildCore(config, connection);
    const dir = path.resolve(request.out ?? path.join(config.dataDir, 'reports'));
    const line = 'week' in request ? await tellWeek(request, dir, core) : await listPeriod(request, dir, core);
    process.stdout.write(`${line}\n`);
  });
}

async function tellWeek({ week, json }: WeeklyRequest, dir: string, core: Core): Promise<string> {
  if (json) return JSON.stringify(await numbersOf(week, core));
  return writeReport(path.join(dir, `weekly-${week}.md`), await textOf(week, core));
}

async function listPeriod({ period, names }: ListsRequest, dir: string, core: Core): Promise<string> {
  const { stores, worlds } = core;
  const [now, { calendar, roster }] = await Promise.all([readClock(core), worlds.current()]);
  const until = now < period.to ? now : period.to;
  const written = await writeLists({ period, until, calendar, roster, names, dir }, stores);
  if ('refusal' in written) throw new Error(written.refusal);
  return written.file;
}

/** A week once cut keeps its numbers; any other is counted as of now, or as of its end. */
async function numbersOf(week: Week, core: Core): Promise<object> {
  const doc = await core.stores.reports.get(reportId('weekly', week));
  if (doc?.numbers) return doc.numbers;
  return (await countUntil(week, periodOf(week).to, core)).numbers;
}

/** A week once cut keeps its words; any other is told as its report would be, were it cut now. */
async function textOf(week: Week, core: Core): Promise<string> {
  const { stores, worlds } = core;
  const doc = await stores.reports.get(reportId('weekly', week));
  if (doc?.text) return doc.text;
  const world = await worlds.current();
  const figures = await countUntil(week, cutOf(week, world.calendar), core);
  const issueNo = (await stores.reports.frozenWeeks()) + 1;
  return decideWeekly({ id: reportId('weekly', week), issueNo, figures, world }).text;
}

async function countUntil(week: Week, latest: Date, core: Core) {
  const [now, { calendar }] = await Promise.all([readClock(core), core.worlds.current()]);
  return countWeek({ week, until: now < latest ? now : latest, calendar }, core.stores);
}

/** Only a sandbox has a clock in its database; its reports go by that, whoever asks. */
async function readClock({ stores }: Core): Promise<Date> {
  return (await stores.clock.read()) ?? new Date();
}

async function writeReport(file: string, text: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${text}\n`);
  return file;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
