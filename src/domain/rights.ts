import type { Actor, CommandFrame, CommandType } from './command.ts';
import { currentLeg, type Snapshot } from './case.ts';
import { type Chat, type Pairing, pairingOf, type Roster } from './roster.ts';

/** How a person stands to a case. `formerUnit` handled it once, or serves the subject while another unit has the case: may look, not act. `support` works beside the unit. */
export type Relation = 'subject' | 'unit' | 'leader' | 'office' | 'formerUnit' | 'support';

/** Who may give each command: one of these relations to its case, or anybody in the roster. */
export const RIGHTS: Record<CommandType, readonly Relation[] | 'anyone' | 'office'> = {
  report: 'anyone',
  confirm: ['subject'],
  withdraw: ['subject'],
  undo: ['subject', 'office'],
  correctCategory: ['subject', 'office'],
  correctDeadline: ['subject'],
  supplement: ['subject', 'unit', 'leader', 'office', 'support'],
  attach: ['subject', 'unit', 'leader', 'office', 'support'],
  accept: ['unit', 'leader', 'support'],
  transfer: ['unit', 'leader', 'office'],
  giveBack: ['unit'],
  ruleReturn: ['office'],
  support: ['unit', 'leader', 'office'],
  supportDone: ['support'],
  pause: ['unit', 'leader', 'office'],
  rulePause: ['office'],
  resumeWork: ['unit', 'leader', 'office'],
  ruleClosure: ['office'],
  urge: ['subject', 'office'],
  askInfo: ['unit', 'leader', 'office'],
  decline: ['office'],
  redirect: ['office'],
  suspend: ['office'],
  merge: ['unit', 'office'],
  // Changes something only where a `merge`, which was judged, has gone before.
  absorb: 'anyone',
  split: 'office',
  phoneSurvey: ['office'],
  commit: ['unit', 'leader'],
  extend: ['unit', 'leader'],
  rule: ['office'],
  snooze: ['unit', 'leader'],
  progress: ['unit', 'leader', 'support'],
  resolve: ['unit', 'leader', 'support'],
  answerSurvey: ['subject'],
  instruct: 'office',
  receive: 'anyone',
  fulfil: 'anyone',
  withdrawInstruction: 'office',
  redateInstruction: 'office',
  bind: 'office',
  handOver: 'office',
  settleHandOver: 'office',
  confirmHandOver: 'anyone',
  history: 'anyone',
  admit: 'office',
  turnAway: 'office',
  query: 'anyone',
  inspect: 'office',
  // Whose subject it is, the handler looks at: a visit is about no case.
  visit: 'anyone',
  visitLog: 'anyone',
  // Who recorded it, the handler looks at.
  withdrawVisit: 'anyone',
  changeCalendar: 'office',
  setCalendar: 'office',
  say: 'anyone',
};

const RELATION_TEXT: Record<Relation, string> = {
  subject: '反映问题的企业',
  unit: '责任部门或专班',
  leader: '包联领导',
  office: '双创双服办公室',
  formerUnit: '承办过的单位',
  support: '协办单位',
};

/** Every relation of a person to a case. A confidential case is between the enterprise and the office, which then handles it itself. */
export function relationsTo(actor: Actor, snapshot: Snapshot, roster: Roster): Set<Relation> {
  const relations = new Set<Relation>();
  if (actor.subjects.includes(snapshot.subject.id)) relations.add('subject');
  if (isOffice(actor)) relations.add('office');
  if (snapshot.confidential) return isOffice(actor) ? relations.add('unit') : relations;
  const pairing = pairingOf(roster, snapshot.subject.id);
  if (isOfLeg(actor, snapshot)) relations.add('unit');
  if (pairing.taskForce.includes(actor.id)) relations.add(isElsewhere(snapshot, pairing) ? 'formerUnit' : 'unit');
  const leader = snapshot.leader ?? pairing.leader;
  if (leader !== null && [actor.id, ...actor.standsInFor].includes(leader)) relations.add('leader');
  if (snapshot.legs.some((past) => actor.units.includes(past.unit.id))) relations.add('formerUnit');
  for (const { status } of snapshot.supports.filter(({ unit }) => actor.units.includes(unit.id))) {
    relations.add(status === 'assigned' || status === 'handling' ? 'support' : 'formerUnit');
  }
  return relations;
}

