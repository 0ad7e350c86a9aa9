import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/domain/case.ts';
import { mySubjects, type MySubjectsMatter, mySubjectsText } from '../../src/domain/my-subjects.ts';
import type { Subject } from '../../src/domain/roster.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';
import { aSnapshot } from '../support/case-factory.ts';
import { numberOf } from '../support/week-case.ts';
import { anActor, aRoster, aSubject, shanghai } from '../support/world-factory.ts';

const ZHANG = anActor('leader').id;
const LIU = anActor('otherLeader').id;
/** An old full name is an alias too, and no short one. */
const SUBJECTS = [
  aSubject({ id: 'a', name: '涿州市甲乙机械有限公司', aliases: ['甲乙机械', '涿州市甲乙机械厂'] }),
  aSubject({ id: 'b', name: '保定市丙丁纺织有限公司' }),
  aSubject({ id: 'p', name: '高新区戊己工程', kind: 'project' }),
];

/** Wednesday of 2026-W48. */
const NOW = '2026-11-25 10:00';

/** A register in which 张明 leads these subjects, but for those that `leaders` gives to another. */
function aRegister(subjects: readonly Subject[] = SUBJECTS, leaders: Record<string, string> = {}) {
  const pairing = (id: string) => ({ leader: leaders[id] ?? ZHANG, unit: 'u-gxj', taskForce: [], plan: null });
  return aRoster({ subjects, pairings: new Map(subjects.map(({ id }) => [id, pairing(id)])) });
}

let serial = 0;

/** A case of a subject led by 张明, its unit's turn ending on `due`. */
function aCaseOf(subject: string, v: { due?: string; n?: number; changes?: Partial<Snapshot> } = {}): Snapshot {
  const { due = '2026-12-10', n = (serial += 1), changes } = v;
  const built = aSnapshot({ stop: 'handling' });
  const legs = built.legs.map((leg) => ({ ...leg, dueDay: due }));
  return { ...built, number: numberOf(n), legs, subject: { id: subject, name: subject }, leader: ZHANG, ...changes };
}

/** When all subjects reported last, a day ago. */
const LATELY = new Map(SUBJECTS.map(({ id }) => [id, shanghai('2026-11-24 09:00')]));

function aMatter(v: Partial<Omit<MySubjectsMatter, 'now'>> & { now?: string } = {}): MySubjectsMatter {
  const { now = NOW, ...more } = v;
  return {
    cases: [],
    lastReportAt: LATELY,
    lastVisit: new Map(),
    calendar: buildCalendar(),
    ...more,
    now: shanghai(now),
  };
}

/** What stands of the first enterprise. */
function rowOf(cases: readonly Snapshot[], v: Parameters<typeof aMatter>[0] = {}) {
  return mySubjects(aRegister(), ZHANG, aMatter({ cases, ...v })).subjects.find(({ id }) => id === 'a');
}

