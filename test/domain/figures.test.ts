import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/domain/case.ts';
import { weeklyFigures } from '../../src/domain/figures.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';
import { aWeekCase, type WeekCase } from '../support/week-case.ts';
import { shanghai } from '../support/world-factory.ts';

const calendar = buildCalendar();

const figuresOf = (cases: Iterable<Snapshot>, until = '2026-11-27 16:00') =>
  weeklyFigures(cases, { week: '2026-W48', until: shanghai(until), calendar });

const numbersOf = (cases: readonly WeekCase[], until?: string) => figuresOf(cases.map(aWeekCase), until).numbers;

describe('the numbers of a week', () => {
  it('have exactly the keys of the outside contract, in its order', () => {
    expect(Object.keys(numbersOf([]))).toEqual([
      'period',
      'submitted',
      'submittedRate',
      'resolved',
      'resolvedRate',
      'inWeekRate',
      'inTermRate',
      'open',
      'overdue',
      'surveyed',
      'satisfied',
    ]);
  });

  it('have no rate where there was nothing to rate', () => {
    expect(numbersOf([])).toMatchObject({
      submittedRate: null,
      resolvedRate: null,
      inWeekRate: null,
      inTermRate: null,
    });
  });

  it('reconcile with a week counted by hand', () => {
    const cases: WeekCase[] = [
      { resolved: '2026-11-25 10:00', answered: { at: '2026-11-26 10:00', resolved: 'yes', score: 4 } },
      { accepted: '2026-11-19 09:00', resolved: '2026-11-27 10:00' },
      {
        accepted: '2026-11-12 09:00',
        resolved: '2026-11-23 09:00',
        answered: { at: '2026-11-24 10:00', resolved: 'yes', score: 2 },
      },
      { resolved: '2026-11-24 15:00', answered: { at: '2026-11-25 10:00', resolved: 'no', score: null } },
      { accepted: '2026-11-16 09:00' },
      { accepted: '2026-11-09 09:00' },
      {},
    ];
    expect(numbersOf(cases)).toEqual({
      period: '2026-W48',
      submitted: 3,
      submittedRate: null,
      resolved: 3,
      resolvedRate: 3 / 4,
      inWeekRate: 1 / 3,
      inTermRate: 1 / 3,
      open: 4,
      overdue: 2,
      surveyed: 3,
      satisfied: 1,
    });
  });
});

describe('submitted', () => {
  it('counts what was accepted from Monday 00:00 to the cut', () => {
    const accepted = ['2026-11-22 23:59', '2026-11-23 00:00', '2026-11-27 16:00', '2026-11-27 16:01'];
    expect(numbersOf(accepted.map((at) => ({ accepted: at }))).submitted).toBe(2);
  });

  it('ends with Sunday even when it is counted later', () => {
    const accepted = ['2026-11-29 23:59', '2026-11-30 00:00'];
    expect(
      numbersOf(
        accepted.map((at) => ({ accepted: at })),
        '2026-12-04 16:00',
      ).submitted,
    ).toBe(1);
  });

  it('leaves out drafts, also those withdrawn before acceptance', () => {
    expect(numbersOf([{ accepted: null }, { accepted: null, withdrawn: '2026-11-24 09:02' }]).submitted).toBe(0);
  });

  it('keeps what was withdrawn after acceptance, which is open no more', () => {
    expect(numbersOf([{ accepted: '2026-11-23 09:00', withdrawn: '2026-11-25 09:00' }])).toMatchObject({
      submitted: 1,
      open: 0,
      resolvedRate: null,
    });
  });
});

