import { describe, expect, it } from 'vitest';
import { aCommand, buildCase, NUMBER } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';

describe('undo', () => {
  it('brings a withdrawn case back to where it was, and tells whoever was told of the withdrawal', () => {
    const withdrawn = buildCase({ stop: 'handling', further: [aCommand('withdraw', { at: '2026-11-24 10:00' })] });
    const told = tell(withdrawn, aCommand('undo', { at: '2026-11-24 10:09' }));
    expect(told).toMatchObject({ events: ['undone'], reply: `${NUMBER} 已恢复，继续办理，原来的期限不变。` });
    expect(told.snapshot).toMatchObject({ status: 'handling', legs: [{ dueDay: '2026-12-01', dueVersion: 1 }] });
    expect(told.notices).toEqual(['restored > unit.u-gxj', 'restored > leader.CORP/zhangming']);
  });

  it('gives a withdrawn draft its ten minutes anew', () => {
    const withdrawn = buildCase({ further: [aCommand('withdraw', { at: '2026-11-24 09:09' })] });
    const told = tell(withdrawn, aCommand('undo', { at: '2026-11-24 09:12' }));
    expect(told.snapshot).toMatchObject({ status: 'draft' });
    expect(told.snapshot?.draftedAt.toISOString()).toBe('2026-11-24T01:12:00.000Z');
    expect(told.notices).toEqual([]);
  });

  it('puts back the category, and with it who may see the case', () => {
    const corrected = buildCase({ further: [aCommand('correctCategory', { category: '营商作风' })] });
    const told = tell(corrected, aCommand('undo', { at: '2026-11-24 09:05' }));
    expect(told.snapshot).toMatchObject({ category: '资金保障', confidential: false });
  });

  it('puts back the wished term', () => {
    const corrected = buildCase({ further: [aCommand('correctDeadline')] });
    const told = tell(corrected, aCommand('undo', { at: '2026-11-24 09:05' }));
    expect(told.snapshot).toMatchObject({ wished: { day: '2026-11-29', expr: '5天内' } });
  });

  it.each([
    ['eleven minutes later', 'reporter', '2026-11-24 09:11'],
    ['by somebody else', 'office', '2026-11-24 09:05'],
  ] as const)('is refused %s', (_, by, at) => {
    const corrected = buildCase({ further: [aCommand('correctCategory', { category: '税费' })] });
    const told = tell(corrected, aCommand('undo', { by, at }));
    expect(told).toMatchObject({ refusal: 'missing', events: [] });
    expect(told.reply).toContain('没有可以恢复的操作');
  });

  it('is refused when somebody has built on what was said, or there is nothing to take back', () => {
    const built = buildCase({
      stop: 'assigned',
      further: [
        aCommand('correctCategory', { at: '2026-11-24 10:00' }),
        aCommand('accept', { at: '2026-11-24 10:01' }),
      ],
    });
    expect(tell(built, aCommand('undo', { at: '2026-11-24 10:02' })).refusal).toBe('missing');
    expect(tell(buildCase(), aCommand('undo', { at: '2026-11-24 09:02' })).refusal).toBe('missing');
  });

  it('brings back what waited for the office', () => {
    const waiting = buildCase({
      stop: 'handling',
      further: [
        aCommand('extend', { at: '2026-11-24 10:00' }),
        aCommand('withdraw', { at: '2026-11-24 10:01' }),
        aCommand('undo', { at: '2026-11-24 10:02' }),
      ],
    });
    expect(waiting.snapshot).toMatchObject({ status: 'handling', extension: { to: '2026-12-04' } });
  });

  it('tells the office of a draft that waits for it again', () => {
    const report = { by: 'loneReporter', subject: { id: 's-lone', name: '高碑店市孤鸿食品有限公司' } } as const;
    const lone = { by: 'loneReporter', at: '2026-11-24 09:05' } as const;
    const withdrawn = buildCase({ report, further: [aCommand('confirm', lone), aCommand('withdraw', lone)] });
    expect(tell(withdrawn, aCommand('undo', { ...lone, at: '2026-11-24 09:06' })).notices).toEqual([
      'restored > office',
    ]);
  });

  it('does not open a case that the office has been given as confidential', () => {
    const secret = buildCase({
      further: [
        aCommand('correctCategory', { category: '营商作风', at: '2026-11-24 09:05' }),
        aCommand('confirm', { at: '2026-11-24 09:06' }),
      ],
    });
    expect(tell(secret, aCommand('undo', { at: '2026-11-24 09:07' })).refusal).not.toBeNull();
  });
});
