import { parseArgs } from 'node:util';

/** How large a city, how long, and which of all possible years. */
export interface SimulateOptions {
  subjects: number;
  weeks: number;
  /** Chooses everything that people do: the same seed tells the same year. */
  seed: number;
}

const USAGE = 'usage: npm run simulate -- [--subjects 1288] [--weeks 52] [--seed 1]';
/** Fewer would leave leaders without two enterprises and units without a neighbour to hand over to. */
const LEAST_SUBJECTS = 20;

/** Reads the words of the command line. @throws with the usage when they are not understood. */
export function readSimulateOptions(words: readonly string[]): SimulateOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...words], options: { subjects: text, weeks: text, seed: text } });
  const subjects = count(values.subjects, 1288);
  const weeks = count(values.weeks, 52);
  if (subjects < LEAST_SUBJECTS || weeks < 1)
    throw new Error(`${LEAST_SUBJECTS} subjects and a week are the least.\n${USAGE}`);
  return { subjects, weeks, seed: count(values.seed, 1) };
}

function count(given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (!/^\d{1,6}$/.test(given)) throw new Error(`${given} is not a count.\n${USAGE}`);
  return Number(given);
}
