import { type Category, CONFIDENTIAL_CATEGORIES } from '../../config/rules.ts';
import { type Case, currentLeg, type Snapshot } from './case.ts';
import { withCurrent } from './evolve-parts.ts';
import { type About, type Notice, type Target, targetName } from './notice.ts';
import { assignmentClass, notice, toLeader, toUnit } from './notices.ts';
import { officeUnit, type Roster } from './roster.ts';

/**
 * The case under another category. A draft has been shown to nobody, so its category alone decides whether it is confidential; one that
 * was accepted as such is opened by the office alone. What was last reported until then was written for the office.
 */
export function recategorized(s: Snapshot, e: { category: Category; taught: boolean }): Partial<Snapshot> {
  const { category, taught } = e;
  const isKept = s.confidential && s.acceptedAt !== null && !taught;
  const confidential = isKept || CONFIDENTIAL_CATEGORIES.includes(category);
  const isOpened = s.confidential && !confidential;
  return { category, confidential, legs: isOpened ? withCurrent(s, { lastProgress: null }) : s.legs };
}

/** True when no unit but the office's own has the case. */
export function officeHas(snapshot: Snapshot, roster: Roster): boolean {
  return currentLeg(snapshot)?.unit.id === officeUnit(roster)?.id;
}

/** What leader and unit would have been told at 交办, had the case not been confidential then; nobody is told twice. */
export function openingNotices({ events }: Case, opened: Snapshot, roster: Roster): Notice[] {
  const told = events.flatMap(({ effects }) => effects);
  const isTold = (to: Target, isSo: (about: About) => boolean) =>
    told.some((earlier) => targetName(earlier.to) === targetName(to) && isSo(earlier.about));
  const common = { class: assignmentClass(opened), number: opened.number };
  const leader = toLeader(opened);
  const leg = currentLeg(opened);
  const unit = leg && !officeHas(opened, roster) ? toUnit(opened, leg.unit.id) : null;
  const notices: Notice[] = [];
  if (leader && !isTold(leader, ({ kind }) => kind === 'leaderInformed')) {
    notices.push(notice({ ...common, to: leader, about: { kind: 'leaderInformed' }, once: 'accepted' }));
  }
  if (leg && unit && !isTold(unit, (about) => beginsLeg(about, leg.n))) {
    notices.push(notice({ ...common, to: unit, about: { kind: 'assigned', leg: leg.n }, once: `leg${leg.n}` }));
  }
  return notices;
}

function beginsLeg(about: About, n: number): boolean {
  const begins = about.kind === 'assigned' || about.kind === 'transferred' || about.kind === 'reworked';
  return begins && about.leg === n;
}
