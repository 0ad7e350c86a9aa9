import { describe, expect, it } from 'vitest';
import { pairingGaps, pairingGapsText, pairingNoticeText, SLOTS } from '../../src/domain/pairing-check.ts';
import type { Pairing, Roster, RosterParts, Subject } from '../../src/domain/roster.ts';
import { aChat, aPerson, aRoster, aSubject, aUnit } from '../support/world-factory.ts';

const LEADER = aPerson({ id: 'CORP/zhangming', name: '张明', title: '副市长', roles: ['leader'] });
const WORKER = aPerson({ id: 'CORP/sunlei', name: '孙磊', roles: ['unit'] });
const WHOLE: Pairing = { leader: LEADER.id, unit: 'u-gxj', taskForce: [WORKER.id], plan: '每月走访一次' };

const enterprise = (n: number, more: Partial<Subject> = {}) =>
  aSubject({ id: `e${n}`, name: `企业${n}有限公司`, ...more });
const project = (n: number) => aSubject({ id: `p${n}`, name: `项目${n}工程`, kind: 'project', list: '重点项目' });

/** A register in which the subjects have all they need, save what `changes` and `pairings` say of them. */
function aRegister(
  subjects: readonly Subject[],
  v: { pairings?: Record<string, Partial<Pairing>>; changes?: Partial<RosterParts> } = {},
): Roster {
  const contact = aPerson({ id: 'WW/contact', name: '王强', subjects: subjects.map(({ id }) => id) });
  return aRoster({
    subjects,
    units: [aUnit({ id: 'u-gxj', name: '市工信局' })],
    persons: [LEADER, WORKER, contact],
    chats: subjects.map(({ id, name }) => aChat({ id: `c-${id}`, name: `${name}群`, purpose: 'subject', of: id })),
    pairings: new Map(subjects.map(({ id }) => [id, { ...WHOLE, ...v.pairings?.[id] }])),
    ...v.changes,
  });
}

const FULL = [enterprise(1), enterprise(2), project(1), project(2)];
const missingOf = (roster: Roster) => pairingGaps(roster).subjects.map(({ id, missing }) => [id, missing]);

describe('pairingGaps', () => {
  it.each([
    ['leader', { leader: null }],
    ['unit', { unit: null }],
    ['taskForce', { taskForce: [] }],
    ['plan', { plan: null }],
    ['plan', { plan: '  ' }],
    ['leader', { leader: 'CORP/gone' }],
    ['unit', { unit: 'u-gone' }],
    ['taskForce', { taskForce: ['CORP/gone'] }],
  ])('misses the %s of a pairing with %j', (slot, pairing) => {
    expect(missingOf(aRegister(FULL, { pairings: { e2: pairing } }))).toEqual([['e2', [slot]]]);
  });

  it('misses everything of a subject that nobody has paired, nobody speaks for and that has no group', () => {
    const roster = aRegister(FULL, { changes: { pairings: new Map(), persons: [LEADER, WORKER], chats: [] } });
    expect(missingOf(roster)).toEqual(FULL.map(({ id }) => [id, [...SLOTS]]));
  });

  it('takes a person bound to the subject for its contact, whoever that is', () => {
    const persons = [LEADER, WORKER, aPerson({ id: 'WW/a', name: '甲', subjects: ['e1', 'p1', 'p2'] })];
    expect(missingOf(aRegister(FULL, { changes: { persons } }))).toEqual([['e2', ['contact']]]);
  });

  it('counts a group only when it can be pushed to, and one such group is enough', () => {
    const group = (of: string, webhookKey: string | null) =>
      aChat({ id: `${of}/${webhookKey}`, name: '群', purpose: 'subject', of, webhookKey });
    const chats = [group('e1', null), group('e1', 'k'), group('e2', null), group('p1', 'k'), group('p2', 'k')];
    expect(missingOf(aRegister(FULL, { changes: { chats } }))).toEqual([['e2', ['chat']]]);
  });

  it('counts subjects and what they lack by list, in the order of every list', () => {
    const subjects = [
      project(1),
      enterprise(3, { list: null }),
      enterprise(2, { list: '科技型中小企业' }),
      enterprise(1, { list: '重点工业企业' }),
    ];
    const gaps = pairingGaps(aRegister(subjects, { pairings: { e1: { plan: null, unit: null }, p1: { plan: null } } }));
    expect(gaps.lists.map(({ name }) => name)).toEqual(['重点工业企业', '科技型中小企业', '重点项目', '其他企业']);
    expect(gaps.lists[0]).toMatchObject({ total: { enterprises: 1 }, incomplete: { enterprises: 1 } });
    expect(gaps.lists[0]?.missing).toMatchObject({ plan: 1, unit: 1, leader: 0 });
    expect(gaps.incomplete).toEqual({ enterprises: 1, projects: 1 });
    expect(gaps.missing).toMatchObject({ plan: 2, unit: 1, leader: 0 });
  });

  it('gives the same for the same register, in whatever order it was loaded', () => {
    const subjects = [...FULL, enterprise(3, { list: null }), enterprise(1, { id: 'e9' })];
    const lacking = Object.fromEntries(subjects.map(({ id }) => [id, { plan: null }]));
    const gaps = pairingGaps(aRegister(subjects, { pairings: lacking }));
    expect(pairingGaps(aRegister(subjects.toReversed(), { pairings: lacking }))).toEqual(gaps);
    expect(gaps.subjects.map(({ id }) => id)).toEqual(['e1', 'e9', 'e2', 'p1', 'p2', 'e3']);
  });
});

