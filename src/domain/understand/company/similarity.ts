import type { NameParts } from './name-parts.ts';

/** Two-character pieces of a text; a single character stands for itself. */
export function bigramsOf(text: string): string[] {
  if (text.length < 2) return text ? [text] : [];
  return Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
}

/** How surely a query means a name, 0..1. */
export function similarity(query: NameParts, name: NameParts): number {
  if (query.full === name.full) return 1;
  const place = placeFactor(query, name);
  if (query.core === name.core) return 0.96 * place;
  const parts = Math.max(within(query, name), oneSignOff(query.core, name.core));
  return Math.max(parts * place, dice(query.full, name.full) * 0.8 * place);
}

/** Places that contradict each other speak against; a place left out does not. */
function placeFactor(query: NameParts, name: NameParts): number {
  if (query.regions.length === 0 || name.regions.length === 0) return 0.98;
  if (query.regions.some((region) => name.regions.includes(region))) return 1;
  return 0.6;
}

/** A short form: the head of the name speaks louder than a piece from its middle. */
function within({ core, full }: NameParts, name: NameParts): number {
  if (core.length < 2) return 0;
  const share = core.length / name.core.length;
  if (name.core.startsWith(core)) return 0.86 + 0.04 * share;
  if (name.full.includes(full) || name.core.includes(core)) return 0.7 + 0.2 * share;
  if (name.core.length >= 3 && core.endsWith(name.core)) return 0.72 + 0.2 * (name.core.length / core.length);
  if (name.core.length >= 4 && core.includes(name.core)) return 0.6;
  return 0;
}

/** One sign written wrong in a name of some length. */
function oneSignOff(a: string, b: string): number {
  if (a.length !== b.length || a.length < 3) return 0;
  let off = 0;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) off += 1;
  return off === 1 ? 0.76 + 0.12 * ((a.length - 1) / a.length) : 0;
}

function dice(a: string, b: string): number {
  const left = bigramsOf(a);
  const right = new Set(bigramsOf(b));
  const shared = left.filter((pair) => right.has(pair)).length;
  return (2 * shared) / (left.length + right.size || 1);
}
