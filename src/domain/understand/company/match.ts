import { learnPlaces, type NameParts, partName } from './name-parts.ts';
import { bigramsOf, similarity } from './similarity.ts';

/** A registered name and the short forms by which it is known. */
export interface RosterName {
  name: string;
  aliases: readonly string[];
}

/** A name of the roster and how surely it is meant, 0..1. */
export interface MatchCandidate {
  subject: string;
  confidence: number;
}

/** What a name as written may mean. */
export interface Match {
  /** The registered name; null when none fits well enough or several fit alike. */
  subject: string | null;
  confidence: number;
  /** Best first, at most five. */
  candidates: MatchCandidate[];
}

export interface Matcher {
  /** Finds the registered name behind a name as people write it. */
  match(query: string): Match;
}

interface Entry {
  subject: string;
  parts: NameParts;
}

const ENOUGH = 0.74;
/** A lead smaller than this is no lead: somebody has to be asked. */
const LEAD = 0.02;
const MAX_COMPARED = 80;
/** How many entries a query may touch by its pieces before the common ones are left out. */
const MAX_LOOKED = 3000;
const MAX_CANDIDATES = 5;
const MAX_QUERY = 60;

/** Builds a matcher over a roster; the index makes a query cost what its own pieces cost, not the roster's length. */
export function buildMatcher(names: readonly RosterName[]): Matcher {
  const places = learnPlaces(names.map(({ name }) => name));
  const entries: Entry[] = names.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((form) => ({ subject: name, parts: partName(form, places) })),
  );
  const index = indexOf(entries);
  return {
    match: (query) => {
      const parts = partName(query.slice(0, MAX_QUERY), places);
      return parts.full
        ? decide(rank(parts, compared(parts, index)))
        : { subject: null, confidence: 0, candidates: [] };
    },
  };
}

function indexOf(entries: readonly Entry[]): ReadonlyMap<string, Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const pair of new Set(bigramsOf(entry.parts.full))) {
      const list = index.get(pair);
      if (list) list.push(entry);
      else index.set(pair, [entry]);
    }
  }
  return index;
}

/** The entries that share the rarest pieces with the query: a common piece (有限) tells nothing and is looked at last. */
function compared(query: NameParts, index: ReadonlyMap<string, Entry[]>): Entry[] {
  const pairs = [...new Set([...bigramsOf(query.full), ...bigramsOf(query.core)])];
  const lists = pairs.map((pair) => ({ list: index.get(pair) ?? [], weight: query.core.includes(pair) ? 1 : 0.2 }));
  const shared = new Map<Entry, number>();
  let looked = 0;
  for (const { list, weight } of lists.sort((a, b) => a.list.length - b.list.length)) {
    if (looked > 0 && looked + list.length > MAX_LOOKED) break;
    looked += list.length;
    for (const entry of list) shared.set(entry, (shared.get(entry) ?? 0) + weight / Math.sqrt(list.length));
  }
  const best = [...shared].sort((a, b) => b[1] - a[1]).slice(0, MAX_COMPARED);
  return best.map(([entry]) => entry);
}

function rank(query: NameParts, entries: readonly Entry[]): MatchCandidate[] {
  const best = new Map<string, number>();
  for (const { subject, parts } of entries) {
    best.set(subject, Math.max(best.get(subject) ?? 0, similarity(query, parts)));
  }
  const ranked = [...best].map(([subject, value]) => ({ subject, confidence: Math.round(value * 1000) / 1000 }));
  return ranked
    .sort((a, b) => b.confidence - a.confidence || a.subject.localeCompare(b.subject, 'zh'))
    .slice(0, MAX_CANDIDATES);
}

function decide(candidates: MatchCandidate[]): Match {
  const [first, second] = candidates;
  const confidence = first?.confidence ?? 0;
  const clear = !second || confidence - second.confidence >= LEAD;
  return { subject: first && confidence >= ENOUGH && clear ? first.subject : null, confidence, candidates };
}
