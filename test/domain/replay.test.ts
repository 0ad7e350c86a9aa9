import { describe, expect, it } from 'vitest';
import { applyAll } from '../../src/domain/apply.ts';
import { basisOf } from '../../src/domain/basis.ts';
import { recount } from '../../src/domain/due.ts';
import { replay } from '../../src/domain/replay.ts';
import { buildRuleBook, FIRST_RULES, type Rules } from '../../src/domain/rules.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';
import { aCommand, after, buildCase, framed } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import { aWorld, shanghai } from '../support/world-factory.ts';

/** From the 25th on 一般 has seven working days; the case was accepted on the 24th with five, due on 1 December. */
const longer = rulesWith({ terms: { ...FIRST_RULES.terms, general: 7 } });
const handled = buildCase({ stop: 'handling' });
const NOW = shanghai('2026-11-25 10:00');

function rulesWith(changes: Partial<Rules>) {
  return buildRuleBook([{ ...FIRST_RULES, version: 2, from: shanghai('2026-11-25 00:00'), ...changes }]);
}

function counted(snapshot = handled.snapshot, rules = longer, now = NOW) {
  return replay(snapshot, { calendar: buildCalendar(), rules }, now);
}

describe('a rule that is changed', () => {
  it('holds for what is accepted afterwards', () => {
    const draft = buildCase();
    const confirmed = (at: string) => tell(draft, aCommand('confirm', { at }), { rules: longer }).snapshot;
    expect(confirmed('2026-11-24 23:59')).toMatchObject({ rulesVersion: 1, caseDueDay: '2026-12-01' });
    expect(confirmed('2026-11-25 00:00')).toMatchObject({ rulesVersion: 2, caseDueDay: '2026-12-04' });
  });

  it('leaves a case to the version of its acceptance: handed on, reopened, counted anew and explained', () => {
    const view = { rules: longer };
    const moved = tell(handled, aCommand('transfer', { at: '2026-11-26 09:00' }), view).snapshot;
    expect(moved?.legs.at(-1)).toMatchObject({ termWorkdays: 5, dueDay: '2026-12-03' });
    const resolved = buildCase({ stop: 'resolved' });
    const rating = { resolved: 'no', onTime: null, score: null } as const;
    const reopened = tell(resolved, aCommand('answerSurvey', { at: '2026-11-27 09:00', rating }), view).snapshot;
    expect(reopened?.legs.at(-1)).toMatchObject({ termWorkdays: 5, dueDay: '2026-12-04' });
    expect(recount(handled.snapshot, { calendar: buildCalendar(), rules: longer }, NOW)).toBeNull();
    expect(basisOf(handled.snapshot, aWorld(view))).toContain('，5个工作日，受理次日起算');
  });
});

