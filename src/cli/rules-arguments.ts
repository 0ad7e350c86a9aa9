import { type Day, instantAt } from '../domain/day.ts';

/** What `npm run rules` was asked to do. */
export type RulesRequest =
  | { command: 'show' }
  /** `from` null = from now on. */
  | { command: 'set'; settings: string[]; from: Date | null }
  | { command: 'replay'; apply: boolean };

const USAGE = `usage: npm run rules -- show
       npm run rules -- set simple=4 税费=complex [--from now|YYYY-MM-DD]
       npm run rules -- replay [--open] [--apply]`;

/** Reads the words of the command line. @throws Error that says how it is used. */
export function readRulesArguments(words: readonly string[]): RulesRequest {
  const [command, ...rest] = words;
  if (command === 'show' && rest.length === 0) return { command };
  // Only open cases are ever counted anew; --open says so for whoever reads the line.
  if (command === 'replay' && rest.every((word) => word === '--open' || word === '--apply'))
    return { command, apply: rest.includes('--apply') };
  if (command === 'set') return readSet(rest);
  throw new Error(USAGE);
}

function readSet(words: readonly string[]): RulesRequest {
  const at = words.indexOf('--from');
  const from = at < 0 ? 'now' : (words[at + 1] ?? '');
  const settings = words.filter((_, i) => at < 0 || (i !== at && i !== at + 1));
  if (settings.length === 0 || settings.some((word) => !/^[^=-]+=[^=]+$/.test(word))) throw new Error(USAGE);
  return { command: 'set', settings, from: from === 'now' ? null : instantAt(dayOfWord(from), 0) };
}

function dayOfWord(word: string): Day {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(word) && !Number.isNaN(Date.parse(word));
  if (!isDay || new Date(word).toISOString().slice(0, 10) !== word) throw new Error(`${word} is not a day\n${USAGE}`);
  return word;
}
