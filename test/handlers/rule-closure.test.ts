import { describe, expect, it } from 'vitest';
import { nextTimer } from '../../src/domain/timers.ts';
import { aCommand, after, afterTimer, buildCase, NUMBER, withEvents } from '../support/case-factory.ts';
import { anEvent } from '../support/sample-events.ts';
import { tell } from '../support/tell.ts';
import { aWorld, shanghai } from '../support/world-factory.ts';

const handling = buildCase({ stop: 'handling' });
const UNABLE = { outcome: 'unable', text: '省里指标还没有下达' } as const;
const reported = after(handling, aCommand('resolve', { ...UNABLE, at: '2026-12-01 17:00' }));

describe('a 办结 that the office reviews', () => {
  it('waits for the office, and is no closure yet', () => {
    const told = tell(handling, aCommand('resolve', UNABLE));
    expect(told).toMatchObject({ events: ['approvalAsked'], notices: ['approvalAsked > office'] });
    expect(told.reply).toBe(`${NUMBER} 已报办结（暂无法办结），待办公室审核；是否按期以现在报送的时间为准。`);
    expect(told.snapshot).toMatchObject({ status: 'handling', closures: [], approval: { inTerm: true } });
  });

  it.each(['planned', 'unreachable'] as const)('is one that leaves the problem as it was: %s', (outcome) => {
    expect(tell(handling, aCommand('resolve', { outcome, text: '三次电话无人接听' })).events).toEqual([
      'approvalAsked',
    ]);
  });

  it('is any of a case that was brought before leader and office', () => {
    const escalated = { ...handling, snapshot: { ...handling.snapshot, escalated: true } };
    const text = '贷款500万元11月23日到账，联系人李华13800003331';
    expect(tell(escalated, aCommand('resolve', { text })).events).toEqual(['approvalAsked']);
  });

  it('is reported once', () => {
    const told = tell(reported, aCommand('resolve', { at: '2026-12-01 17:20' }));
    expect(told).toMatchObject({ refusal: 'wrongStatus', reply: expect.stringContaining('正在审核') });
  });

  it('is asked about each working morning, and the unit is reminded of nothing meanwhile', () => {
    const timer = nextTimer(reported.snapshot, aWorld().calendar);
    expect(timer).toMatchObject({ type: 'remindApproval', at: shanghai('2026-12-02 08:00') });
    const reminded = afterTimer(reported);
    expect(reminded.events.at(-1)?.effects).toMatchObject([
      { about: { kind: 'approvalLate' }, to: { kind: 'office' } },
    ]);
    expect(nextTimer(reminded.snapshot, aWorld().calendar)?.at).toEqual(shanghai('2026-12-03 08:00'));
  });

  it.each([
    ['a hand-over', aCommand('transfer', { at: '2026-12-01 17:10' })],
    ['挂账', aCommand('suspend', { at: '2026-12-01 17:10' })],
    ['不予受理', aCommand('decline', { at: '2026-12-01 17:10' })],
  ])('waits no more after %s', (_, said) => {
    expect(tell(reported, said).snapshot?.approval).toBeNull();
  });
});

describe('ruleClosure', () => {
  it('approved, closes by the unit’s words, in term by when it reported', () => {
    const told = tell(reported, aCommand('ruleClosure', { at: '2026-12-03 09:00' }));
    expect(told).toMatchObject({
      events: ['resolved'],
      notices: ['resolved > subject.s-shenghong', 'approvalRuled > unit.u-gxj'],
      snapshot: { status: 'resolved', approval: null },
    });
    const at = shanghai('2026-12-03 09:00');
    expect(told.snapshot?.closures).toMatchObject([{ ...UNABLE, at, by: 'CORP/lihua', inTerm: true }]);
  });

  it('refused, gives the reason to unit and leader and leaves the due day', () => {
    const said = aCommand('ruleClosure', { granted: false, reason: '没有写明何时下达', at: '2026-12-02 09:00' });
    const told = tell(reported, said);
    expect(told).toMatchObject({
      events: ['approvalRefused'],
      notices: ['approvalRuled > unit.u-gxj', 'approvalRuled > leader.CORP/zhangming'],
      snapshot: { status: 'handling', approval: null, closures: [], legs: [{ dueDay: '2026-12-01' }] },
    });
    expect(tell(after(reported, said), aCommand('resolve', { at: '2026-12-02 10:00' })).events).toEqual(['resolved']);
  });

  it('refuses nothing without a reason', () => {
    const told = tell(reported, aCommand('ruleClosure', { granted: false }));
    expect(told).toMatchObject({ refusal: 'missing', events: [] });
    expect(told.reply).toContain('退回重办，因为');
  });

  it('is the office’s, and needs something to rule on', () => {
    expect(tell(reported, aCommand('ruleClosure', { by: 'handler' })).reply).toContain('双创双服办公室');
    expect(tell(handling, aCommand('ruleClosure')).reply).toContain('没有等待审核的办结');
  });

  it('of a confidential case is told within the office', () => {
    const secret = buildCase({ stop: 'handling', problem: { category: '营商作风' } });
    const asked = withEvents(secret, [anEvent('approvalAsked')]);
    expect(tell(asked, aCommand('ruleClosure')).notices).toEqual(['resolved > office', 'approvalRuled > office']);
  });
});
