import type { Snapshot } from './case.ts';
import { learn } from './understand/category/lessons.ts';

/** What the office ruled on a 退回. */
export interface Ruling {
  at: Date;
  granted: boolean;
  /** Whose the case was then; null while a granted return waits for the office to name a unit. */
  unit: string | null;
  reason: string | null;
}

/** A ruling on a case alike, as the office is reminded of it. */
export interface Precedent extends Pick<Ruling, 'at' | 'granted' | 'unit'> {
  number: string;
}

/** More would be a list to read, not a reminder. */
const SHOWN = 2;

/** The last ruling of each of the cases most alike, nearest first. Likeness is that of the office's lessons, so the office knows its measure. */
export function precedentsFor(snapshot: Snapshot, ruled: readonly Snapshot[]): Precedent[] {
  const candidates = ruled.filter(({ number, confidential }) => !confidential && number !== snapshot.number);
  return nearest(snapshot.text, oldestFirst(candidates), SHOWN).flatMap(({ number, rulings }) => {
    const last = rulings.at(-1);
    return last ? [{ number, at: last.at, granted: last.granted, unit: last.unit }] : [];
  });
}

/** Among equals a look-up prefers the later one: the office may have changed its mind. */
function oldestFirst(cases: readonly Snapshot[]): Snapshot[] {
  const ruledAt = ({ rulings }: Snapshot) => rulings.at(-1)?.at.getTime() ?? 0;
  return [...cases].sort((a, b) => ruledAt(a) - ruledAt(b));
}

function nearest(text: string, candidates: readonly Snapshot[], count: number): Snapshot[] {
  const found = count > 0 ? learn(candidates).recall(text) : null;
  const best = candidates.find(({ number }) => number === found?.number);
  if (!best) return [];
  const others = candidates.filter((candidate) => candidate !== best);
  return [best, ...nearest(text, others, count - 1)];
}