describe('the share of each leader', () => {
  const leadersOf = (roster: Roster) => pairingGaps(roster).leaders;

  it('is what the leader has, and what is short of two and two', () => {
    const [leader] = leadersOf(aRegister([enterprise(1), enterprise(2), enterprise(3), project(1)]));
    expect(leader).toMatchObject({ has: { enterprises: 3, projects: 1 }, short: { enterprises: 0, projects: 1 } });
  });

  it('counts a leader who has nothing, and one who holds a subject without the role', () => {
    const idle = aPerson({ id: 'CORP/liuyang', name: '刘洋', roles: ['leader'] });
    const changes = { persons: [LEADER, WORKER, idle] };
    const leaders = leadersOf(aRegister(FULL, { pairings: { e1: { leader: WORKER.id } }, changes }));
    expect(leaders.map(({ name, has }) => `${name}${has.enterprises}`)).toEqual(['刘洋0', '孙磊1', '张明1']);
  });

  it('asks nothing of a deputy without subjects', () => {
    const deputy = aPerson({ id: 'CORP/liqiang', name: '李强', roles: ['leader'] });
    const persons = [{ ...LEADER, deputy: deputy.id }, WORKER, deputy];
    expect(leadersOf(aRegister(FULL, { changes: { persons } })).map(({ id }) => id)).toEqual([LEADER.id]);
  });
});

