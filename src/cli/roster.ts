import { importRoster } from '../app/import-roster.ts';
import { openDatabase } from '../app/open-database.ts';
import { loadSettings } from './load-settings.ts';
import { readJsonFile } from './read-json-file.ts';
import { readRosterArguments } from './roster-arguments.ts';

/** Imports a roster file: bad rows as JSON lines on standard output, sentences about anything else on standard error. */
async function main(words: readonly string[]): Promise<number> {
  const request = readRosterArguments(words);
  if ('refusal' in request) throw new Error(request.refusal);
  const file = await readJsonFile(request.file);
  const config = loadSettings();
  const database = await openDatabase(config);
  try {
    const { connection } = database;
    const { problems, summary } = await importRoster({ file, skipBad: request.skipBad, config, connection });
    for (const problem of problems) process.stdout.write(`${JSON.stringify(problem)}\n`);
    if (summary !== null) process.stdout.write(`${summary}\n`);
    return summary === null ? 1 : 0;
  } finally {
    await database.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
