import { describe, expect, it } from 'vitest';
import { aCommand, buildCase, NUMBER, type Stop } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';

describe('withdraw', () => {
  it('ends a draft quietly: nobody has been told of it', () => {
    const told = tell(buildCase(), aCommand('withdraw'));
    expect(told).toMatchObject({ events: ['withdrawn'], notices: [], snapshot: { status: 'withdrawn' } });
    expect(told.reply).toContain(`${NUMBER} 已按您的要求撤回`);
  });

  it.each<Stop>(['assigned', 'handling', 'reopened'])('tells unit and leader when the case was %s', (stop) => {
    const told = tell(buildCase({ stop }), aCommand('withdraw'));
    expect(told.notices).toEqual(['withdrawn > unit.u-gxj', 'withdrawn > leader.CORP/zhangming']);
  });

  it('tells the office when the office was asked to name a unit', () => {
    const report = { by: 'loneReporter', subject: { id: 's-lone', name: '高碑店市孤鸿食品有限公司' } } as const;
    const accepted = buildCase({ report, further: [aCommand('confirm', { by: 'loneReporter' })] });
    expect(tell(accepted, aCommand('withdraw', { by: 'loneReporter' })).notices).toEqual(['withdrawn > office']);
  });

  it.each<[Stop, string]>([
    ['resolved', '已办结待回访'],
    ['closed', '已销号'],
    ['withdrawn', '已撤回'],
  ])('is refused when the case is %s', (stop, status) => {
    const told = tell(buildCase({ stop }), aCommand('withdraw'));
    expect(told).toMatchObject({ refusal: 'wrongStatus', events: [], reply: `${NUMBER} 目前${status}，不能撤回。` });
  });
});
