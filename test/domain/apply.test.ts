import { describe, expect, it } from 'vitest';
import { apply, isLegal, MOVES, rebuild } from '../../src/domain/apply.ts';
import { type Case, STATUSES, type Status } from '../../src/domain/case.ts';
import type { Notice } from '../../src/domain/notice.ts';
import { aCommand, after, buildCase, framed, NUMBER, withEvents } from '../support/case-factory.ts';
import { randomHistory } from '../support/random-history.ts';
import { anEvent, EVENT_TYPES } from '../support/sample-events.ts';
import { shanghai } from '../support/world-factory.ts';

const resolved = buildCase({ stop: 'surveyed' });

/** A case that has been through everything, set to a status: whether a move is legal hangs on the status alone. */
function inStatus(status: Status) {
  return { ...resolved.snapshot, status };
}

const ALL_MOVES = EVENT_TYPES.flatMap((type) => [null, ...STATUSES].map((status) => ({ type, status })));

describe('the table of moves', () => {
  it.each(ALL_MOVES.filter(({ type, status }) => isLegal(type, status)))('lets $type happen to $status', (move) => {
    const snapshot = apply(move.status && inStatus(move.status), anEvent(move.type));
    expect(STATUSES).toContain(snapshot.status);
  });

  it('refuses every other move, naming it', () => {
    const illegal = ALL_MOVES.filter(({ type, status }) => !isLegal(type, status));
    expect(illegal.length).toBeGreaterThan(200);
    for (const { type, status } of illegal) {
      expect(() => apply(status && inStatus(status), anEvent(type))).toThrow(`illegal move: ${type}`);
    }
  });

  it('has a first event and never that one again', () => {
    expect(EVENT_TYPES.filter((type) => isLegal(type, null))).toEqual(['drafted']);
    expect(STATUSES.filter((status) => isLegal('drafted', status))).toEqual([]);
  });

  it('knows no way out of the ends of a case but words about its survey', () => {
    const out = EVENT_TYPES.filter((type) => isLegal(type, 'closed'));
    expect(out).toEqual(['surveyAnswered', 'surveyAskedAgain', 'surveyDisputed']);
    expect(EVENT_TYPES.filter((type) => isLegal(type, 'withdrawn'))).toEqual(['undone']);
    for (const end of ['declined', 'merged', 'redirected'] as const) {
      expect(EVENT_TYPES.filter((type) => isLegal(type, end))).toEqual([]);
    }
  });

  it('lets nobody work on a case before it is accepted, nor the unit after 办结', () => {
    for (const type of ['signed', 'transferred', 'committed', 'extensionAsked', 'progressed', 'resolved'] as const) {
      expect(MOVES[type]).not.toContain('draft');
      expect(MOVES[type]).not.toContain('resolved');
    }
  });
});

describe('apply', () => {
  it('never changes what it is given', () => {
    for (const { type, status } of ALL_MOVES.filter((move) => isLegal(move.type, move.status))) {
      const before = status && deepFrozen(structuredClone(inStatus(status)));
      expect(() => apply(before, deepFrozen(anEvent(type)))).not.toThrow();
    }
  });

  it('takes a case along the way of design.md section 3', () => {
    const stops = ['draft', 'assigned', 'handling', 'resolved', 'closed'] as const;
    expect(stops.map((stop) => buildCase({ stop }).snapshot.status)).toEqual(stops);
  });

  it('keeps an accepted case confidential whatever its category becomes, unless the office says so', () => {
    const secret = buildCase({ stop: 'assigned', problem: { category: '营商作风' } });
    const recategorized = (taught: boolean) => {
      const frame = { at: shanghai('2026-11-25 10:00'), source: 's', by: null };
      return withEvents(secret, framed([{ type: 'categoryCorrected', category: '税费', taught }], frame)).snapshot;
    };
    expect(recategorized(false)).toMatchObject({ category: '税费', confidential: true });
    expect(recategorized(true)).toMatchObject({ category: '税费', confidential: false });
  });

  it('takes a promise or a report of progress for 收到', () => {
    for (const said of [aCommand('commit'), aCommand('progress')]) {
      const { snapshot } = after(buildCase({ stop: 'assigned' }), said);
      expect(snapshot).toMatchObject({ status: 'handling', legs: [{ status: 'handling' }] });
    }
  });

  it('raises the due version when the due day moves, and not when a promise confirms it', () => {
    const moved = after(buildCase({ stop: 'handling' }), aCommand('commit', { day: '2026-11-27' }));
    const confirmed = after(moved, aCommand('commit', { day: '2026-11-27' }));
    expect([moved, confirmed].map((subject) => subject.snapshot.legs[0]?.dueVersion)).toEqual([2, 2]);
  });

  it('un-counts the closure that the survey refutes and begins the unit’s next turn', () => {
    const { snapshot } = buildCase({ stop: 'reopened' });
    expect(snapshot.closures[0]?.uncountedAt).not.toBeNull();
    expect(snapshot.legs.map((leg) => [leg.n, leg.unit.name, leg.status])).toEqual([
      [1, '市工信局', 'resolved'],
      [2, '市工信局', 'assigned'],
    ]);
    expect(snapshot.acceptedAt).toEqual(buildCase({ stop: 'assigned' }).snapshot.acceptedAt);
  });
});

