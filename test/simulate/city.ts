import type { Member } from '../chaos/cast.ts';
import { diceFor } from './dice.ts';
import { COUNTIES, OFFICE, personName, subjectName, UNITS } from './names.ts';

/** An enterprise or project with its one speaker and its group. */
export interface CitySubject {
  name: string;
  list: string;
  kind: 'enterprise' | 'project';
  county: string;
  leader: string | null;
  unit: string | null;
  speaker: Member;
  chat: string;
  audience: 'mixed' | 'enterprise';
  /** False for a group whose robot nobody has added. */
  reachable: boolean;
}

/** A unit as its people have it now: the clerk changes, the group stays. */
export interface CityUnit {
  name: string;
  chat: string;
  clerk: string;
  clerkName: string;
}

export interface CityLeader {
  userid: string;
  name: string;
  /** Who stands in (AB角) while the leader is away; half of the first leaders have somebody. */
  deputy: string | null;
  chat: string;
  reachable: boolean;
}

/** Who is there; staff changes change it. */
export interface City {
  subjects: CitySubject[];
  units: CityUnit[];
  leaders: CityLeader[];
  officer: Member;
  officeChat: string;
}

/** The four lists as the city of the plan has them. */
const LISTS = [
  ['重点工业企业', 520],
  ['重点服务业企业', 138],
  ['科技型中小企业', 240],
  ['重点项目', 390],
] as const;
const ALL = LISTS.reduce((sum, [, count]) => sum + count, 0);

/** The key of the robot of a group. */
export const keyOf = (chat: string): string => `key-${chat}`;

/** Makes the city of a seed up. */
export function makeUpCity(count: number, seed: number): City {
  const units = UNITS.slice(0, Math.max(6, Math.min(UNITS.length, Math.ceil(count / 40)))).map((name, i) => ({
    name,
    chat: `wrUnit${i}`,
    clerk: `clerk${i}`,
    clerkName: personName(diceFor(seed, 'name', `clerk${i}`)),
  }));
  const leaders = Array.from({ length: Math.max(4, Math.min(60, Math.ceil(count / 20))) }, (_, i) => ({
    ...aLeader(i, `${personName(diceFor(seed, 'name', `leader${i}`))}${i}`),
    deputy: i % 2 === 0 ? `deputy${i}` : null,
  }));
  const taken = new Set<string>();
  const subjects = Array.from({ length: count }, (_, i) => aSubject(i, { count, seed, units, leaders, taken }));
  const officer = { userid: 'officer', corpid: null };
  return { subjects, units, leaders, officer, officeChat: 'wrOffice' };
}

/** One leader's group has no robot: what would go there is named in the office's 待办. */
export function aLeader(i: number, name: string): CityLeader {
  return { userid: `leader${i}`, name, deputy: null, chat: `wrLeader${i}`, reachable: i !== 3 };
}

function aSubject(
  i: number,
  v: { count: number; seed: number; units: readonly CityUnit[]; leaders: readonly CityLeader[]; taken: Set<string> },
): CitySubject {
  const dice = diceFor(v.seed, 'subject', i);
  const list = listAt((i * ALL) / v.count);
  const kind = list === '重点项目' ? 'project' : 'enterprise';
  const county = COUNTIES[Math.floor(dice() * COUNTIES.length)] ?? '涿州市';
  const unit = v.units[Math.floor(dice() * v.units.length)]?.name ?? null;
  return {
    name: subjectName(dice, { county, isProject: kind === 'project', taken: v.taken }),
    list,
    kind,
    county,
    leader: dice() < 0.01 ? null : (v.leaders[i % v.leaders.length]?.userid ?? null),
    unit: dice() < 0.03 ? null : unit,
    speaker: { userid: `speaker${i}`, corpid: dice() < 0.7 ? `wwSUPPLIER${i}` : null },
    chat: `wrSubject${i}`,
    audience: dice() < 0.3 ? 'enterprise' : 'mixed',
    reachable: dice() >= 0.03,
  };
}

function listAt(place: number): string {
  let left = place;
  for (const [name, size] of LISTS) {
    if (left < size) return name;
    left -= size;
  }
  return LISTS[0][0];
}

/** The city as a roster file. */
export function rosterOf(city: City, seed: number): object {
  const { subjects, units, leaders } = city;
  const name = (userid: string) => personName(diceFor(seed, 'name', userid));
  return {
    units: [
      ...units.map((unit) => ({ name: unit.name, kind: unit.name.endsWith('政府') ? 'county' : 'department' })),
      { name: OFFICE, kind: 'office' },
    ],
    persons: [
      ...leaders.flatMap(leaderRows),
      ...units.map(({ clerk, clerkName, name: of }) => ({ userid: clerk, name: clerkName, roles: ['unit'], of })),
      ...subjects.map((one, i) => ({
        ...one.speaker,
        name: name(one.speaker.userid),
        roles: ['subject'],
        of: one.name,
        phone: `139${String(10_000_000 + i)}`,
      })),
      { userid: city.officer.userid, name: '赵敏', roles: ['office'], of: OFFICE },
    ],
    subjects: subjects.map(subjectRow),
    chats: [
      ...subjects.map((one) => ({ ...aChat('subject', one.name, one), audience: one.audience })),
      ...leaders.map((one) => aChat('leader', one.userid, one)),
      ...units.map((one) => aChat('unit', one.name, { ...one, reachable: true })),
      aChat('office', OFFICE, { chat: city.officeChat, reachable: true }),
    ],
  };
}

/** A leader's row in a roster file, with the deputy's. */
function leaderRows({ userid, name, deputy }: CityLeader): object[] {
  const row = { userid, name, title: '副市长', roles: ['leader'] };
  if (!deputy) return [row];
  return [
    { ...row, deputy },
    { userid: deputy, name: `代${name}`, title: '副秘书长', roles: ['leader'] },
  ];
}

/** A subject's row in a roster file. */
export function subjectRow({ name, kind, list, county, leader, unit }: CitySubject): object {
  return { name, kind, list, county, leader, unit };
}

/** A group's row in a roster file. */
export function aChat(purpose: string, of: string, v: { chat: string; reachable: boolean }): object {
  return { name: `${of}群`, purpose, of, botChatid: v.chat, ...(v.reachable ? { webhookKey: keyOf(v.chat) } : {}) };
}