/** True when the case lies with one of the person's units. */
export function isOfLeg({ units }: Actor, snapshot: Snapshot): boolean {
  const leg = currentLeg(snapshot);
  return leg !== null && units.includes(leg.unit.id);
}

/** True when the case lies with another unit than the subject's: its task force may then look, for that unit answers for the turn. */
function isElsewhere(snapshot: Snapshot, { unit }: Pairing): boolean {
  const leg = currentLeg(snapshot);
  return leg !== null && leg.unit.id !== unit;
}

/** True for the people who run the scheme. */
export function isOffice(actor: Actor): boolean {
  return actor.roles.includes('office') || actor.roles.includes('admin');
}

/** True when the person may know that the case exists; for anybody else its number does not exist. */
export function sees(actor: Actor, snapshot: Snapshot, roster: Roster): boolean {
  return snapshot.status === 'draft'
    ? actor.subjects.includes(snapshot.subject.id) || isReporter(actor, snapshot) || isOffice(actor)
    : relationsTo(actor, snapshot, roster).size > 0 || isReporter(actor, snapshot);
}

/** Whoever reported it. 代报 of what turned out to be about officials' conduct is no business of theirs any more. */
function isReporter(actor: Actor, { reporter, onBehalf, confidential }: Snapshot): boolean {
  return reporter.person === actor.id && !(onBehalf && confidential);
}

/** Whoever reported for the enterprise may put the report right; the survey, and a case once accepted, are the enterprise's. */
function speaksAsReporter(actor: Actor, type: CommandType, snapshot: Snapshot): boolean {
  if (!isReporter(actor, snapshot) || type === 'answerSurvey') return false;
  return !(snapshot.onBehalf && type === 'withdraw' && snapshot.status !== 'draft');
}

/** True when a chat may show what a case is about: an enterprise's group its own alone, a confidential one only 1:1 and in the office's own group. */
export function mayShow(snapshot: Snapshot, where: Pick<CommandFrame, 'place' | 'private'>, roster: Roster): boolean {
  const chat = chatOf(where, roster);
  if (!where.private && chat?.purpose === 'subject' && chat.of !== snapshot.subject.id) return false;
  return !snapshot.confidential || isAmongOffice(where, roster);
}

/** True in 1:1 chats and in the office's own group, where no outsider reads along. */
export function isAmongOffice(where: Pick<CommandFrame, 'place' | 'private'>, roster: Roster): boolean {
  return where.private || chatOf(where, roster)?.purpose === 'office';
}

function chatOf({ place }: Pick<CommandFrame, 'place'>, { chats }: Roster): Chat | undefined {
  return place.chat === null ? undefined : chats.get(place.chat);
}

/** True when the rights table lets this person give this command on this case (null = it is about none). */
export function may(actor: Actor, type: CommandType, about: { snapshot: Snapshot; roster: Roster } | null): boolean {
  const right = RIGHTS[type];
  if (right === 'anyone') return true;
  if (right === 'office') return isOffice(actor);
  if (!about) return false;
  const relations = relationsTo(actor, about.snapshot, about.roster);
  if (speaksAsReporter(actor, type, about.snapshot)) relations.add('subject');
  return right.some((relation) => relations.has(relation));
}

/** The unit whose turn it is, for those who had one before or serve the subject otherwise; null for anybody else. */
export function unitInstead(actor: Actor, snapshot: Snapshot, roster: Roster): string | null {
  const relations = relationsTo(actor, snapshot, roster);
  const looksOn = relations.has('formerUnit') && !relations.has('unit');
  return looksOn ? (currentLeg(snapshot)?.unit.name ?? null) : null;
}

/** Who has a right, in words: 责任部门或专班、包联领导. */
export function holdersText(type: CommandType): string {
  const right = RIGHTS[type];
  if (right === 'anyone') return '任何人';
  return right === 'office' ? RELATION_TEXT.office : right.map((relation) => RELATION_TEXT[relation]).join('、');
}
