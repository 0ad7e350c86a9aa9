import { maskPhone } from '../../../config/texts/format.ts';
import { CHANNELS, GRADES, REMARKS, UNKNOWN, wishText } from '../../../config/texts/lists.ts';
import { STATUS_TEXT } from '../../../config/texts/status.ts';
import type { Day } from '../day.ts';
import { pairingOf, type Roster } from '../roster.ts';
import type { Counts } from './counts.ts';
import { maskedText } from './mask-text.ts';
import { isBy, type ListFrame, type Standing } from './standing.ts';

/** One line of 《问题清单》, its number of order aside. */
export interface ProblemRow {
  number: string;
  subject: string;
  list: string;
  county: string;
  leader: string;
  unit: string;
  taskForce: string;
  contact: string;
  text: string;
  category: string;
  wish: string;
  channel: string;
  acceptedAt: Date;
  grade: string;
  main: string;
  support: string;
  due: Day;
  status: string;
  remark: string;
}

/** The line of a case that may be named. */
export function problemRow(standing: Standing, counts: Counts, frame: ListFrame): ProblemRow {
  const { snapshot, leg } = standing;
  const { roster } = frame;
  const pairing = pairingOf(roster, snapshot.subject.id);
  const subject = roster.subjects.get(snapshot.subject.id);
  const supports = snapshot.supports.filter((turn) => isBy(turn.startedAt, frame));
  return {
    number: snapshot.number,
    subject: snapshot.subject.name,
    list: listOf(snapshot.subject.id, roster),
    county: subject?.county ?? '',
    leader: nameOf(snapshot.leader, roster),
    unit: (pairing.unit && roster.units.get(pairing.unit)?.name) ?? '',
    taskForce: pairing.taskForce.map((id) => nameOf(id, roster)).join('、'),
    contact: contactOf(standing, roster),
    text: maskedText(snapshot.text),
    category: snapshot.category,
    wish: snapshot.wished ? wishText(snapshot.wished) : '',
    channel: channelOf(standing),
    acceptedAt: standing.acceptedAt,
    grade: GRADES[snapshot.grade],
    main: leg?.unit.name ?? UNKNOWN.unit,
    support: [...new Set(supports.map((turn) => turn.unit.name))].join('、'),
    due: standing.caseDue,
    status: STATUS_TEXT[standing.status],
    remark: [
      ...(counts.carried ? [REMARKS.carried] : []),
      ...(counts.fresh ? [REMARKS.fresh] : []),
      ...(snapshot.urgency === 'high' ? [REMARKS.urgent] : []),
    ].join('、'),
  };
}

/** Which of the lists a subject is on, else what it is. */
export function listOf(subjectId: string, roster: Roster): string {
  const subject = roster.subjects.get(subjectId);
  return subject ? (subject.list ?? UNKNOWN[subject.kind]) : UNKNOWN.subject;
}

/** A person's name; empty for nobody, and for somebody the register does not have. */
export function nameOf(id: string | null, roster: Roster): string {
  return (id && roster.persons.get(id)?.name) ?? '';
}

/** Whoever is to be called, the phone masked: lists are passed on. */
function contactOf({ snapshot }: Standing, roster: Roster): string {
  const reporter = roster.persons.get(snapshot.reporter.person);
  const phone = snapshot.phone ?? (snapshot.onBehalf ? null : (reporter?.phone ?? null));
  const name = maskedText(snapshot.contact ?? reporter?.name ?? '', 40);
  return [name, phone ? maskPhone(phone) : ''].filter(Boolean).join(' ');
}

function channelOf({ snapshot }: Standing): string {
  if (snapshot.onBehalf) return CHANNELS.onBehalf;
  const { chat, botChatid } = snapshot.reporter;
  return chat === null && botChatid === null ? CHANNELS.private : CHANNELS.group;
}
