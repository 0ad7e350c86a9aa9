import { readChaosOptions } from './chaos-options.ts';
import { runChaos } from './run-chaos.ts';

/** Kills the service again and again while people talk to it, then looks for what was lost or done twice. */
async function main(): Promise<number> {
  const options = readChaosOptions(process.argv.slice(2));
  const { report, broken } = await runChaos(options, (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(report);
  return broken > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
