import { WRITTEN } from '../../config/texts/roster-workbook.ts';
import { buildStores } from '../app/context.ts';
import { exportRoster } from '../app/export-roster.ts';
import { importOpenCases } from '../app/import-open-cases.ts';
import { importRoster } from '../app/import-roster.ts';
import { openCasesOfJson, openCasesOfSheets } from '../domain/open-case-sheet.ts';
import type { RowProblem } from '../domain/roster-rows.ts';
import { type RosterReading, readRosterSheets } from '../domain/roster-sheets.ts';
import { buildRosterTemplate, buildRosterWorkbook } from '../render/roster-workbook.ts';
import { readJsonFile } from './read-json-file.ts';
import { isWorkbook, type RosterRequest, readRosterArguments } from './roster-arguments.ts';
import { withDatabase } from './with-database.ts';
import { readWorkbookFile, writeNewFile } from './workbook-file.ts';

type ImportRequest = Extract<RosterRequest, { command: 'import' }>;

/** Does what was asked: bad rows as JSON lines on standard output, sentences about anything else on standard error. */
async function main(words: readonly string[]): Promise<number> {
  const request = readRosterArguments(words);
  if ('refusal' in request) throw new Error(request.refusal);
  if (request.command === 'import') return importFiles(request);
  return request.command === 'export' ? exportTo(request.file) : writeTemplate(request.file);
}

async function writeTemplate(path: string): Promise<number> {
  await writeNewFile(path, await buildRosterTemplate());
  return say(WRITTEN.template(path));
}

async function exportTo(path: string): Promise<number> {
  const file = await withDatabase(({ connection }) => exportRoster(connection));
  await writeNewFile(path, await buildRosterWorkbook(file));
  const { subjects, units, persons, chats } = file;
  const counts = { subjects: subjects.length, units: units.length, persons: persons.length, chats: chats.length };
  return say(WRITTEN.exported({ path, ...counts }));
}

/** The roster first: running cases name subjects and units of it. */
async function importFiles({ file, openCases, skipBad }: ImportRequest): Promise<number> {
  const code = file === null ? 0 : await importFrom(file, skipBad);
  return code === 0 && openCases !== null ? takeOverFrom(openCases, skipBad) : code;
}

async function importFrom(path: string, skipBad: boolean): Promise<number> {
  const { file, faults, inWorkbook } = await readRoster(path);
  if (faults.length > 0) return name(faults);
  const { problems, summary } = await withDatabase(({ connection }, config) =>
    importRoster({ file, skipBad, config, connection }),
  );
  name(problems.map(inWorkbook));
  return summary === null ? 1 : say(summary);
}

async function takeOverFrom(path: string, skipBad: boolean): Promise<number> {
  const read = isWorkbook(path)
    ? openCasesOfSheets(await readWorkbookFile(path))
    : openCasesOfJson(await readJsonFile(path));
  if ('fault' in read) return name([read.fault]);
  const { problems, summary } = await withDatabase(({ connection }, config) =>
    importOpenCases({ rows: read.rows, skipBad, config, stores: buildStores(connection) }),
  );
  name(problems);
  return summary === null ? 1 : say(summary);
}

/** A roster file, and how to name what is wrong with it in the words of the file that was given. */
async function readRoster(path: string): Promise<Omit<RosterReading, 'file'> & { file: unknown }> {
  if (isWorkbook(path)) return readRosterSheets(await readWorkbookFile(path));
  return { file: await readJsonFile(path), faults: [], inWorkbook: (problem) => problem };
}

function name(problems: readonly RowProblem[]): number {
  for (const problem of problems) process.stdout.write(`${JSON.stringify(problem)}\n`);
  return 1;
}

function say(sentence: string): number {
  process.stdout.write(`${sentence}\n`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