describe('pairingGapsText', () => {
  const textOf = (roster: Roster, limit = 5) => pairingGapsText(pairingGaps(roster), { limit });

  it('is one friendly sentence when nothing is missing', () => {
    expect(textOf(aRegister(FULL))).toBe(
      '企业2家、项目2个，包联领导、责任部门、专班、工作计划、联系人、推送群都已配齐，1名包联领导的包联数也都达到要求，辛苦了。',
    );
  });

  it('asks for the register when there is none', () => {
    expect(textOf(aRegister([]))).toBe('名册中还没有包联企业和项目，请先导入名册。');
  });

  it('gives the totals, then the worst, then the leaders with too few', () => {
    const idle = aPerson({ id: 'CORP/liuyang', name: '郑洋', roles: ['leader'] });
    const contact = aPerson({ id: 'WW/a', name: '甲', subjects: ['e1', 'p1', 'p2'] });
    const roster = aRegister(FULL, {
      pairings: {
        e1: { plan: null },
        e2: { leader: null, unit: null, taskForce: [], plan: null },
        p1: { plan: null, taskForce: [] },
      },
      changes: { persons: [LEADER, WORKER, idle, contact] },
    });
    expect(textOf(roster)).toMatchInlineSnapshot(`
      "包联企业2家、项目2个；有缺项的是企业2家、项目1个。
      缺包联领导的1个，缺责任部门的1个，缺专班的2个，缺工作计划的3个，缺联系人的1个。
      各名单：重点工业企业共2家，有缺项2家；重点项目共2个，有缺项1个。
      缺项最多的：
      1. 企业2有限公司（重点工业企业）：缺包联领导、责任部门、专班、工作计划、联系人
      2. 项目1工程（重点项目）：缺专班、工作计划
      3. 企业1有限公司（重点工业企业）：缺工作计划

      每名领导应至少包联企业2家、项目2个。共2名领导，2名不足：
      1. 郑洋：现有企业0家、项目0个，还差企业2家、项目2个
      2. 张明（副市长）：现有企业1家、项目2个，还差企业1家
      请协调补齐并更新名册，更新后可再查一次。"
    `);
  });

  it('names at most so many subjects and leaders, and says what is left out', () => {
    const idle = [1, 2, 3].map((n) => aPerson({ id: `CORP/l${n}`, name: `领导${n}`, roles: ['leader'] }));
    const lacking = Object.fromEntries(FULL.map(({ id }) => [id, { plan: null }]));
    const roster = aRegister(FULL, { pairings: lacking, changes: { persons: [LEADER, WORKER, ...idle] } });
    const text = textOf(roster, 1);
    expect(text.match(/^\d+\. /gmu)).toEqual(['1. ', '1. ']);
    expect(text).toContain('另有企业1家、项目2个未列出。');
    expect(text).toContain('另有2名未列出。');
  });

  it('says that every leader has enough when only subjects lack something', () => {
    expect(textOf(aRegister(FULL, { pairings: { e1: { plan: null } } }))).toContain('1名包联领导的包联数都达到要求。');
  });

  it('says that the subjects are complete when only a leader is short', () => {
    expect(textOf(aRegister(FULL.slice(0, 3)))).toMatchInlineSnapshot(`
      "企业2家、项目1个，各项都已配齐。

      每名领导应至少包联企业2家、项目2个。共1名领导，1名不足：
      1. 张明（副市长）：现有企业2家、项目1个，还差项目1个
      请协调补齐并更新名册，更新后可再查一次。"
    `);
  });
});

describe('pairingGapsText with whom nobody has been to', () => {
  const attention = { unvisited: { enterprises: 2, projects: 1 }, silent: { enterprises: 0, projects: 0 } };

  it.each([
    ['a whole register', FULL],
    ['a register with gaps', [...FULL, enterprise(9, { name: '' })]],
  ])('says so in one line under %s', (_, subjects) => {
    expect(pairingGapsText(pairingGaps(aRegister(subjects)), { limit: 5, attention })).toMatch(
      /\n\n包联领导本月还没有走访的：企业2家、项目1个；90天内没有反映问题的：无。$/u,
    );
  });
});

describe('pairingNoticeText', () => {
  const LONG = '保'.repeat(60);
  const leaders = Array.from({ length: 120 }, (_, n) =>
    aPerson({ id: `CORP/l${n}`, name: LONG, title: LONG, roles: ['leader'] }),
  );
  const subjects = Array.from({ length: 1288 }, (_, n) => aSubject({ id: `s${n}`, name: LONG, list: LONG }));

  it('begins with its day and fits one message of a group robot, however long the names are', () => {
    const roster = aRegister(subjects, { changes: { persons: leaders, pairings: new Map(), units: [] } });
    const text = pairingNoticeText(pairingGaps(roster), { limit: 5, day: '2026-11-27' });
    expect(text).toMatch(/^【包联检查】11月27日（周五）\n包联企业1288家；/u);
    expect(text.match(/^\d+\. /gmu)).toHaveLength(10);
    expect(Buffer.byteLength(text)).toBeLessThan(4096);
  });

  it('lets no name bring markup into a message', () => {
    const odd = '<@all>[点](http://x)';
    const roster = aRegister([enterprise(1, { name: odd, list: odd })], { pairings: { e1: { plan: null } } });
    expect(pairingNoticeText(pairingGaps(roster), { limit: 5, day: '2026-11-27' })).not.toMatch(/<@|\]\(/u);
  });
});
