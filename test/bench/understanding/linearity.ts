import { type Speaker, understand } from '../../../src/domain/understand/index.ts';
import { statutoryWorkday } from '../../../src/domain/workday.ts';
import { median } from '../figures.ts';
import { AWKWARD_TEXTS } from './awkward-texts.ts';
import type { Entry, Section } from './ledger.ts';

const SPEAKERS: readonly Speaker[] = ['subject', 'leader', 'unit', 'office', 'stranger'];
const SAID = new Date('2026-11-27T09:00:00+08:00');
/** The longest text that is read, in signs; half of it is read for comparison. */
const LONG = 20_480;
const CALLS = 5;
const MOST_MS = 100;
/** Below this the clock tells more about the machine than about the text. */
const WORTH_COMPARING_MS = 1;
const SHOWN = 3;

interface Took {
  name: string;
  speaker: Speaker;
  ms: number;
  ratio: number;
}

/** What a long text of one awkward kind costs, and how the cost grows from half the length. */
export function benchLinearity(): Section {
  const took = Object.entries(AWKWARD_TEXTS).map(([name, make]) =>
    SPEAKERS.map((speaker) => measure(name, make, speaker)),
  );
  const slowest = worstOf(took, ({ ms }) => ms);
  const worthIt = took.map((some) => some.filter(({ ms }) => ms >= WORTH_COMPARING_MS));
  const steepest = worstOf(worthIt, ({ ratio }) => ratio);
  const heading = `Awkward texts of 20 kB, ${took.length} kinds by ${SPEAKERS.length} speakers, the worst ${SHOWN} kinds`;
  return { heading, entries: [...slowest.map(timeEntry), ...steepest.map(ratioEntry)] };
}

function measure(name: string, make: (length: number) => string, speaker: Speaker): Took {
  const half = callMs(make(LONG / 2), speaker);
  const ms = callMs(make(LONG), speaker);
  return { name, speaker, ms, ratio: ms / half };
}

/** The worst speaker of each kind of text, and of those the worst kinds. */
function worstOf(took: readonly Took[][], of: (one: Took) => number): Took[] {
  const byWorst = (a: Took, b: Took): number => of(b) - of(a);
  const worst = took.flatMap((some) => [...some].sort(byWorst).slice(0, 1));
  return worst.sort(byWorst).slice(0, SHOWN);
}

/** Median time of a call, after one that warms up. */
function callMs(text: string, speaker: Speaker): number {
  const call = (): number => {
    const since = performance.now();
    understand({ text, speaker, said: SAID, botName: '帮企通', isWorkday: statutoryWorkday });
    return performance.now() - since;
  };
  call();
  return median(Array.from({ length: CALLS }, call));
}

function timeEntry({ name, speaker, ms }: Took, rank: number): Entry {
  return {
    what: `slowest ${rank + 1}`,
    figure: `${ms.toFixed(1)} ms`,
    detail: `${speaker}, ${name}`,
    bar: `< ${MOST_MS} ms`,
    isMet: ms < MOST_MS,
  };
}

function ratioEntry({ name, speaker, ms, ratio }: Took, rank: number): Entry {
  return {
    what: `steepest ${rank + 1}, 20 kB : 10 kB`,
    figure: ratio.toFixed(2),
    detail: `${speaker}, ${name}, ${ms.toFixed(1)} ms`,
  };
}