describe('resolved', () => {
  it('counts a closure whether or not it was surveyed', () => {
    const answered = { at: '2026-11-26 10:00', resolved: 'yes', score: 5 } as const;
    expect(numbersOf([{ resolved: '2026-11-25 10:00' }, { resolved: '2026-11-25 10:00', answered }]).resolved).toBe(2);
  });

  it('forgets a closure that the survey un-counted, and the case is open again', () => {
    const answered = { at: '2026-11-26 10:00', resolved: 'no', score: 1 } as const;
    expect(numbersOf([{ resolved: '2026-11-25 10:00', answered }])).toMatchObject({
      resolved: 0,
      open: 1,
      surveyed: 1,
      satisfied: 0,
    });
  });

  it('counts a case once that was resolved twice', () => {
    const answered = { at: '2026-11-25 10:00', resolved: 'no', score: null } as const;
    const figures = numbersOf([{ resolved: '2026-11-24 10:00', answered, resolvedAgain: '2026-11-26 10:00' }]);
    expect(figures).toMatchObject({ resolved: 1, open: 0, resolvedRate: 1 });
  });

  it('leaves out a closure after the cut: the case was open then', () => {
    expect(numbersOf([{ resolved: '2026-11-27 16:01' }])).toMatchObject({ resolved: 0, open: 1 });
  });
});

describe('resolvedRate', () => {
  it('is over what fell due in the week by the enterprise’s clock, however late the unit promised it', () => {
    expect(numbersOf([{ accepted: '2026-11-18 09:00', granted: '2026-12-04' }])).toMatchObject({
      resolvedRate: 0,
      overdue: 0,
    });
  });

  it('gives an early closure its credit in the week in which the case was due', () => {
    const early = { accepted: '2026-11-18 09:00', resolved: '2026-11-20 10:00' };
    expect(numbersOf([early])).toMatchObject({ resolved: 0, resolvedRate: 1 });
  });

  it('leaves out what was due in the week and withdrawn', () => {
    expect(numbersOf([{ accepted: '2026-11-18 09:00', withdrawn: '2026-11-24 09:00' }]).resolvedRate).toBeNull();
  });

  it('leaves out what was due before and is still open', () => {
    expect(numbersOf([{ accepted: '2026-11-09 09:00' }])).toMatchObject({ resolvedRate: null, overdue: 1 });
  });
});

describe('inWeekRate and inTermRate', () => {
  it('take 7 days to the minute', () => {
    const accepted = '2026-11-18 09:00';
    expect(numbersOf([{ accepted, resolved: '2026-11-25 09:00' }]).inWeekRate).toBe(1);
    expect(numbersOf([{ accepted, resolved: '2026-11-25 09:01' }]).inWeekRate).toBe(0);
  });

  it('judge by the unit’s term, so that a granted day counts as in term', () => {
    const accepted = '2026-11-12 09:00';
    const resolved = '2026-11-26 10:00';
    expect(numbersOf([{ accepted, resolved }]).inTermRate).toBe(0);
    expect(numbersOf([{ accepted, resolved, granted: '2026-11-27' }]).inTermRate).toBe(1);
  });
});

describe('open and overdue', () => {
  it('hold a case overdue only after the close of its last day', () => {
    const dueFriday = { accepted: '2026-11-20 09:00' };
    expect(numbersOf([dueFriday], '2026-11-27 17:30').overdue).toBe(0);
    expect(numbersOf([dueFriday], '2026-11-27 17:31').overdue).toBe(1);
  });

  it('look at the leg that was current at the cut', () => {
    const late = { accepted: '2026-11-16 09:00', transferred: { at: '2026-11-27 17:00', to: '市人社局' } };
    const figures = figuresOf([aWeekCase(late)]);
    expect(figures.overdue.first).toMatchObject([{ unit: '市工信局', due: '2026-11-23' }]);
    expect(figuresOf([aWeekCase(late)], '2026-11-27 17:01').numbers.overdue).toBe(0);
  });

  it('go by the enterprise’s clock while no unit has the case', () => {
    expect(figuresOf([aWeekCase({ accepted: '2026-11-16 09:00', unit: null })]).overdue).toMatchObject({
      count: 1,
      first: [{ unit: null, due: '2026-11-23' }],
    });
  });
});
