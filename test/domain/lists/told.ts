import { buildLists, type ListFilter, type Lists } from '../../../src/domain/lists/lists.ts';
import { findPeriod, type ListPeriod } from '../../../src/domain/lists/period.ts';
import type { ListFrame, Told } from '../../../src/domain/lists/standing.ts';
import { aWeekCase, type WeekCase } from '../../support/week-case.ts';
import { aWorld, shanghai } from '../../support/world-factory.ts';

/** The period with a name. @throws RangeError when there is none: the test names one that must exist. */
export function aPeriod(name: string): ListPeriod {
  const period = findPeriod(name);
  if (!period) throw new RangeError(`no such period: ${name}`);
  return period;
}

/** The frame of a period as of its end, or of an earlier instant (`2026-11-25 12:00` in Shanghai). */
export function aFrame(name: string, until?: string): ListFrame {
  const period = aPeriod(name);
  const { calendar, roster } = aWorld();
  return { period, until: until ? shanghai(until) : period.to, calendar, roster };
}

/** A case of the week by its history, as the lists are told of it. */
export function aTold(v: WeekCase = {}): Told {
  const { accepted = '2026-11-24 09:00', resolved, answered, resolvedAgain, withdrawn } = v;
  const isClosed = answered?.resolved === 'yes';
  const at = [
    ['accepted', accepted],
    ['resolved', resolved],
    [isClosed ? 'closed' : 'reopened', answered?.at],
    ['resolved', resolvedAgain],
    ['withdrawn', withdrawn],
  ] as const;
  const events = at.flatMap(([type, text]) => (text ? [{ type, at: shanghai(text) }] : []));
  return { snapshot: aWeekCase(v), events };
}

/** The lists of 2026-W48, unless told otherwise, over cases by their histories. */
export function listsOf(
  cases: readonly (WeekCase | Told)[],
  v: { period?: string; until?: string; filter?: ListFilter } = {},
): Lists {
  const told = cases.map((one) => ('snapshot' in one ? one : aTold(one)));
  return buildLists(told, aFrame(v.period ?? '2026-W48', v.until), v.filter);
}
