import { describe, expect, it } from 'vitest';
import { aCommand, after, buildCase, NUMBER, type Stop } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';

const handling = buildCase({ stop: 'handling' });

describe('resolve', () => {
  it('begins a closure round and tells the enterprise', () => {
    const said = aCommand('resolve', { at: '2026-11-26 10:00' });
    const told = tell(handling, said);
    expect(told).toMatchObject({ events: ['resolved'], notices: ['resolved > subject.s-shenghong'] });
    expect(told.reply).toContain(NUMBER);
    expect(told.snapshot).toMatchObject({
      status: 'resolved',
      legs: [{ status: 'resolved' }],
      closures: [{ round: 1, at: said.at, text: '资金昨天到账', unit: { name: '市工信局' }, leader: 'CORP/zhangming' }],
    });
  });

  it.each([
    ['2026-12-01 17:30', true],
    ['2026-12-01 17:31', false],
    ['2026-12-02 09:00', false],
  ])('at %s is in term: %s', (at, inTerm) => {
    expect(tell(handling, aCommand('resolve', { at })).snapshot?.closures[0]?.inTerm).toBe(inTerm);
  });

  it('is judged by the promised day once one was promised', () => {
    const promised = after(handling, aCommand('commit', { day: '2026-11-25' }));
    const told = tell(promised, aCommand('resolve', { at: '2026-11-26 10:00' }));
    expect(told.snapshot?.closures[0]?.inTerm).toBe(false);
  });

  it('is judged by when it was said, not by when it was worked on', () => {
    const now = new Date('2026-12-05T00:00:00Z');
    const told = tell(handling, aCommand('resolve', { at: '2026-12-01 17:00' }), { now });
    expect(told.snapshot?.closures[0]?.inTerm).toBe(true);
  });

  it('needs no 收到 before it', () => {
    expect(tell(buildCase({ stop: 'assigned' }), aCommand('resolve')).events).toEqual(['resolved']);
  });

  it('ends a pending request for an extension', () => {
    const asked = after(handling, aCommand('extend'));
    expect(tell(asked, aCommand('resolve')).snapshot?.extension).toBeNull();
  });

  it('of a reopened case is a second round', () => {
    const { snapshot } = tell(buildCase({ stop: 'reopened' }), aCommand('resolve', { at: '2026-12-01 10:00' }));
    expect(snapshot?.closures.map(({ round, uncountedAt }) => [round, uncountedAt === null])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('of a confidential case is told to the office, which tells the enterprise itself', () => {
    const secret = buildCase({ stop: 'handling', problem: { category: '营商作风' } });
    expect(tell(secret, aCommand('resolve', { by: 'office' })).notices).toEqual(['resolved > office']);
  });

  it('without words is asked for again: the enterprise reads them', () => {
    const told = tell(handling, aCommand('resolve', { text: '' }));
    expect(told).toMatchObject({ refusal: 'missing', events: [] });
    expect(told.reply).toMatch(/回复：@帮企通 已办结，资金昨天到账 BQ-2026-000123$/);
  });

  it.each<Stop>(['resolved', 'closed', 'withdrawn'])('is refused when the case is %s', (stop) => {
    expect(tell(buildCase({ stop }), aCommand('resolve', { by: 'leader' })).refusal).toBe('wrongStatus');
  });

  it('keeps how the case ended, and says so to whoever reports and asks', () => {
    const said = aCommand('resolve', { outcome: 'partly', text: '首批300万元昨天到账，其余12月10日前拨付' });
    const told = tell(handling, said);
    expect(told.reply).toContain('已记为办结（部分解决）');
    expect(told.snapshot?.closures[0]).toMatchObject({ outcome: 'partly' });
    const progress = tell(after(handling, said), aCommand('query'));
    expect(progress.reply).toContain('办理结果：部分解决，首批300万元昨天到账');
  });

  it('without a reason is no 暂无法办结: it asks for one, with an example', () => {
    const told = tell(handling, aCommand('resolve', { outcome: 'unable', text: '' }));
    expect(told).toMatchObject({ refusal: 'missing', events: [] });
    expect(told.reply).toMatch(/请写明理由。\n回复：@帮企通 暂无法办结，因为.+BQ-2026-000123$/);
  });

  it('leaves 转法定途径 to the office, and says how to get there', () => {
    const told = tell(handling, aCommand('resolve', { outcome: 'redirected', text: '已告知企业申请仲裁' }));
    expect(told).toMatchObject({ refusal: 'notYours', events: [] });
    expect(told.reply).toContain('由双创双服办公室决定');
  });
});