describe('rebuild', () => {
  it('refuses an empty history', () => {
    expect(() => rebuild([])).toThrow('without events');
  });

  it('refuses a history with an illegal move in it', () => {
    expect(() => rebuild([anEvent('drafted'), anEvent('signed')])).toThrow('illegal move: signed');
  });
});

describe('forty random histories of 150 steps', () => {
  const histories = Array.from({ length: 40 }, (_, seed) => ({ seed, steps: randomHistory(seed, 150) }));

  it('are told whole by their events', () => {
    for (const { seed, steps } of histories) {
      const { events, snapshot } = stored(steps.at(-1)?.subject);
      expect({ seed, snapshot: rebuild(events) }).toEqual({ seed, snapshot });
    }
  });

  it('never reset the enterprise’s clock', () => {
    const reset = histories.filter(
      ({ steps }) => new Set(steps.map(({ subject }) => subject.snapshot.acceptedAt?.getTime() ?? 0)).size > 2,
    );
    expect(reset.map(({ seed }) => seed)).toEqual([]);
  });

  it('leave no request for an extension on a case that nobody works on', () => {
    const snapshots = histories.flatMap(({ steps }) => steps.map(({ subject }) => subject.snapshot));
    expect(snapshots.filter(({ extension, status }) => extension && !isWorkedOn(status))).toEqual([]);
  });

  it('give two different notices two different keys', () => {
    const clashing = histories.flatMap(({ steps }) => clashes(stored(steps.at(-1)?.subject)));
    expect(clashing).toEqual([]);
  });

  it('answer every command with the case’s number, or with silence where others would read along', () => {
    const answers = histories.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.said ? [step.reply ?? NUMBER] : [])),
    );
    expect(answers.filter((reply) => !reply.includes(NUMBER))).toEqual([]);
  });

  it('come to every status that a case can have today', () => {
    const seen = new Set(histories.flatMap(({ steps }) => steps.map(({ subject }) => subject.snapshot.status)));
    expect([...seen].sort()).toEqual(['assigned', 'closed', 'draft', 'handling', 'resolved', 'withdrawn']);
  });
});

/** Keys that stand for notices of different meaning. */
function clashes(subject: Case): string[] {
  const meanings = new Map<string, string>();
  return subject.events
    .flatMap((event) => event.effects)
    .filter((notice) => {
      const first = meanings.get(notice.key) ?? meaning(notice);
      meanings.set(notice.key, first);
      return first !== meaning(notice);
    })
    .map((notice) => notice.key);
}

function isWorkedOn(status: Status): boolean {
  return status === 'assigned' || status === 'handling';
}

function meaning(notice: Notice): string {
  return JSON.stringify([notice.to, notice.about]);
}

/** What MongoDB would give back: plain values. @throws when there is no case. */
function stored(subject: Case | undefined): Case {
  if (!subject) throw new Error('the history is empty');
  return structuredClone(subject);
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFrozen(inner);
  }
  return value;
}
