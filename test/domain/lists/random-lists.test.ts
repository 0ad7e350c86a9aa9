import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/domain/case.ts';
import { weeklyFigures } from '../../../src/domain/figures.ts';
import { buildLists, type Lists } from '../../../src/domain/lists/lists.ts';
import { isIn, type ListFrame } from '../../../src/domain/lists/standing.ts';
import { STATUS_TEXT } from '../../../config/texts/status.ts';
import { randomHistory } from '../../support/random-history.ts';
import { aFrame } from './told.ts';

/** The last stand of many histories, which begin on 2026-11-24 and reach into the next year. */
const CASES: Case[] = Array.from({ length: 120 }, (_, seed) => {
  const subject = randomHistory(seed, 5 + (seed % 50)).at(-1)?.subject;
  if (!subject) throw new Error('an empty history');
  return subject;
});
const SNAPSHOTS = CASES.map(({ snapshot }) => snapshot);
const WEEKS = ['2026-W47', '2026-W48', '2026-W49', '2026-W50', '2026-W51', '2026-W52', '2026-W53'];
const PERIODS = [...WEEKS, '2026-11', '2026-12', '2027-01'];
/** As of the end, and as of some instant in the middle. */
const FRAMES: [string, ListFrame][] = PERIODS.flatMap((name) => {
  const frame = aFrame(name);
  const middle = new Date((frame.period.from.getTime() + frame.period.to.getTime()) / 2);
  return [
    [name, frame],
    [`${name} half way`, { ...frame, until: middle }],
  ];
});

const tablesOf = (lists: Lists) => Object.values(lists.summary);
const totalOf = (lists: Lists) => lists.summary.unit.at(-1)?.counts;

describe('the lists of random histories', () => {
  it.each(FRAMES)('balance in every row: 上期结转 + 本期新增 - 已办结 - 撤回 = 在办 (%s)', (_, frame) => {
    const rows = tablesOf(buildLists(CASES, frame)).flat();
    const wrong = rows.filter(({ counts: c }) => c.carried + c.fresh - c.closed - c.ended !== c.open);
    expect(wrong).toEqual([]);
  });

  it.each(FRAMES)('have the same total in every table (%s)', (_, frame) => {
    const totals = tablesOf(buildLists(CASES, frame)).map((rows) => rows.at(-1)?.counts);
    expect(totals).toEqual(totals.map(() => totals[0]));
  });

  it.each(FRAMES)('name as many cases as the table counts, confidential ones aside (%s)', (_, frame) => {
    const named = CASES.filter(({ snapshot }) => !snapshot.confidential);
    const { problems, solutions, ...rest } = buildLists(named, frame);
    const counts = rest.summary.unit.at(-1)?.counts;
    const closed = solutions.filter(({ closedAt }) => closedAt && isIn(closedAt, frame));
    const over: string[] = [STATUS_TEXT.resolved, STATUS_TEXT.closed, STATUS_TEXT.withdrawn];
    expect({
      inHand: problems.length,
      open: problems.filter(({ status }) => !over.includes(status)).length,
      closed: closed.length,
      inTerm: closed.filter(({ inTerm }) => inTerm === '按期').length,
      overdue: solutions.filter(({ watch }) => watch.startsWith('红')).length,
    }).toEqual({
      inHand: (counts?.carried ?? 0) + (counts?.fresh ?? 0),
      open: counts?.open,
      closed: counts?.closed,
      inTerm: counts?.inTerm,
      overdue: counts?.overdue,
    });
  });

  it.each(WEEKS.flatMap((week) => FRAMES.filter(([, { period }]) => period.name === week)))(
    'agree with the weekly figures (%s)',
    (_, frame) => {
      const counts = totalOf(buildLists(CASES, frame));
      const { period, until, calendar } = frame;
      const { numbers, inTerm } = weeklyFigures(SNAPSHOTS, { week: period.name, until, calendar });
      const { submitted, resolved, surveyed, satisfied } = numbers;
      expect(counts).toMatchObject({ fresh: submitted, closed: resolved, inTerm, surveyed, satisfied });
    },
  );

  it('carry over from week to week what was in hand at the end', () => {
    const totals = WEEKS.map((week) => totalOf(buildLists(CASES, aFrame(week))));
    expect(totals.slice(1).map((total) => total?.carried)).toEqual(totals.slice(0, -1).map((total) => total?.open));
    expect(totals.some((total) => total && total.closed > 0 && total.open > 0)).toBe(true);
  });

  it('do not depend on the order in which the cases come', () => {
    const frame = aFrame('2026-12');
    expect(buildLists(CASES.toReversed(), frame).summary).toEqual(buildLists(CASES, frame).summary);
  });
});
