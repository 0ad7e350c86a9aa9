import { describe, expect, it } from 'vitest';
import type { OutboxRow } from '../../src/store/outbox-store.ts';
import type { Arrival } from '../chaos/sender/arrivals.ts';
import { judgeSender } from '../chaos/sender/judge.ts';
import { runSender } from '../chaos/sender/run-sender.ts';

describe('a service that is killed while it sends', () => {
  it('loses nothing, and doubles only what was in flight, counted', { timeout: 240_000 }, async () => {
    const { rows, checks } = await runSender({ sends: 60, kills: 3, seed: 7 });
    expect(rows).toHaveLength(60);
    expect(checks.flatMap(({ broken }) => broken)).toEqual([]);
  });
});

describe('judging a sender', () => {
  const broken = (rows: OutboxRow[], arrivals: Arrival[]) =>
    judgeSender({ rows, arrivals, offences: [] }).flatMap((check) => (check.broken.length > 0 ? [check.name] : []));

  it('takes a double for counted when it was the last of its target before a kill', () => {
    expect(broken([aRow({ maybeSent: true, attempts: 2 })], [anArrival({}), anArrival({ life: 1 })])).toEqual([]);
  });

  it('finds a double that nobody counted', () => {
    const arrivals = [anArrival({}), anArrival({ life: 1 })];
    expect(broken([aRow({ attempts: 2 })], arrivals)).toEqual(['a double was counted as one that may be']);
  });

  it('finds a double within one life, and one after which others had arrived', () => {
    const row = aRow({ maybeSent: true, attempts: 2 });
    expect(broken([row], [anArrival({}), anArrival({})])).toEqual(['a double was in flight at a kill']);
    const other = { ...aRow({}), _id: 'send/2' };
    const later = [anArrival({}), anArrival({ keys: ['send/2'] }), anArrival({ life: 1 })];
    expect(broken([row, other], later)).toEqual(['a double was in flight at a kill']);
  });

  it('finds what never arrived, what still waits, and what nobody had to send', () => {
    expect(broken([aRow({})], [])).toEqual(['each arrived, or is a reminder that counts as uncertain']);
    expect(broken([aRow({ status: 'pending' })], [anArrival({})])).toEqual([
      'each is sent in the end, or is such a reminder',
    ]);
    expect(broken([aRow({})], [anArrival({}), anArrival({ keys: [] })])).toHaveLength(1);
  });

  it('finds a reminder or a card that came twice, however it was counted', () => {
    const twice = [anArrival({}), anArrival({ life: 1 })];
    const counted = { maybeSent: true, attempts: 2 };
    const remind = { kind: 'remind', leg: 1, dueVersion: 1, stage: 'eve', day: '2026-11-25' } as const;
    expect(broken([aRow({ ...counted, about: remind })], twice)).toEqual(['no reminder is repeated']);
    expect(broken([aRow({ ...counted, about: { kind: 'assigned', leg: 1 } })], twice)).toEqual(['no card is doubled']);
  });
});

function aRow(changes: Partial<OutboxRow>): OutboxRow {
  const row = { _id: 'send/1', status: 'sent', maybeSent: false, attempts: 1, about: { kind: 'text', text: '' } };
  return { ...row, ...changes } as OutboxRow;
}

function anArrival(changes: Partial<Arrival>): Arrival {
  return { target: 'group', keys: ['send/1'], life: 0, ...changes };
}
