import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import { nextTimer } from '../../src/domain/timers.ts';
import { renderCaseNotice } from '../../src/render/notice.ts';
import { aCommand, after, afterTimer, aView, buildCase } from '../support/case-factory.ts';
import { noticeLine } from '../support/tell.ts';
import { aWorld, shanghai } from '../support/world-factory.ts';

const { calendar } = aWorld();

const handling = buildCase({ stop: 'handling' });
const lone = buildCase({
  report: { by: 'loneReporter', subject: { id: 's-lone', name: '高碑店市孤鸿食品有限公司' } },
  further: [aCommand('confirm', { by: 'loneReporter' })],
});
const extension = after(handling, aCommand('extend', { at: '2026-11-24 16:00' }));
const suspended = after(handling, aCommand('suspend', { at: '2026-11-24 16:00', until: '2026-11-26' }));
const reviewed = afterTimer(suspended);

const DUTIES: [string, Case, string, string, string][] = [
  ['a report without a unit', lone, 'unassignedLate', '2026-11-25', '请尽快指定责任部门'],
  ['an 申请延期', extension, 'extensionRulingLate', '2026-11-25', '的申请还没有裁定'],
  ['a 挂账 whose review day has come', reviewed, 'reviewLate', '2026-11-27', '还没有复核'],
];

describe.each(DUTIES)('%s', (_, subject, kind, first, words) => {
  const reminded = afterTimer(subject);
  const [told] = reminded.events.at(-1)?.effects ?? [];

  it('is brought before the office again on the next working morning, with the digest', () => {
    expect(nextTimer(subject.snapshot, calendar)).toEqual({
      type: 'remindRuling',
      day: first,
      at: shanghai(`${first} 08:00`),
    });
    expect(reminded.events.at(-1)?.effects.map(noticeLine)).toEqual([`${kind} > office`]);
    expect(told).toMatchObject({ class: 'fold', key: expect.stringContaining(`/${first}/`) });
  });

  it('is said in words that hold as long as it waits', () => {
    const view = aView({ now: shanghai(`${first} 08:40`) });
    const text =
      told &&
      renderCaseNotice(told.about, reminded.snapshot, { ...view, to: told.to, alone: false, enterpriseOnly: false });
    expect(text).toMatchObject({ text: expect.stringContaining(words) });
  });

  it('is brought before it each working morning after that, each with a key of its own', () => {
    const again = afterTimer(reminded);
    expect(again.events.at(-1)?.effects.map(noticeLine)).toEqual([`${kind} > office`]);
    expect(again.events.at(-1)?.effects[0]?.key).not.toBe(told?.key);
  });

  it('is said once after an outage', () => {
    const late = afterTimer(subject, { now: shanghai('2026-12-02 08:00') });
    expect(late.events.at(-1)).toMatchObject({ type: 'rulingReminded', day: '2026-12-02' });
    expect(late.events.at(-1)?.effects).toHaveLength(1);
  });
});

describe('what the office has dealt with', () => {
  const settled: [string, Case, Case][] = [
    ['a unit named', afterTimer(lone), after(lone, aCommand('transfer', { by: 'office', unitName: '市工信局' }))],
    ['an extension refused', afterTimer(extension), after(extension, aCommand('rule', { granted: false }))],
    [
      'another review day',
      afterTimer(reviewed),
      after(reviewed, aCommand('suspend', { at: '2026-11-27 09:00', until: '2026-12-10' })),
    ],
  ];

  it.each(settled)('is reminded of no more: %s', (_, reminded, done) => {
    expect(nextTimer(done.snapshot, calendar)?.type).not.toBe('remindRuling');
    const [told] = reminded.events.at(-1)?.effects ?? [];
    const view = { ...aView({ now: shanghai('2026-11-27 08:40') }), alone: false, enterpriseOnly: false };
    expect(told && renderCaseNotice(told.about, done.snapshot, { ...view, to: told.to })).toHaveProperty('void');
  });
});

describe('an 申请延期 and an 申请暂停 at once', () => {
  it('are both brought before the office', () => {
    const both = after(extension, aCommand('pause', { at: '2026-11-24 16:30' }));
    expect(afterTimer(both).events.at(-1)?.effects.map(noticeLine)).toEqual([
      'pauseRulingLate > office',
      'extensionRulingLate > office',
    ]);
  });

  it('are each brought on the morning after their own day', () => {
    const later = after(afterTimer(extension), aCommand('pause', { at: '2026-11-25 07:30' }));
    expect(nextTimer(later.snapshot, calendar)).toMatchObject({ type: 'remindRuling', day: '2026-11-26' });
  });
});
