import { describe, expect, it } from 'vitest';
import type { CommandType } from '../../src/domain/command.ts';
import { holdersText, may, mayShow, relationsTo, RIGHTS, sees } from '../../src/domain/rights.ts';
import { aCommand, after, buildCase } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import { aChat, anActor, aRoster, type Part } from '../support/world-factory.ts';

const roster = aRoster();

/** Handled by 市工信局 (now the former unit), then by 市人社局. */
const transferred = after(buildCase({ stop: 'handling' }), aCommand('transfer', { unitName: '市人社局' }));
const secret = buildCase({ stop: 'assigned', problem: { category: '营商作风' } });

const PARTS = [
  'reporter',
  'otherHandler',
  'taskForce',
  'leader',
  'deputy',
  'office',
  'admin',
  'handler',
  'otherReporter',
  'otherLeader',
  'stranger',
] as const satisfies readonly Part[];

const ENTERPRISE = ['reporter'];
/** Not the task force: it serves 盛弘机械 with 市工信局, and the turn is 市人社局's. */
const HANDLERS = ['otherHandler', 'leader', 'deputy'];
const OFFICE = ['office', 'admin'];

/** Who may give each command on the transferred case; written out by hand from design.md sections 1 and 6. */
const EXPECTED: Record<CommandType, readonly string[]> = {
  report: PARTS,
  confirm: ENTERPRISE,
  withdraw: ENTERPRISE,
  undo: [...ENTERPRISE, ...OFFICE],
  correctCategory: [...ENTERPRISE, ...OFFICE],
  correctDeadline: ENTERPRISE,
  supplement: [...ENTERPRISE, ...HANDLERS, ...OFFICE],
  attach: [...ENTERPRISE, ...HANDLERS, ...OFFICE],
  accept: HANDLERS,
  transfer: [...HANDLERS, ...OFFICE],
  giveBack: ['otherHandler'],
  ruleReturn: OFFICE,
  support: [...HANDLERS, ...OFFICE],
  supportDone: [],
  pause: [...HANDLERS, ...OFFICE],
  rulePause: OFFICE,
  resumeWork: [...HANDLERS, ...OFFICE],
  ruleClosure: OFFICE,
  urge: [...ENTERPRISE, ...OFFICE],
  askInfo: [...HANDLERS, ...OFFICE],
  decline: OFFICE,
  redirect: OFFICE,
  suspend: OFFICE,
  merge: ['otherHandler', ...OFFICE],
  absorb: PARTS,
  split: OFFICE,
  phoneSurvey: OFFICE,
  commit: HANDLERS,
  extend: HANDLERS,
  rule: OFFICE,
  snooze: HANDLERS,
  progress: HANDLERS,
  resolve: HANDLERS,
  answerSurvey: ENTERPRISE,
  instruct: OFFICE,
  receive: PARTS,
  fulfil: PARTS,
  withdrawInstruction: OFFICE,
  redateInstruction: OFFICE,
  bind: OFFICE,
  handOver: OFFICE,
  settleHandOver: OFFICE,
  confirmHandOver: PARTS,
  history: PARTS,
  admit: OFFICE,
  turnAway: OFFICE,
  query: PARTS,
  inspect: OFFICE,
  visit: PARTS,
  visitLog: PARTS,
  withdrawVisit: PARTS,
  changeCalendar: OFFICE,
  setCalendar: OFFICE,
  say: PARTS,
};

const COMMANDS = Object.keys(RIGHTS).filter((type): type is CommandType => type in EXPECTED);

