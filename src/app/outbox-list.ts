import { dayOf } from '../domain/day.ts';
import type { OutboxRow } from '../store/outbox-store.ts';
import { revive, rowsInStatus } from '../store/outbox-operator.ts';
import type { Core } from './context.ts';

/** What an operator may ask to see: what never arrived, what may have, what still waits. */
export const LISTED = ['dead', 'uncertain', 'pending'] as const;
export type Listed = (typeof LISTED)[number];

/** How many rows one listing shows; the rest is counted. */
const SHOWN = 100;

/** The notices in a state, newest first, as lines for an operator; texts and credentials are in none of them. */
export async function listOutbox(status: Listed, { stores }: Core): Promise<string[]> {
  const { rows, total } = await rowsInStatus(stores.outbox.model, status, SHOWN);
  const lines = rows.map(lineOf);
  const more = total - rows.length;
  return [...lines, ...(more > 0 ? [`${more} more`] : []), ...(total === 0 ? [`no notice is ${status}`] : [])];
}

function lineOf(row: OutboxRow): string {
  const { _id, target, about, createdAt, attempts, answer } = row;
  return [_id, target, about.kind, dayOf(createdAt), `${attempts} attempts`, answer ?? '-'].join('\t');
}

/** Lets dead or uncertain notices try once more, at once; their age starts anew. Gives how many there were. */
export async function resendOutbox(keys: readonly string[] | 'dead', { stores, clock }: Core): Promise<number> {
  return revive(stores.outbox.model, keys, await clock.now());
}
