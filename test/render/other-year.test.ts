import { describe, expect, it } from 'vitest';
import { basisOf } from '../../src/domain/basis.ts';
import type { Case } from '../../src/domain/case.ts';
import type { CommandOf } from '../../src/domain/command.ts';
import { renderCaseNotice } from '../../src/render/notice.ts';
import { aCommand, after, aView, buildCase } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import { aWorld, shanghai } from '../support/world-factory.ts';

/** Due on 31 December; whatever is said of it on 28 and 29 December may lie in the next year. */
const december = buildCase({
  report: { at: '2026-12-24 09:00' },
  further: [aCommand('confirm', { at: '2026-12-24 09:05' }), aCommand('accept', { at: '2026-12-24 10:00' })],
});

/** The answer to what was said, and every notice of it, read at once. */
function wordsOf(subject: Case, command: CommandOf<'suspend' | 'extend' | 'rule' | 'pause'>): string[] {
  const { reply, effects, snapshot } = tell(subject, command);
  const view = { ...aView({ now: command.at }), alone: false, enterpriseOnly: false };
  const told = effects.map(({ about, to }) => snapshot && renderCaseNotice(about, snapshot, { ...view, to }));
  return [reply, ...told.map((one) => (one && 'text' in one ? one.text : 'nothing'))];
}

describe('a day of another year', () => {
  const suspend = aCommand('suspend', { at: '2026-12-28 10:00', until: '2027-06-30' });
  const extend = aCommand('extend', { at: '2026-12-28 10:00', to: '2027-01-06' });
  const pause = aCommand('pause', { by: 'office', at: '2026-12-28 10:00', until: '2027-01-05' });
  const rule = aCommand('rule', { at: '2026-12-29 10:00' });

  it.each([
    ['挂账', december, suspend, '2027年6月30日（周三）'],
    ['申请延期', december, extend, '2027年1月6日（周三）'],
    ['同意延期', after(december, extend), rule, '2027年1月6日（周三）'],
    ['暂停', december, pause, '2027年1月5日（周二）'],
  ])('is told with its year: %s', (_, subject, command, day) => {
    for (const words of wordsOf(subject, command)) expect(words).toContain(day);
  });

  it('is told without it once that year has come', () => {
    const { snapshot } = after(december, suspend);
    const about = { kind: 'suspended' } as const;
    const view = { ...aView({ now: shanghai('2027-01-04 09:00') }), alone: false, enterpriseOnly: false };
    const told = renderCaseNotice(about, snapshot, { ...view, to: { kind: 'office' } });
    expect(told).toMatchObject({ text: expect.stringContaining('，6月30日（周三）复核') });
  });

  it('has its year in a receipt and in 期限依据', () => {
    const late = buildCase({
      report: { at: '2026-12-28 09:00' },
      further: [aCommand('confirm', { at: '2026-12-28 09:05' })],
    });
    const confirmed = tell(
      buildCase({ report: { at: '2026-12-28 09:00' } }),
      aCommand('confirm', { at: '2026-12-28 09:05' }),
    );
    expect(confirmed.reply).toMatch(/预计2027年1月\d日/);
    expect(basisOf(late.snapshot, aWorld())).toMatch(/第1天12月29日（周二）.*第5天2027年1月\d日/);
  });
});
