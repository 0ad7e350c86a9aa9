import { describe, expect, it } from 'vitest';
import { searchesFor } from '../../src/domain/search.ts';
import type { Role } from '../../src/domain/roster.ts';
import { anActor, shanghai } from '../support/world-factory.ts';

const now = shanghai('2026-11-27 10:00');
const OPEN = ['accepted', 'assigned', 'handling', 'returned', 'paused'];

describe('searchesFor 我的问题', () => {
  it('looks for what the enterprise has reported and is not done', () => {
    expect(searchesFor('mine', anActor('reporter'), now)).toEqual({
      mine: { statuses: ['draft', ...OPEN, 'suspended', 'resolved'], subjects: ['s-shenghong'] },
    });
  });

  it('finds a person who speaks for no enterprise nothing', () => {
    expect(searchesFor('mine', anActor('handler'), now)['mine']?.subjects).toEqual([]);
  });
});

describe('searchesFor 待办, 本周 and 逾期', () => {
  it('keeps a unit to its own cases, without the confidential ones', () => {
    expect(searchesFor('todo', anActor('handler'), now)).toEqual({
      open: { statuses: OPEN, units: ['u-gxj'], openOnly: true },
    });
  });

  it('keeps a leader to theirs, without the confidential ones', () => {
    expect(searchesFor('todo', anActor('leader'), now)).toEqual({
      open: { statuses: OPEN, leaders: ['CORP/zhangming'], openOnly: true },
    });
  });

  it('shows a deputy the cases of the leader they stand in for', () => {
    expect(searchesFor('todo', anActor('deputy'), now)['open']?.leaders).toEqual(['CORP/liqiang', 'CORP/zhangming']);
  });

  it('shows whoever is unit and leader, or stands in for one, what is theirs as either', () => {
    const both = { units: ['u-gxj'], leaders: ['CORP/lihua'], openOnly: true };
    const handler = anActor('handler');
    const open = (changes: Partial<typeof handler>) => searchesFor('todo', { ...handler, ...changes }, now)['open'];
    expect(open({ roles: ['unit', 'leader'] })).toEqual({ statuses: OPEN, ...both });
    expect(open({ standsInFor: ['CORP/zhangming'] })).toEqual({
      statuses: OPEN,
      ...both,
      leaders: ['CORP/zhangming'],
    });
  });

  it('gives the role of a unit nothing by itself where somebody is of none', () => {
    const leader = { ...anActor('leader'), roles: ['unit', 'leader'] satisfies Role[] };
    expect(searchesFor('week', leader, now)['week']).toMatchObject({ leaders: ['CORP/zhangming'] });
    expect(searchesFor('week', leader, now)['week']).not.toHaveProperty('units');
    expect(searchesFor('week', anActor('taskForce'), now)['week']).toMatchObject({ subjects: [] });
  });

  it('keeps an enterprise and a stranger to their own', () => {
    expect(searchesFor('overdue', anActor('reporter'), now)['overdue']?.subjects).toEqual(['s-shenghong']);
    expect(searchesFor('overdue', anActor('stranger'), now)['overdue']?.subjects).toEqual([]);
  });

  it('shows the office what waits for it, by section', () => {
    const found = searchesFor('todo', anActor('office'), now);
    expect(Object.keys(found)).toEqual([
      'extensions',
      'returns',
      'pauses',
      'approvals',
      'reviews',
      'unassigned',
      'doubtful',
      'phoneCalls',
      'followUps',
    ]);
  });

  it('lets the office see everybody’s overdue cases', () => {
    expect(searchesFor('overdue', anActor('admin'), now)).toEqual({
      overdue: { statuses: OPEN, dueBefore: now, unreported: true },
      caseOverdue: { statuses: OPEN, dueFrom: now, caseDueBefore: now },
    });
  });

  it.each(['2026-11-23 00:00', '2026-11-27 10:00', '2026-11-29 23:59'])(
    'takes 本周 on %s for Monday to Sunday',
    (at) => {
      expect(searchesFor('week', anActor('office'), shanghai(at))['week']).toMatchObject({
        dueFrom: shanghai('2026-11-23 00:00'),
        dueBefore: shanghai('2026-11-30 00:00'),
      });
    },
  );
});

describe('searchesFor a question about one case or none', () => {
  it.each(['progress', 'basis', 'evidence', 'help'] as const)('looks nothing up for %s', (what) => {
    expect(searchesFor(what, anActor('office'), now)).toEqual({});
  });
});
