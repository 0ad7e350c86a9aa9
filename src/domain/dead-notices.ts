import { addressee, noticeKinds } from '../../config/texts/dead-notices.ts';
import { type Notice, type Target, targetName } from './notice.ts';
import type { Roster } from './roster.ts';

/** A notice that reached nobody, and why. */
export interface DeadNotice extends Pick<Notice, 'to' | 'number' | 'about'> {
  why: string;
}

/** What did not reach one target for one reason. */
export interface DeadGroup {
  target: string;
  why: string;
  /** Numbers of cases, and kinds of what is about none; each once, in the order given. */
  what: string[];
  count: number;
}

/** The dead notices by target and reason, in the order in which each group first comes. */
export function groupDead(notices: readonly DeadNotice[], roster: Roster): DeadGroup[] {
  const groups = new Map<string, DeadGroup>();
  for (const notice of notices) {
    const { to, why } = notice;
    const key = `${to.kind === 'reply' ? `chat.${to.chat}` : targetName(to)} ${why}`;
    const group = groups.get(key) ?? { target: nameOf(to, roster), why, what: [], count: 0 };
    const what = whatOf(notice);
    groups.set(key, {
      ...group,
      what: group.what.includes(what) ? group.what : [...group.what, what],
      count: group.count + 1,
    });
  }
  return [...groups.values()];
}

function whatOf({ to, number, about }: DeadNotice): string {
  if (number !== null) return number;
  const { report, visitsDue, urgedTogether, reply, other } = noticeKinds;
  if (about.kind === 'report') return report;
  if (about.kind === 'visitsDue') return visitsDue;
  if (about.kind === 'urgedTogether') return urgedTogether;
  return to.kind === 'reply' ? reply : other;
}

function nameOf(to: Target, { subjects, units, persons, chats }: Roster): string {
  switch (to.kind) {
    case 'office':
      return addressee.office;
    case 'reply':
      return (to.chat === null ? null : chats.get(to.chat)?.name) ?? addressee.asker;
    case 'subject':
      return subjects.get(to.of)?.name ?? addressee.unknown;
    case 'unit':
      return units.get(to.of)?.name ?? addressee.unknown;
    default:
      return persons.get(to.of)?.name ?? addressee.unknown;
  }
}
