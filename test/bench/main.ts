import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { benchCallbacks } from './callbacks.ts';
import { benchClaims } from './claims.ts';
import { benchDueDates } from './due-dates.ts';
import { benchMemory } from './memory.ts';
import { benchStartUp } from './start-up.ts';

interface Asked {
  /** How many cases wait; see `benchClaims`. */
  waiting: readonly number[];
}

const BENCHES: Readonly<Record<string, (asked: Asked) => string | Promise<string>>> = {
  'due-dates': benchDueDates,
  'callbacks-web': () => benchCallbacks('web'),
  'callbacks-all': () => benchCallbacks('all'),
  claims: ({ waiting }) => benchClaims(waiting),
  memory: benchMemory,
  'start-up': benchStartUp,
};

const OPTIONS = {
  only: { type: 'string', multiple: true },
  waiting: { type: 'string', multiple: true },
} as const;

/** Measures everything, or what `--only` names, and prints it as it comes. */
async function main(): Promise<void> {
  const { values } = parseArgs({ args: process.argv.slice(2), options: OPTIONS });
  const waiting = (values.waiting ?? []).map(Number);
  const names = values.only ?? Object.keys(BENCHES);
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  process.stdout.write(
    `Node ${process.version}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory} GB\n\n`,
  );
  for (const name of names) {
    const bench = BENCHES[name];
    if (!bench) throw new Error(`there is no bench ${name}: choose of ${Object.keys(BENCHES).join(', ')}`);
    process.stdout.write(`${await bench({ waiting })}\n`);
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