describe('the table of rights', () => {
  it('is tested whole', () => {
    expect(COMMANDS.sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(COMMANDS)('gives %s to these people and to nobody else', (type) => {
    const about = { snapshot: transferred.snapshot, roster };
    expect(PARTS.filter((part) => may(anActor(part), type, about))).toEqual(
      PARTS.filter((part) => EXPECTED[type].includes(part)),
    );
  });

  it('gives nobody a command on a case when there is none', () => {
    expect(may(anActor('leader'), 'accept', null)).toBe(false);
  });

  it('lets whoever reported on an enterprise’s behalf speak for it on that case', () => {
    const reportedByLeader = buildCase({ report: { by: 'otherLeader' } });
    const about = { snapshot: reportedByLeader.snapshot, roster };
    expect(may(anActor('otherLeader'), 'confirm', about)).toBe(true);
    expect(may(anActor('otherLeader'), 'accept', about)).toBe(false);
  });
});

describe('decide', () => {
  const onCase = COMMANDS.filter((type) => Array.isArray(RIGHTS[type]));

  it.each(onCase)('answers %s of a stranger to the case as if the number did not exist', (type) => {
    for (const by of ['otherReporter', 'otherLeader', 'stranger'] as const) {
      const told = tell(transferred, aCommand(type, { by }));
      expect(told).toMatchObject({ refusal: 'notFound', events: [], reply: expect.stringContaining('没有找到编号') });
    }
  });

  it.each(onCase)('names the holders of the right to whoever may see the case but not %s it', (type) => {
    const others = PARTS.slice(0, 7).filter((part) => !EXPECTED[type].includes(part));
    for (const by of others) {
      const told = tell(transferred, aCommand(type, { by }));
      expect(told).toMatchObject({
        refusal: 'notYours',
        events: [],
        reply: expect.stringContaining(holdersText(type)),
      });
    }
  });

  it('names whose turn it is to the task force, that may not end another unit’s case', () => {
    const told = tell(transferred, aCommand('resolve', { by: 'taskForce', text: '资金昨天到账' }));
    expect(told).toMatchObject({ refusal: 'notYours', events: [] });
    expect(told.reply).toBe('BQ-2026-000123 现由市人社局承办，这一步需要由责任部门或专班、包联领导、协办单位来办。');
  });

  it('answers a question about another enterprise’s number in the same words as one about an unknown number', () => {
    const told = tell(transferred, aCommand('query', { by: 'otherReporter' }));
    expect(told).toMatchObject({ refusal: 'notFound', reply: '没有找到编号 BQ-2026-000123 的问题，请核对编号。' });
  });

  it('refuses 绑定 to everybody but the office', () => {
    expect(tell(null, aCommand('bind', { by: 'leader' })).refusal).toBe('notYours');
    expect(tell(null, aCommand('bind', { by: 'admin' })).refusal).toBeNull();
  });
});

describe('relationsTo', () => {
  it.each<[Part, string[]]>([
    ['reporter', ['subject']],
    ['otherHandler', ['formerUnit', 'unit']],
    ['handler', ['formerUnit']],
    ['taskForce', ['formerUnit']],
    ['leader', ['leader']],
    ['office', ['office']],
    ['otherReporter', []],
    ['stranger', []],
  ])('of the %s are %j', (part, expected) => {
    expect([...relationsTo(anActor(part), transferred.snapshot, roster)].sort()).toEqual(expected);
  });

  it('of the task force are the unit’s while the case lies with the subject’s unit, or with none yet', () => {
    const handling = buildCase({ stop: 'handling' });
    const { snapshot } = handling;
    for (const at of [snapshot, { ...snapshot, legs: [] }]) {
      expect([...relationsTo(anActor('taskForce'), at, roster)]).toEqual(['unit']);
    }
  });

  it('of the task force’s own unit are that unit’s, wherever the case has gone', () => {
    const member = { ...anActor('taskForce'), units: ['u-rsj'] };
    expect(relationsTo(member, transferred.snapshot, roster).has('unit')).toBe(true);
  });

  it('to a confidential case are the enterprise’s and the office’s alone, and the office handles it', () => {
    const relations = PARTS.map((part) => [part, [...relationsTo(anActor(part), secret.snapshot, roster)]] as const);
    expect(relations.filter(([, found]) => found.length > 0)).toEqual([
      ['reporter', ['subject']],
      ['office', ['office', 'unit']],
      ['admin', ['office', 'unit']],
    ]);
  });
});

describe('sees', () => {
  it('hides a draft from everybody but its enterprise and the office', () => {
    const draft = buildCase();
    const seers = PARTS.filter((part) => sees(anActor(part), draft.snapshot, roster));
    expect(seers).toEqual(['reporter', 'office', 'admin']);
  });

  it('shows an accepted case to all who have to do with it, the former unit too', () => {
    const seers = PARTS.filter((part) => sees(anActor(part), transferred.snapshot, roster));
    expect(seers).toEqual(PARTS.slice(0, 8));
  });

  it('keeps two people apart who share a userid in two corps', () => {
    expect(anActor('reporter').id).not.toBe(anActor('otherReporter').id);
    expect(sees(anActor('otherReporter'), transferred.snapshot, roster)).toBe(false);
  });
});

describe('mayShow', () => {
  const shows = (chat: string | null) => mayShow(secret.snapshot, aCommand('query', { chat }), roster);

  it('shows a confidential case in 1:1 chats and in the office’s group, and in no other', () => {
    expect(shows(null)).toBe(true);
    expect(shows('c-office')).toBe(true);
    expect(['c-shenghong', 'c-gxj', 'c-leader', 'c-nowhere'].map(shows)).toEqual([false, false, false, false]);
  });

  it('shows no case in the group of another enterprise', () => {
    const chats = [aChat({ id: 'c-other', name: '别家群', purpose: 'subject', of: 's-other' })];
    const there = aCommand('query', { chat: 'c-other' });
    expect(mayShow(transferred.snapshot, there, aRoster({ chats }))).toBe(false);
    expect(mayShow(transferred.snapshot, { ...there, private: true }, aRoster({ chats }))).toBe(true);
  });

  it('shows any other case where it is asked for', () => {
    expect(mayShow(transferred.snapshot, aCommand('query'), roster)).toBe(true);
  });
});

describe('holdersText', () => {
  it('names who may', () => {
    expect(holdersText('accept')).toBe('责任部门或专班、包联领导、协办单位');
    expect(holdersText('bind')).toBe('双创双服办公室');
    expect(holdersText('query')).toBe('任何人');
  });
});
