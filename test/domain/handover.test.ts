import { describe, expect, it } from 'vitest';
import { type Handover, handoverChanges, nextHandoverStep } from '../../src/domain/handover.ts';
import type { Assignment, StoredPerson, StoredRoster } from '../../src/domain/roster-stored.ts';
import { aHandover } from '../support/handover-factory.ts';
import { aPerson, aWorld, shanghai } from '../support/world-factory.ts';

const { calendar } = aWorld();
const told = { toldAt: shanghai('2026-11-24 10:00') };
const inForce = { ...told, effectiveAt: shanghai('2026-11-24 10:00') };
const bothConfirmed = ['CORP/zhangming', 'CORP/liuyang'].map((person) => ({
  person,
  by: person,
  at: shanghai('2026-11-25 09:00'),
}));

describe('the steps of a handover', () => {
  it.each<[string, Partial<Handover>, object | null]>([
    ['both are told first', {}, { type: 'tell', at: shanghai('2026-11-24 10:00') }],
    ['it takes effect at once', told, { type: 'takeEffect', at: shanghai('2026-11-24 10:00') }],
    [
      'or at the beginning of its day, after the reminders',
      { ...told, day: '2026-12-01', reminders: 3 },
      { type: 'takeEffect', at: shanghai('2026-12-01 00:00') },
    ],
    [
      'or before a reminder of the same morning',
      { ...told, day: '2026-11-25' },
      { type: 'takeEffect', at: shanghai('2026-11-25 00:00') },
    ],
    ['the next working morning reminds', inForce, { type: 'remind', n: 1, at: shanghai('2026-11-25 08:30') }],
    ['so does the one after', { ...inForce, reminders: 1 }, { type: 'remind', n: 2, at: shanghai('2026-11-26 08:30') }],
    [
      'then the office is told',
      { ...inForce, reminders: 2 },
      { type: 'remind', n: 3, at: shanghai('2026-11-27 08:30') },
    ],
    ['and nothing is left', { ...inForce, reminders: 3 }, null],
    [
      'the office hears that both have confirmed',
      { ...inForce, confirmations: bothConfirmed },
      { type: 'conclude', at: shanghai('2026-11-25 09:00') },
    ],
    [
      'and nobody is reminded any more',
      { ...inForce, confirmations: bothConfirmed, concludedAt: shanghai('2026-11-25 09:00') },
      null,
    ],
  ])('%s', (_, changes, step) => {
    expect(nextHandoverStep(aHandover(changes), calendar)).toEqual(step);
  });
});

const led = (subject: string, holder: string, role: Assignment['role'] = 'leader'): Assignment => ({
  subject,
  role,
  holder,
  from: '2026-01-01',
  to: null,
});
const stored = (assignments: Assignment[], persons: StoredPerson[] = []): StoredRoster => ({
  subjects: [],
  units: [],
  chats: [],
  persons,
  assignments,
});

describe('what a handover changes of the roster', () => {
  it('closes each assignment on the day and opens it for the other', () => {
    const { opened, closed } = handoverChanges(
      aHandover(),
      stored([led('s-shenghong', 'CORP/zhangming'), led('s-other', 'CORP/zhangming')]),
    );
    expect(closed).toEqual([{ ...led('s-shenghong', 'CORP/zhangming'), to: '2026-11-24' }]);
    expect(opened).toEqual([{ ...led('s-shenghong', 'CORP/liuyang'), from: '2026-11-24' }]);
  });

  it('opens nothing that the other holds already', () => {
    const both = [led('s-1', 'CORP/zhangming', 'taskForce'), led('s-1', 'CORP/liuyang', 'taskForce')];
    const changes = handoverChanges(aHandover({ leads: [], serves: ['s-1'] }), stored(both));
    expect(changes.opened).toEqual([]);
    expect(changes.closed).toHaveLength(1);
  });

  it('moves an officer’s units, and gives the role that the work needs', () => {
    const from = { ...aPerson({ id: 'CORP/a', name: '甲', roles: ['unit'], units: ['u-1', 'u-2'] }), level: null };
    const to = { ...aPerson({ id: 'CORP/b', name: '乙', roles: ['leader'], units: ['u-3'] }), level: null };
    const handover = aHandover({ kind: 'officer', from: 'CORP/a', to: 'CORP/b', leads: [], units: ['u-1'] });
    expect(handoverChanges(handover, stored([], [from, to])).persons.updated).toMatchObject([
      { id: 'CORP/a', units: ['u-2'] },
      { id: 'CORP/b', units: ['u-3', 'u-1'], roles: ['leader', 'unit'] },
    ]);
  });
});
