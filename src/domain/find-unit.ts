import type { Roster, Unit } from './roster.ts';

/**
 * Units that a name may mean: exactly so called; else so called but for a leading 市/县/区/省 that one of the two leaves out;
 * else those whose name contains it. 县人社局 never means 市人社局.
 */
export function findUnits(roster: Roster, name: string): Unit[] {
  const wanted = name.trim();
  if (wanted.length < 2) return [];
  const all = [...roster.units.values()];
  const exact = all.filter((unit) => unit.name === wanted);
  if (exact.length > 0) return exact;
  const units = all.filter((unit) => !isOtherLevel(unit.name, wanted));
  const bare = withoutLevel(wanted);
  const sameBare = units.filter((unit) => withoutLevel(unit.name) === bare);
  if (sameBare.length > 0) return sameBare;
  return bare.length < 2 ? [] : units.filter((unit) => unit.name.includes(bare));
}

function isOtherLevel(one: string, other: string): boolean {
  const [mine, theirs] = [levelOf(one), levelOf(other)];
  return mine !== '' && theirs !== '' && mine !== theirs;
}

function levelOf(name: string): string {
  return /^[市县区省]/u.exec(name)?.[0] ?? '';
}

function withoutLevel(name: string): string {
  return name.slice(levelOf(name).length);
}

/** Units whose name, with or without its leading 市/县/区/省, a text begins with; those with the longest such name. */
export function unitsAtStart(roster: Roster, text: string): Unit[] {
  const named = [...roster.units.values()].flatMap((unit) => {
    const words = [unit.name, withoutLevel(unit.name)].find((name) => name.length >= 2 && text.startsWith(name));
    return words ? [{ unit, length: words.length }] : [];
  });
  const longest = Math.max(0, ...named.map(({ length }) => length));
  return named.filter(({ length }) => length === longest).map(({ unit }) => unit);
}