describe('mySubjects', () => {
  it('has a row for each subject of the leader and none of another’s', () => {
    const mine = mySubjects(aRegister(SUBJECTS, { b: LIU }), ZHANG, aMatter());
    expect(mine.subjects.map(({ id }) => id).sort()).toEqual(['a', 'p']);
    expect(mine).toMatchObject({ leader: '张明（副市长）', paired: { enterprises: 1, projects: 1 } });
  });

  it.each([
    ['the Friday before', '2026-11-20', { overdue: 1, dueThisWeek: 0 }],
    ['today', '2026-11-25', { overdue: 0, dueThisWeek: 1 }],
    ['on Sunday', '2026-11-29', { overdue: 0, dueThisWeek: 1 }],
    ['on Monday', '2026-11-30', { overdue: 0, dueThisWeek: 0 }],
  ])('counts as open what is due %s', (_, due, counts) => {
    expect(rowOf([aCaseOf('a', { due })])).toMatchObject({ open: 1, ...counts });
  });

  it('counts a case as overdue once the last day’s work is over, not before', () => {
    const cases = [aCaseOf('a', { due: '2026-11-25', n: 1 })];
    expect(rowOf(cases, { now: '2026-11-25 17:30' })).toMatchObject({ overdue: 0, dueThisWeek: 1 });
    const after = rowOf(cases, { now: '2026-11-25 17:31' });
    expect(after).toMatchObject({ overdue: 1, dueThisWeek: 0 });
    expect(after?.pressing).toEqual({ number: numberOf(1), due: '2026-11-25', near: '今天下班时已到期' });
  });

  it('goes by the enterprise’s clock while no unit has the case, by the pairing when it has no leader', () => {
    const changes: Partial<Snapshot> = { status: 'accepted', legs: [], caseDueDay: '2026-11-20', leader: null };
    expect(rowOf([aCaseOf('a', { changes })])).toMatchObject({ open: 1, overdue: 1 });
  });

  it('counts apart what is on 挂账 and what waits for the survey', () => {
    const cases = (['suspended', 'resolved'] as const).map((status) => aCaseOf('a', { changes: { status } }));
    expect(rowOf(cases)).toMatchObject({ open: 0, overdue: 0, suspended: 1, awaitingSurvey: 1, pressing: null });
  });

  it.each(['closed', 'withdrawn', 'declined', 'redirected'] as const)('counts nothing that is %s', (status) => {
    const counts = { open: 0, overdue: 0, dueThisWeek: 0, suspended: 0, awaitingSurvey: 0 };
    expect(rowOf([aCaseOf('a', { due: '2026-11-20', changes: { status } })])).toMatchObject(counts);
  });

  it('names the open case that falls due first, the older number of two', () => {
    const cases = [27, 26, 26].map((day, i) => aCaseOf('a', { due: `2026-11-${day}`, n: 3 - i }));
    expect(rowOf(cases)?.pressing).toEqual({ number: numberOf(1), due: '2026-11-26', near: '明天到期' });
  });

  it.each<[string, Partial<Snapshot>]>([
    ['confidential case', { confidential: true }],
    ['draft', { status: 'draft', leader: null }],
  ])('knows nothing of a %s, not even that something was reported', (_, changes) => {
    const cases = [aCaseOf('a', { due: '2026-11-20', changes })];
    expect(rowOf(cases, { lastReportAt: new Map() })).toEqual(rowOf([], { lastReportAt: new Map() }));
  });

  it('leaves a case in hand with the leader at its acceptance, when another leads the subject by now', () => {
    const roster = aRegister(SUBJECTS, { a: LIU, b: LIU });
    const old = aCaseOf('a', { due: '2026-11-20', changes: { draftedAt: shanghai('2026-01-05 09:00') } });
    const cases = [old, aCaseOf('b', { changes: { status: 'closed' } })];
    const matter = aMatter({ cases, lastReportAt: new Map() });
    const formers = mySubjects(roster, ZHANG, matter).subjects.filter(({ isPaired }) => !isPaired);
    expect(formers).toMatchObject([{ id: 'a', open: 1, overdue: 1, isSilent: false }]);
    expect(mySubjects(roster, LIU, matter).subjects.map(({ open }) => open)).toEqual([0, 0]);
  });
});

describe('silence', () => {
  const after = (day: string, cases: readonly Snapshot[] = []) =>
    rowOf(cases, { lastReportAt: new Map([['a', shanghai(`${day} 23:50`)]]) });

  it('begins 90 days after the last report', () => {
    expect(after('2026-08-28')).toMatchObject({ isSilent: false, silentDays: null, lastDay: '2026-08-28' });
    expect(after('2026-08-27')).toMatchObject({ isSilent: true, silentDays: 90, lastDay: '2026-08-27' });
  });

  it('is broken by a case newer than the date that was handed over', () => {
    expect(after('2026-01-05', [aCaseOf('a')])).toMatchObject({ isSilent: false, lastDay: '2026-11-24' });
  });
});

describe('the order of a leader’s subjects', () => {
  const expected = ['most', 'older', 'newer', 'week', 'silent', 'asked', 'open', 'none'];
  const subjects = expected.map((id) => aSubject({ id, name: id }));
  const dues = { most: '2026-11-24', newer: '2026-11-23', older: '2026-11-20', week: '2026-11-27', open: '2026-12-10' };
  const cases = [
    ...Object.entries(dues).map(([id, due]) => aCaseOf(id, { due })),
    aCaseOf('most', { due: '2026-11-24' }),
    aCaseOf('asked', { changes: { status: 'resolved' } }),
  ];
  const lastReportAt = new Map(expected.map((id) => [id, shanghai(id === 'silent' ? '2026-05-06 09:00' : NOW)]));

  it.each([
    ['as loaded', subjects],
    ['loaded the other way round', subjects.toReversed()],
  ])('puts first what needs attention, %s', (_, loaded) => {
    const mine = mySubjects(aRegister(loaded), ZHANG, aMatter({ cases, lastReportAt }));
    expect(mine.subjects.map(({ id }) => id)).toEqual(expected);
  });
});

