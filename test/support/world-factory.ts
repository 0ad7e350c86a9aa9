import type { Actor } from '../../src/domain/command.ts';
import type { World } from '../../src/domain/decision.ts';
import {
  buildRoster,
  type Chat,
  type Pairing,
  type Person,
  type Role,
  type Roster,
  type RosterParts,
  type Subject,
  type Unit,
} from '../../src/domain/roster.ts';
import { buildRuleBook } from '../../src/domain/rules.ts';
import { learn } from '../../src/domain/understand/category/lessons.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';

/** Two enterprises with a leader and a unit each, one that nobody has paired yet, the office, and a group for everybody. */
const SUBJECTS = [
  aSubject({ id: 's-shenghong', name: '涿州市盛弘机械有限责任公司', aliases: ['盛弘机械'] }),
  aSubject({ id: 's-huaxin', name: '保定市华信纺织有限公司' }),
  aSubject({ id: 's-lone', name: '高碑店市孤鸿食品有限公司' }),
];

const UNITS = [
  aUnit({ id: 'u-gxj', name: '市工信局' }),
  aUnit({ id: 'u-rsj', name: '市人社局' }),
  aUnit({ id: 'u-office', name: '市双创双服办公室', kind: 'office' }),
];

/** Who plays in the tests, by the part they play towards the first enterprise. */
const PERSONS = {
  /** Speaks for 盛弘机械. */
  reporter: aPerson({
    id: 'wwSUPPLIER/wangqiang',
    name: '王强',
    roles: ['subject'],
    subjects: ['s-shenghong'],
    phone: '13800001111',
  }),
  /** The same userid in another corp, speaking for another enterprise. */
  otherReporter: aPerson({ id: 'wwOTHER/wangqiang', name: '王强', roles: ['subject'], subjects: ['s-huaxin'] }),
  /** Speaks for the enterprise without unit or leader. */
  loneReporter: aPerson({ id: 'wwLONE/guhong', name: '孤鸿', roles: ['subject'], subjects: ['s-lone'] }),
  leader: aPerson({ id: 'CORP/zhangming', name: '张明', title: '副市长', roles: ['leader'], deputy: 'CORP/liqiang' }),
  /** The first leader's deputy (AB角). */
  deputy: aPerson({ id: 'CORP/liqiang', name: '李强', title: '副秘书长', roles: ['leader'] }),
  otherLeader: aPerson({ id: 'CORP/liuyang', name: '刘洋', title: '副市长', roles: ['leader'] }),
  handler: aPerson({ id: 'CORP/lihua', name: '李华', roles: ['unit'], units: ['u-gxj'] }),
  otherHandler: aPerson({ id: 'CORP/chenjing', name: '陈静', roles: ['unit'], units: ['u-rsj'] }),
  taskForce: aPerson({ id: 'CORP/sunlei', name: '孙磊', roles: ['unit'] }),
  office: aPerson({ id: 'CORP/zhaomin', name: '赵敏', roles: ['office'], units: ['u-office'] }),
  admin: aPerson({ id: 'CORP/root', name: '管理员', roles: ['admin'] }),
} as const;

export type Part = keyof typeof PERSONS | 'stranger';

const CHATS = [
  aChat({ id: 'c-shenghong', name: '盛弘机械包联群', purpose: 'subject', of: 's-shenghong', botChatid: 'wrShenghong' }),
  aChat({ id: 'c-huaxin', name: '华信纺织包联群', purpose: 'subject', of: 's-huaxin', botChatid: 'wrHuaxin' }),
  aChat({
    id: 'c-leader',
    name: '张明副市长包联专班',
    purpose: 'leader',
    of: 'CORP/zhangming',
    botChatid: 'wrLeader',
  }),
  aChat({ id: 'c-gxj', name: '市工信局办理群', purpose: 'unit', of: 'u-gxj', botChatid: 'wrGxj' }),
  aChat({ id: 'c-rsj', name: '市人社局办理群', purpose: 'unit', of: 'u-rsj', botChatid: 'wrRsj' }),
  aChat({ id: 'c-office', name: '双创双服办公室', purpose: 'office', of: 'u-office', botChatid: 'wrOffice' }),
];

const PAIRINGS = new Map<string, Pairing>([
  [
    's-shenghong',
    { leader: 'CORP/zhangming', unit: 'u-gxj', taskForce: ['CORP/sunlei'], plan: '每月走访一次，协调技改资金' },
  ],
  ['s-huaxin', { leader: 'CORP/liuyang', unit: 'u-rsj', taskForce: [], plan: null }],
]);

/** A subject of the register. */
export function aSubject(v: Partial<Subject> & Pick<Subject, 'id' | 'name'>): Subject {
  return { kind: 'enterprise', list: '重点工业企业', county: '涿州市', uscc: null, aliases: [], ...v };
}

/** A department, county or the office. */
export function aUnit(v: Partial<Unit> & Pick<Unit, 'id' | 'name'>): Unit {
  return { kind: 'department', county: null, ...v };
}

/** A person of the roster. */
export function aPerson(v: Partial<Person> & Pick<Person, 'id' | 'name'>): Person {
  return { title: null, roles: [] satisfies Role[], subjects: [], units: [], phone: null, deputy: null, ...v };
}

/** A mixed group that can be pushed to. */
export function aChat(v: Partial<Chat> & Pick<Chat, 'id' | 'name' | 'purpose' | 'of'>): Chat {
  return { audience: 'mixed', botChatid: null, webhookKey: `key-${v.id}`, ...v };
}

/** The small roster of all tests; what is given replaces that part of it. */
export function aRoster(changes: Partial<RosterParts> = {}): Roster {
  const persons = Object.values(PERSONS);
  return buildRoster({
    version: 1,
    subjects: SUBJECTS,
    units: UNITS,
    persons,
    chats: CHATS,
    pairings: PAIRINGS,
    ...changes,
  });
}

/** The small roster with more units, subjects and pairings, or with other chats. */
export function aRosterWith(more: {
  units?: readonly Unit[];
  chats?: readonly Chat[];
  subjects?: readonly Subject[];
  pairings?: ReadonlyMap<string, Pairing>;
}): Roster {
  const { units = [], chats = [], subjects = [], pairings = new Map<string, Pairing>() } = more;
  const replaced = new Set(chats.map((chat) => chat.id));
  return aRoster({
    subjects: [...SUBJECTS, ...subjects],
    pairings: new Map([...PAIRINGS, ...pairings]),
    units: [...UNITS, ...units],
    chats: [...CHATS.filter((chat) => !replaced.has(chat.id)), ...chats],
  });
}

/** What a decision may look at. */
export function aWorld(changes: Partial<World> = {}): World {
  return {
    roster: aRoster(),
    calendar: buildCalendar(),
    rules: buildRuleBook(),
    lessons: learn([]),
    cards: false,
    pushes: false,
    botName: '帮企通',
    ...changes,
  };
}

/** Somebody as a command's actor; a stranger is in no roster. */
export function anActor(part: Part): Actor {
  if (part === 'stranger')
    return { id: 'CORP/nobody', name: '路人', roles: [], subjects: [], units: [], standsInFor: [] };
  const { id, name, roles, subjects, units } = PERSONS[part];
  return { id, name, roles, subjects, units, standsInFor: id === 'CORP/liqiang' ? ['CORP/zhangming'] : [] };
}

/** An instant in Asia/Shanghai, e.g. `2026-11-24 09:00`. */
export function shanghai(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}:00+08:00`);
}
