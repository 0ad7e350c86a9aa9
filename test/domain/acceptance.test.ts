import { describe, expect, it } from 'vitest';
import { acceptance, responsibleUnit } from '../../src/domain/acceptance.ts';
import { aSnapshot, type Said } from '../support/case-factory.ts';
import { effectsOf, noticeLine } from '../support/tell.ts';
import { aRoster, aWorld, shanghai } from '../support/world-factory.ts';

const lone: Said<'report'> = { by: 'loneReporter', subject: { id: 's-lone', name: '高碑店市孤鸿食品有限公司' } };

/** The events of an acceptance and who is told what. */
function accepted(v: Parameters<typeof aSnapshot>[0], world = aWorld()) {
  const outcomes = acceptance(aSnapshot(v), world, { at: shanghai('2026-11-24 09:10') });
  return { types: outcomes.map((o) => o.type), told: effectsOf(outcomes).map(noticeLine), outcomes };
}

describe('acceptance', () => {
  it('assigns the case to the enterprise’s unit and tells unit and leader once each', () => {
    const { types, told, outcomes } = accepted({});
    expect(types).toEqual(['accepted', 'assigned']);
    expect(told).toEqual(['leaderInformed > leader.CORP/zhangming', 'assigned > unit.u-gxj']);
    expect(outcomes[1]).toMatchObject({
      unit: { id: 'u-gxj', name: '市工信局' },
      termWorkdays: 5,
      dueDay: '2026-12-01',
    });
  });

  it('goes to that unit whatever the category, with the category’s term', () => {
    const { outcomes } = accepted({ problem: { category: '用地规划' } });
    expect(outcomes[1]).toMatchObject({ unit: { id: 'u-gxj' }, termWorkdays: 15 });
    expect(outcomes[0]).toMatchObject({ grade: 'complex', leader: 'CORP/zhangming', rulesVersion: 1 });
  });

  it('waits, and asks the office once to name a unit, where the enterprise has none', () => {
    expect(accepted({ report: lone })).toMatchObject({ types: ['unitAsked'], told: ['unassigned > office'] });
  });

  it('tells nobody but the office of a confidential case, which the office handles itself', () => {
    const { told, outcomes } = accepted({ problem: { category: '营商作风' } });
    expect(told).toEqual(['assigned > office']);
    expect(outcomes[1]).toMatchObject({ unit: { id: 'u-office' } });
  });

  it('lets an urgent assignment leave at night', () => {
    const classes = (urgency: 'high' | 'normal') =>
      effectsOf(accepted({ problem: { urgency } }).outcomes).map((notice) => notice.class);
    expect(classes('high')).toEqual(['now', 'now']);
    expect(classes('normal')).toEqual(['waking', 'waking']);
  });
});

describe('responsibleUnit', () => {
  it('is nobody when the paired unit is no longer in the roster', () => {
    const world = aWorld({ roster: aRoster({ units: [] }) });
    expect(responsibleUnit(aSnapshot(), world)).toBeNull();
    expect(responsibleUnit(aSnapshot({ problem: { category: '营商作风' } }), world)).toBeNull();
  });
});
