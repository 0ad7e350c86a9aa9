import { describe, expect, it } from 'vitest';
import { aCommand, buildCase, NUMBER } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';

describe('confirm', () => {
  it('accepts and assigns the draft, telling leader and unit once each', () => {
    const told = tell(buildCase(), aCommand('confirm'));
    expect(told).toMatchObject({
      events: ['accepted', 'assigned'],
      notices: ['leaderInformed > leader.CORP/zhangming', 'assigned > unit.u-gxj'],
      reply: `${NUMBER} 已受理，已交市工信局办理，预计12月1日（周二）前办结。\n回复：@帮企通 进度 ${NUMBER}`,
    });
    expect(told.snapshot).toMatchObject({ status: 'assigned', leader: 'CORP/zhangming', rulesVersion: 1 });
  });

  it('counts the term from the day it was said, however late it is decided', () => {
    const said = aCommand('confirm', { at: '2026-11-24 23:58' });
    const told = tell(buildCase(), said, { now: new Date('2026-11-26T00:00:00Z') });
    expect(told.snapshot?.acceptedAt).toEqual(said.at);
    expect(told.reply).toContain('12月1日（周二）');
  });

  it('changes nothing when it is said twice', () => {
    const told = tell(buildCase({ stop: 'assigned' }), aCommand('confirm'));
    expect(told).toMatchObject({ events: [], reply: `${NUMBER} 已经受理，目前已交办，无需再确认。` });
  });

  it('does not revive a draft that was withdrawn', () => {
    const told = tell(buildCase({ stop: 'withdrawn' }), aCommand('confirm'));
    expect(told).toMatchObject({ refusal: 'wrongStatus', reply: `${NUMBER} 目前已撤回，不能确认。` });
  });

  it('accepts no case without a unit before the office has named one', () => {
    const report = { by: 'loneReporter', subject: { id: 's-lone', name: '高碑店市孤鸿食品有限公司' } } as const;
    const told = tell(buildCase({ report }), aCommand('confirm', { by: 'loneReporter' }));
    expect(told).toMatchObject({ events: ['unitAsked'], notices: ['unassigned > office'] });
    expect(told.snapshot).toMatchObject({ status: 'draft', acceptedAt: null });
    expect(told.reply).toContain('已请办公室明确，明确后即受理');
  });
});
