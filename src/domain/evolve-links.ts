import type { Snapshot } from './case.ts';
import type { EventFrame } from './event.ts';

/** A case that goes on as another one. */
export function mergedCase({ links }: Snapshot, into: string): Partial<Snapshot> {
  return { status: 'merged', suspension: null, links: { ...links, mergedInto: into } };
}

/** A case that goes on for another one: it keeps its own clock, and the other's words. */
export function absorbedCase(s: Snapshot, e: EventFrame & { from: string; text: string }): Partial<Snapshot> {
  return {
    supplements: [...s.supplements, { at: e.at, by: e.by ?? '', text: e.text }],
    links: { ...s.links, absorbed: [...s.links.absorbed, e.from] },
  };
}
