import { describe, expect, it } from 'vitest';
import { currentLeg, lastClosure, type Leg } from '../../src/domain/case.ts';
import { type Closure } from '../../src/domain/closure.ts';
import { addDays } from '../../src/domain/day.ts';
import { termEnd } from '../../src/domain/due.ts';
import { nextTimer, stageOn, stagesUntil, surveyStepsUntil } from '../../src/domain/timers.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';
import { aCommand, after, afterTimer, aSnapshot, buildCase, type Stop } from '../support/case-factory.ts';
import { DAYS_OF_2026, isWorkedIn2026 } from '../support/holidays-2026.ts';
import { shanghai } from '../support/world-factory.ts';

const calendar = buildCalendar();

function aLeg(startedAt: string, changes: Partial<Leg> = {}): Leg {
  const leg = currentLeg(aSnapshot({ stop: 'handling' }));
  if (!leg) throw new Error('a case being handled has a leg');
  const begun = shanghai(startedAt);
  const dueDay = termEnd(calendar, begun, changes.termWorkdays ?? leg.termWorkdays);
  return { ...leg, startedAt: begun, dueDay, ...changes };
}

/** `2026-11-27 half`, day by day. */
function stages(leg: Leg, until: string): string[] {
  return stagesUntil(leg, calendar, until).map(({ day, stage }) => `${day} ${stage}`);
}

describe('the reminder stages of a leg', () => {
  it('are half of the term, the eve, the due day and each working day after', () => {
    expect(stages(aLeg('2026-11-24 10:00'), '2026-12-04')).toEqual([
      '2026-11-27 half',
      '2026-11-30 eve',
      '2026-12-01 due',
      '2026-12-02 overdue',
      '2026-12-03 overdue',
      '2026-12-04 overdue',
    ]);
  });

  it.each([
    [1, ['2026-11-25 due']],
    [2, ['2026-11-25 eve', '2026-11-26 due']],
    [3, ['2026-11-26 eve', '2026-11-27 due']],
    [4, ['2026-11-26 half', '2026-11-27 eve', '2026-11-30 due']],
    [15, ['2026-12-04 half', '2026-12-14 eve', '2026-12-15 due']],
  ])('of a term of %i working days leave out half where it is no day of its own', (termWorkdays, expected) => {
    const leg = aLeg('2026-11-24 10:00', { termWorkdays });
    expect(stages(leg, leg.dueDay)).toEqual(expected);
  });

  it('of a due Sunday come on the Friday, and overdue begins on Monday', () => {
    const leg = aLeg('2026-11-23 10:00', { dueDay: '2026-11-29' });
    expect(stages(leg, '2026-11-30')).toEqual([
      '2026-11-25 half',
      '2026-11-26 eve',
      '2026-11-27 due',
      '2026-11-30 overdue',
    ]);
  });

  it('pass over 国庆 and use the make-up Saturday', () => {
    const leg = aLeg('2026-09-28 10:00');
    expect(stages(leg, '2026-10-12')).toEqual([
      '2026-10-08 half',
      '2026-10-09 eve',
      '2026-10-10 due',
      '2026-10-12 overdue',
    ]);
  });

  it('never fall on a day off, whatever the day of 2026 a leg begins and however it ends', () => {
    const onDaysOff = DAYS_OF_2026.slice(0, 330).flatMap((day) => {
      const legs = [aLeg(`${day} 10:00`), aLeg(`${day} 10:00`, { dueDay: addDays(day, 9) })];
      return legs.flatMap((leg) => stagesUntil(leg, calendar, addDays(day, 20)).filter((s) => !isWorkedIn2026(s.day)));
    });
    expect(onDaysOff).toEqual([]);
  });

  it('come once a day, in order, one due day each', () => {
    for (const day of DAYS_OF_2026.slice(0, 330)) {
      const found = stagesUntil(aLeg(`${day} 10:00`), calendar, addDays(day, 25));
      const days = found.map((stage) => stage.day);
      expect(days).toEqual([...new Set(days)].sort());
      expect(found.filter((stage) => stage.stage === 'due')).toHaveLength(1);
    }
  });

  it('start after the last one dealt with', () => {
    expect(stages(aLeg('2026-11-24 10:00', { remindedDay: '2026-11-30' }), '2026-12-02')).toEqual([
      '2026-12-01 due',
      '2026-12-02 overdue',
    ]);
  });

  it('are none on a quiet working day', () => {
    expect(stageOn(aLeg('2026-11-24 10:00'), calendar, '2026-11-25')).toBeNull();
  });
});

