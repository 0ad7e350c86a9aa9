import { parseArgs } from 'node:util';

/** How long, how cruel and how repeatable a run is. */
export interface ChaosOptions {
  messages: number;
  kills: number;
  /** Chooses messages and kills; timing stays the machine's, so a seed repeats the story and not each crash. */
  seed: number;
  /** Service processes side by side on one database and one queue. */
  processes: number;
}

const USAGE = 'usage: npm run chaos -- [--messages 500] [--kills 20] [--seed N] [--processes 1]';

/** Reads the words of the command line. @throws with the usage when they are not understood. */
export function readChaosOptions(words: readonly string[]): ChaosOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...words],
    options: { messages: text, kills: text, seed: text, processes: text },
  });
  return {
    messages: count(values.messages, 500),
    kills: count(values.kills, 20),
    seed: count(values.seed, Date.now() % 1_000_000),
    processes: Math.max(1, count(values.processes, 1)),
  };
}

function count(given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (!/^\d{1,7}$/.test(given)) throw new Error(`${given} is not a count.\n${USAGE}`);
  return Number(given);
}
