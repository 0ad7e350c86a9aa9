import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { benchCallbacks } from './callbacks.ts';
import { benchClaims } from './claims.ts';
import { benchMemory } from './memory.ts';
import { benchStartUp } from './start-up.ts';

const BENCHES: Readonly<Record<string, () => Promise<string>>> = {
  'callbacks-web': () => benchCallbacks('web'),
  'callbacks-all': () => benchCallbacks('all'),
  claims: benchClaims,
  memory: benchMemory,
  'start-up': benchStartUp,
};

/** Measures everything, or what `--only` names, and prints it as it comes. */
async function main(): Promise<void> {
  const { values } = parseArgs({ args: process.argv.slice(2), options: { only: { type: 'string', multiple: true } } });
  const names = values.only ?? Object.keys(BENCHES);
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  process.stdout.write(
    `Node ${process.version}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory} GB\n\n`,
  );
  for (const name of names) {
    const bench = BENCHES[name];
    if (!bench) throw new Error(`there is no bench ${name}: choose of ${Object.keys(BENCHES).join(', ')}`);
    process.stdout.write(`${await bench()}\n`);
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