describe('nextTimer', () => {
  it.each<[Stop, string, string]>([
    ['draft', 'confirmDraft', '2026-11-24 09:10'],
    ['assigned', 'remind', '2026-11-27 08:00'],
    ['handling', 'remind', '2026-11-27 08:00'],
    ['resolved', 'inviteSurvey', '2026-11-27 08:30'],
    ['surveyed', 'remindSurvey', '2026-11-30 08:30'],
    ['reopened', 'remind', '2026-12-02 08:00'],
  ])('of a case that is %s is %s at %s', (stop, type, at) => {
    expect(nextTimer(buildCase({ stop }).snapshot, calendar)).toMatchObject({ type, at: shanghai(at) });
  });

  it.each<Stop>(['closed', 'withdrawn'])('of a case that is %s is none', (stop) => {
    expect(nextTimer(buildCase({ stop }).snapshot, calendar)).toBeNull();
  });

  it('moves to the new due day when an extension is granted', () => {
    const asked = after(buildCase({ stop: 'handling' }), aCommand('extend', { to: '2026-12-11' }));
    const granted = after(asked, aCommand('rule', { at: '2026-11-25 10:00' }));
    expect(nextTimer(granted.snapshot, calendar)?.at).toEqual(shanghai('2026-12-03 08:00'));
  });

  it('asks the enterprise on +1 and +3, gives up on +7, and then waits for people', () => {
    const steps = [];
    let subject = buildCase({ stop: 'resolved' });
    for (let timer = nextTimer(subject.snapshot, calendar); timer; timer = nextTimer(subject.snapshot, calendar)) {
      steps.push(`${timer.type} ${timer.at.toISOString().slice(0, 10)}`);
      subject = afterTimer(subject);
    }
    expect(steps).toEqual([
      'inviteSurvey 2026-11-27',
      'remindSurvey 2026-11-30',
      'remindSurvey 2026-12-02',
      'expireSurvey 2026-12-08',
    ]);
    expect(subject.snapshot.status).toBe('resolved');
  });

  it('goes on asking while an answer is incomplete', () => {
    const rating = { resolved: 'yes', onTime: null, score: null } as const;
    const said = aCommand('answerSurvey', { rating, chat: null, at: '2026-11-27 10:00' });
    const { snapshot } = after(buildCase({ stop: 'surveyed' }), said);
    expect(nextTimer(snapshot, calendar)?.type).toBe('remindSurvey');
  });
});

describe('surveyStepsUntil', () => {
  const closure = lastClosure(buildCase({ stop: 'surveyed' }).snapshot);

  it.each([
    ['2026-11-30 08:29', { due: [], expired: false }],
    ['2026-11-30 08:30', { due: [1], expired: false }],
    ['2026-12-02 08:30', { due: [1, 2], expired: false }],
    ['2026-12-08 08:30', { due: [1, 2], expired: true }],
  ])('at %s says what has come', (now, expected) => {
    expect(closure && surveyStepsUntil(closure, calendar, shanghai(now))).toEqual(expected);
  });

  it('leaves out the reminders that have gone out, and everything before the invitation', () => {
    const at = shanghai('2026-12-02 09:00');
    expect(stepsWith({ reminders: 1 }, at)?.due).toEqual([2]);
    expect(stepsWith({ invitedAt: null }, at)?.due).toEqual([]);
  });

  function stepsWith(survey: Partial<Closure['survey']>, at: Date) {
    return closure && surveyStepsUntil({ ...closure, survey: { ...closure.survey, ...survey } }, calendar, at);
  }
});