describe('counting the open cases by the rules in force', () => {
  it('gives both clocks their new days, and the case its new version', () => {
    const leg = { dueDay: '2026-12-03', termWorkdays: 7 };
    expect(counted()).toEqual({ rulesVersion: 2, grade: 'general', caseDueDay: '2026-12-03', leg, supports: [] });
  });

  it('follows a category to its new grade', () => {
    const harder = rulesWith({ grades: { ...FIRST_RULES.grades, [handled.snapshot.category]: 'complex' } });
    expect(counted(handled.snapshot, harder)).toMatchObject({ grade: 'complex', caseDueDay: '2026-12-15' });
    const own = { ...handled.snapshot, grade: 'escalated' as const };
    expect(counted(own, harder)).toMatchObject({ grade: 'escalated' });
  });

  it('leaves a day that was promised, and a term that is none of the category’s', () => {
    const promised = after(handled, aCommand('commit', { day: '2026-11-30' })).snapshot;
    expect(counted(promised)).toMatchObject({ caseDueDay: '2026-12-03', leg: null });
    const legs = handled.snapshot.legs.map((leg) => ({ ...leg, termWorkdays: 3 }));
    expect(counted({ ...handled.snapshot, legs })).toMatchObject({ leg: null });
  });

  it('leaves a case whose time has run out, by its own rules or by those of now', () => {
    expect(counted(handled.snapshot, longer, shanghai('2026-12-01 17:30'))).toBeNull();
    const shorter = rulesWith({ terms: { ...FIRST_RULES.terms, general: 3 } });
    expect(counted(handled.snapshot, shorter, shanghai('2026-11-27 17:29'))).toMatchObject({
      caseDueDay: '2026-11-27',
    });
    expect(counted(handled.snapshot, shorter, shanghai('2026-11-27 17:30'))).toBeNull();
  });

  it('leaves a unit’s day that is over while the enterprise’s clock runs', () => {
    const legs = handled.snapshot.legs.map((leg) => ({ ...leg, dueDay: '2026-11-24' }));
    expect(counted({ ...handled.snapshot, legs })).toMatchObject({ caseDueDay: '2026-12-03', leg: null });
  });

  it('takes out the days of a pause that is over, and of one that is on', () => {
    const paused = after(handled, aCommand('pause', { by: 'office', at: '2026-11-25 10:00' }));
    expect(paused.snapshot.legs[0]?.dueDay).toBe('2026-12-03');
    expect(counted(paused.snapshot)).toMatchObject({ caseDueDay: '2026-12-03', leg: { dueDay: '2026-12-07' } });
    const resumed = after(paused, aCommand('resumeWork', { at: '2026-11-27 09:00' }));
    expect(counted(resumed.snapshot)).toMatchObject({ leg: { dueDay: '2026-12-04' } });
  });

  it('moves the supports as a changed calendar does: their term stays, the main unit’s day is their last', () => {
    const supported = after(handled, aCommand('support', { at: '2026-11-24 11:00' }));
    expect(supported.snapshot.supports[0]).toMatchObject({ n: 2, dueDay: '2026-11-27' });
    const shorter = rulesWith({ terms: { ...FIRST_RULES.terms, general: 2 } });
    expect(counted(supported.snapshot, shorter)?.supports).toEqual([{ leg: 2, dueDay: '2026-11-26' }]);
    expect(counted(supported.snapshot)?.supports).toEqual([]);
    const named = after(handled, aCommand('support', { at: '2026-11-24 11:00', day: '2026-11-27', dated: true }));
    expect(counted(named.snapshot, shorter)?.supports).toEqual([]);
  });

  it('gives a support its day with the event, and voids reminders of the old one', () => {
    const supported = after(handled, aCommand('support', { at: '2026-11-24 11:00' }));
    const shorter = rulesWith({ terms: { ...FIRST_RULES.terms, general: 2 } });
    const event = { type: 'rulesSet' as const, ...counted(supported.snapshot, shorter)! };
    const snapshot = applyAll(supported, framed([event], { at: NOW, source: 'rules/2', by: null }));
    expect(snapshot.supports).toMatchObject([{ dueDay: '2026-11-26', dueVersion: 2 }]);
    expect(recount(snapshot, { calendar: buildCalendar(), rules: shorter }, NOW)).toBeNull();
  });

  it('has nothing to say of a case that is not open, or counts by these rules already', () => {
    expect(counted(buildCase().snapshot)).toBeNull();
    expect(counted(buildCase({ stop: 'resolved' }).snapshot)).toBeNull();
    expect(counted({ ...handled.snapshot, rulesVersion: 2 })).toBeNull();
  });

  it('makes the case count by its new version ever after', () => {
    const event = { type: 'rulesSet' as const, ...counted()! };
    const frame = { at: NOW, source: 'rules/2', by: null };
    const snapshot = applyAll(handled, framed([event], frame));
    expect(snapshot).toMatchObject({ rulesVersion: 2, caseDueDay: '2026-12-03' });
    expect(snapshot.legs).toMatchObject([{ dueDay: '2026-12-03', termWorkdays: 7, dueVersion: 2 }]);
    expect(counted(snapshot)).toBeNull();
    expect(recount(snapshot, { calendar: buildCalendar(), rules: longer }, NOW)).toBeNull();
    expect(basisOf(snapshot, aWorld({ rules: longer }))).toContain('7个工作日（第2版规则）');
  });
});
