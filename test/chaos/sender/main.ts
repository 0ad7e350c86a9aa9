import { parseArgs } from 'node:util';
import { lineOf } from '../write-report.ts';
import { runSender, type SenderOptions, type SenderRun } from './run-sender.ts';

/** Kills the sender again and again and prints what came of it; 1 when something was lost or doubled uncounted. */
async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: process.argv.slice(2), options: { sends: text, kills: text, seed: text } });
  const { sends = '2000', kills = '50', seed = String(Date.now() % 1_000_000) } = values;
  const options = { sends: Number(sends), kills: Number(kills), seed: Number(seed) };
  const run = await runSender(options);
  process.stdout.write(`${[...figuresOf(run, options), '', ...run.checks.flatMap(lineOf)].join('\n')}\n`);
  return run.checks.some(({ broken }) => broken.length > 0) ? 1 : 0;
}

function figuresOf(run: SenderRun, { sends, kills, seed }: SenderOptions): string[] {
  const again = run.rows.filter((row) => row.maybeSent).length;
  const uncertain = run.rows.filter((row) => row.status === 'uncertain').length;
  return [
    `sender: ${run.engines}; seed ${seed}; ${run.seconds} s`,
    `  notices         ${sends}, in ${run.arrived} messages that arrived`,
    `  kills           ${kills}`,
    `  may be doubled  ${again} sent again after a kill in flight, ${uncertain} reminders left uncertain; ${run.doubled} arrived twice`,
  ];
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
