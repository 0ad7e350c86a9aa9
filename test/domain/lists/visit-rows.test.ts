import { describe, expect, it } from 'vitest';
import { WHOLE_CITY } from '../../../src/domain/lists/lists.ts';
import { addVisit, type VisitRow, visitRows, type VisitTally } from '../../../src/domain/lists/visit-rows.ts';
import { visitSheet } from '../../../src/domain/lists/visit-sheet.ts';
import type { LeaderVisit } from '../../../src/domain/visits.ts';
import { anActor, aRosterWith, aSubject } from '../../support/world-factory.ts';
import { aFrame } from './told.ts';

const ZHANG = anActor('leader').id;

/** 张明 has 盛弘机械 and a project, 刘洋 has 华信纺织. */
const roster = aRosterWith({
  subjects: [aSubject({ id: 's-park', name: '涿州市产业园项目', kind: 'project', list: '重点项目', county: '易县' })],
  pairings: new Map([['s-park', { leader: ZHANG, unit: 'u-rsj', taskForce: [], plan: null }]]),
});

const visit = (day: string, subject = 's-shenghong', leader = ZHANG): LeaderVisit => ({ subject, leader, day });

function rowsOf(visits: readonly LeaderVisit[], v: { period?: string; until?: string; filter?: object } = {}) {
  const frame = { ...aFrame(v.period ?? '2026-11', v.until), roster };
  const tally: VisitTally = new Map();
  for (const one of visits) addVisit(tally, one, frame);
  return visitRows(tally, frame, { ...WHOLE_CITY, ...v.filter });
}

const zhangs = (rows: readonly VisitRow[]) => rows.find(({ leader }) => leader?.name === '张明');

describe('《走访情况》', () => {
  it('counts for each leader whom they have been to in the period, and names whom not', () => {
    expect(zhangs(rowsOf([visit('2026-11-05'), visit('2026-11-24'), visit('2026-09-30', 's-park')]))).toEqual({
      leader: { name: '张明', title: '副市长' },
      paired: { enterprises: 1, projects: 1 },
      visited: 1,
      times: 2,
      last: '2026-11-24',
      daysSince: 6,
      unvisited: [{ name: '涿州市产业园项目', daysSince: 61 }],
    });
  });

  it('knows nothing of what came after the end of the period', () => {
    const rows = rowsOf([visit('2026-11-05'), visit('2026-12-01')]);
    expect(zhangs(rows)).toMatchObject({ times: 1, last: '2026-11-05', daysSince: 25 });
    expect(zhangs(rowsOf([visit('2026-11-26')], { until: '2026-11-25 12:00' }))).toMatchObject({
      times: 0,
      last: null,
    });
  });

  it('counts a visit for the leader who made it, not for one who has taken over since', () => {
    expect(zhangs(rowsOf([visit('2026-11-05', 's-shenghong', 'CORP/before')]))).toMatchObject({
      visited: 0,
      last: null,
    });
  });

  it('names first whom nobody has ever been to, then whom it was longest ago', () => {
    const { unvisited } = rowsOf([visit('2026-10-20'), visit('2026-09-01', 's-huaxin', 'CORP/liuyang')]).at(-1)!;
    expect(unvisited.map(({ daysSince }) => daysSince)).toEqual([null, 41, 90]);
    expect(zhangs(rowsOf([visit('2026-10-20')]))?.unvisited).toEqual([
      { name: '涿州市产业园项目', daysSince: null },
      { name: '盛弘机械', daysSince: 41 },
    ]);
  });

  it('begins with the leader who has most to visit, and ends with all together', () => {
    const rows = rowsOf([visit('2026-11-05')]);
    expect(rows.map(({ leader }) => leader?.name ?? null)).toEqual(['刘洋', '张明', null]);
    expect(rows.at(-1)).toMatchObject({ paired: { enterprises: 2, projects: 1 }, visited: 1, times: 1 });
  });

  it.each([
    [{ county: '易县' }, ['张明']],
    [{ unit: 'u-gxj' }, ['张明']],
    [{ leader: 'CORP/liuyang' }, ['刘洋']],
    [{ list: '重点项目' }, ['张明']],
  ])('is confined as the other lists are: %j', (filter, names) => {
    const rows = rowsOf([], { filter });
    expect(rows.slice(0, -1).map(({ leader }) => leader?.name)).toEqual(names);
    expect(rows.at(-1)?.unvisited).toHaveLength(1);
  });

  it('is a sheet with rates and days, whose total names nobody', () => {
    const sheet = visitSheet(rowsOf([visit('2026-11-05')]), { ...aFrame('2026-11'), roster }, ['涿州市']);
    expect(sheet.notes[0]).toBe('统计期：2026年11月1日至2026年11月30日，截至期末，范围：涿州市');
    expect(sheet.rows[1]?.slice(0, 8)).toEqual(['张明', '副市长', 1, 1, 1, 1, 0.5, 1]);
    expect(sheet.rows[1]?.slice(-2)).toEqual([25, '涿州市产业园项目（尚无走访记录）']);
    expect(sheet.rows.at(-1)).toEqual(['合计', '', 2, 1, 1, 2, 1 / 3, 1, null, null, '']);
  });
});
