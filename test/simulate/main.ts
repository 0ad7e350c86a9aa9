import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkYear } from './checks/check-year.ts';
import { gatherYear } from './checks/year-evidence.ts';
import { figuresOf } from './figures.ts';
import { readSimulateOptions } from './options.ts';
import { runYear, type Year } from './run-year.ts';
import { writeTable } from './write-table.ts';

/** Lives through a made-up year of a city with the real service, then looks whether all that must hold has held. */
async function main(): Promise<number> {
  const began = Date.now();
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const year = await runYear(readSimulateOptions(process.argv.slice(2)), say);
  try {
    const evidence = await gatherYear(year);
    const checks = await checkYear(evidence);
    process.stdout.write(writeTable(figuresOf(evidence), checks));
    const holds = checks.every(({ broken }) => broken.length === 0);
    if (holds) await year.database.connection.dropDatabase();
    say(
      `${Math.round((Date.now() - began) / 1000)} s, ${year.place.engines}; ${holds ? 'nothing kept' : `kept: ${year.place.dataDir}`}`,
    );
    if (!holds) await keepRecord(year);
    return await leave(year, holds);
  } finally {
    await year.platform.close();
  }
}

/** What chats showed lies beside the data, one message a line. */
async function keepRecord({ platform, place }: Year): Promise<void> {
  const lines = platform.shown.map((shown) => JSON.stringify(shown));
  await writeFile(path.join(place.dataDir, 'shown.jsonl'), `${lines.join('\n')}\n`);
}

/** The data stay where something did not hold. */
async function leave({ database, place }: Year, holds: boolean): Promise<number> {
  await database.close();
  if (holds) await place.remove();
  return holds ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