describe('mySubjectsText', () => {
  const textOf = (v: Parameters<typeof aMatter>[0] = {}, more: { limit?: number } = {}) =>
    mySubjectsText(mySubjects(aRegister(), ZHANG, aMatter(v)), { limit: 10, at: '@帮企通 ', ...more });

  it('gives the numbers, a line for each subject, and the words to ask further', () => {
    const cases = [
      aCaseOf('a', { due: '2026-11-20', n: 1 }),
      aCaseOf('a', { due: '2026-11-26', n: 2 }),
      aCaseOf('a', { n: 3, changes: { status: 'suspended' } }),
      aCaseOf('p', { n: 4, changes: { status: 'resolved' } }),
    ];
    const lastReportAt = new Map([['b', shanghai('2025-12-31 09:00')]]);
    const lastVisit = new Map([['b', '2026-11-20']]);
    expect(textOf({ cases, lastReportAt, lastVisit })).toMatchInlineSnapshot(`
      "张明（副市长）包联企业2家、项目1个：在办2件（超期1件、本周到期1件），挂账1件，已办结待回访1件。
      1. 甲乙机械：在办2件（超期1件、本周到期1件），挂账1件，最急的是BQ-2026-000001（已超期3个工作日），还没有走访记录
      2. 保定市丙丁纺织有限公司：已有329天没有反映问题（上次2025年12月31日），最近走访11月20日
      3. 高新区戊己工程：已办结待回访1件，还没有走访记录
      90天内没有反映问题的企业1家，建议近期走访或电话问候。
      回复：@帮企通 进度 BQ-2026-000001"
    `);
  });

  it('is calm where nothing is in hand', () => {
    expect(textOf()).toMatch(/：没有在办问题。\n1\. .*：没有在办问题，最近一次反映是11月24日，还没有走访记录\n/u);
    expect(textOf()).not.toMatch(/0[件家个]|建议|回复：/u);
  });

  it('suggests a visit to those never or long not heard of', () => {
    const text = textOf({ lastReportAt: new Map() });
    expect(text).toContain('2. 甲乙机械：还没有反映过问题，还没有走访记录\n');
    expect(text).toMatch(/\n90天内没有反映问题的企业2家、项目1个，建议近期走访或电话问候。$/u);
  });

  it('names at most so many subjects and says what is left out', () => {
    const text = textOf({ cases: [aCaseOf('p', { due: '2026-11-20' })] }, { limit: 1 });
    expect(text).toMatch(/\n1\. 高新区戊己工程：.*\n另有企业2家未列出。\n/u);
  });

  it('marks what is another leader’s by now', () => {
    const roster = aRegister(SUBJECTS.slice(0, 1), { a: LIU });
    const mine = mySubjects(roster, ZHANG, aMatter({ cases: [aCaseOf('a', { due: '2026-11-20', n: 1 })] }));
    const text = mySubjectsText(mine, { limit: 10, at: '' });
    expect(text).toMatch(/^张明（副市长）目前没有包联企业和项目，原包联的问题：在办1件（超期1件）。\n/u);
    expect(text).toMatch(/\n1\. 甲乙机械（原包联）：在办1件（超期1件），.*\n回复：进度 BQ-2026-000001$/u);
  });

  it('sends a leader without subjects to the office', () => {
    const textFor = (id: string) => mySubjectsText(mySubjects(aRegister([]), id, aMatter()), { limit: 10, at: '' });
    const rest = '的包联企业和项目，请联系市双创双服办公室核对。';
    expect(textFor(ZHANG)).toBe(`名册中还没有登记张明（副市长）${rest}`);
    expect(textFor('CORP/nobody')).toBe(`名册中还没有登记该领导${rest}`);
  });
});
