import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import { aCommand, after, buildCase } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';

const urgedOn = (...days: string[]) =>
  buildCase({ stop: 'handling', further: days.map((day) => aCommand('urge', { at: `${day} 10:00` })) });

describe('urge', () => {
  it('tells the unit, from the second time on the leader too', () => {
    const first = tell(buildCase({ stop: 'handling' }), aCommand('urge', { at: '2026-11-25 10:00' }));
    expect(first).toMatchObject({ events: ['urged'], notices: ['urged > unit.u-gxj'] });
    expect(first.reply).toContain('还可催办2次');
    const second = tell(urgedOn('2026-11-25'), aCommand('urge', { at: '2026-11-26 10:00' }));
    expect(second.notices).toEqual(['urged > unit.u-gxj', 'urged > leader.CORP/zhangming']);
  });

  it('is heard once a day and three times a leg, and then answered with where the case stands', () => {
    for (const [urged, at] of [
      [urgedOn('2026-11-25'), '2026-11-25 16:00'],
      [urgedOn('2026-11-25', '2026-11-26', '2026-11-27'), '2026-11-30 10:00'],
    ] as const) {
      const told = tell(urged, aCommand('urge', { at }));
      expect(told).toMatchObject({ events: [], notices: [] });
      expect(told.reply).toContain('市工信局正在办理，期限12月1日（周二）');
    }
  });

  it('is the enterprise’s and the office’s anew after 重办', () => {
    const days = ['2026-11-24 11:00', '2026-11-25 10:00', '2026-11-26 09:00'];
    const urged = buildCase({ stop: 'handling', further: days.map((at) => aCommand('urge', { at })) });
    const byOffice = aCommand('urge', { by: 'office', at: '2026-11-27 09:00' });
    const unsolved = [
      byOffice,
      aCommand('resolve', { at: '2026-11-27 10:00' }),
      aCommand('answerSurvey', { at: '2026-11-27 11:00', rating: { resolved: 'no', onTime: null, score: null } }),
    ];
    const reopened = unsolved.reduce<Case>((subject, command) => after(subject, command), urged);
    const told = tell(reopened, aCommand('urge', { at: '2026-11-27 15:00' }));
    expect(told).toMatchObject({ events: ['urged'], notices: ['urged > unit.u-gxj'] });
    expect(told.reply).toContain('还可催办2次');
    expect(tell(reopened, { ...byOffice, at: told.snapshot?.urgedAt[0] ?? byOffice.at }).events).toEqual(['urged']);
  });

  it('has no quota for the office, which may once a day, and uses up none of the enterprise’s', () => {
    const byOffice = (at: string) => aCommand('urge', { by: 'office', at });
    const days = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'].map((day) => byOffice(`${day} 16:00`));
    const often = buildCase({ stop: 'handling', further: days });
    expect(tell(often, byOffice('2026-11-30 17:00')).reply).toContain('办公室今天已经催办过');
    expect(tell(often, byOffice('2026-12-01 09:00')).notices).toEqual([
      'urged > unit.u-gxj',
      'urged > leader.CORP/zhangming',
    ]);
    const byEnterprise = tell(often, aCommand('urge', { at: '2026-11-30 17:00' }));
    expect(byEnterprise.reply).toContain('还可催办2次');
    expect(byEnterprise.notices).toEqual(['urged > unit.u-gxj']);
  });

  it('tells nobody by itself when it is one of several', () => {
    const together = aCommand('urge', { by: 'office', at: '2026-11-25 10:00', together: true });
    const told = tell(buildCase({ stop: 'handling' }), together);
    expect(told).toMatchObject({ events: ['urged'], notices: [], reply: '' });
  });

  it('makes no sense before acceptance or after 办结', () => {
    expect(tell(buildCase(), aCommand('urge')).refusal).toBe('wrongStatus');
    expect(tell(buildCase({ stop: 'resolved' }), aCommand('urge')).refusal).toBe('wrongStatus');
  });
});
