import { type Notice, targetName } from '../src/domain/notice.ts';
import type { Roster } from '../src/domain/roster.ts';
import { type Month, monthOf, unvisitedBy } from '../src/domain/visit-rounds.ts';
import type { LeaderVisit } from '../src/domain/visits.ts';

/** What the month's look at visits sees. */
export interface VisitRound {
  month: Month;
  roster: Roster;
  /** The month's visits that count for a leader. */
  visits: readonly LeaderVisit[];
  now: Date;
}

/** Each leader with a group who has not been to all of theirs is reminded, once a month; after the month it is too late. */
export function decideVisitRound({ month, roster, visits, now }: VisitRound): Notice[] {
  if (monthOf(now) !== month) return [];
  const leaders = [...roster.chats.values()].flatMap(({ purpose, of }) => (purpose === 'leader' ? [of] : []));
  const late = [...new Set(leaders)].filter((leader) => unvisitedBy(leader, roster, visits).length > 0);
  return late.map((of) => {
    const to = { kind: 'leader', of } as const;
    const about = { kind: 'visitsDue', month } as const;
    return { key: `visitsDue/${month}/${targetName(to)}`, to, class: 'digest', number: null, about };
  });
}
