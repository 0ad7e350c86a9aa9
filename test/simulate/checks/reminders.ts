import { apply } from '../../../src/domain/apply.ts';
import { currentLeg, type Leg, type Snapshot } from '../../../src/domain/case.ts';
import { type Day, dayOf, instantAt } from '../../../src/domain/day.ts';
import { closeOfBusiness } from '../../../src/domain/working-time.ts';
import type { CaseDoc } from '../../../src/store/case-store.ts';
import { daysBetween } from '../happenings.ts';
import type { Check, YearEvidence } from './year-evidence.ts';

const MORNING = 8 * 60;

/** Whoever is late on a working morning is reminded that day, or it is recorded that an outage swallowed it or that it no longer held. */
export function checkReminders(evidence: YearEvidence): Check {
  const due = evidence.cases.flatMap((doc) => mornings(doc, evidence));
  const broken = due.flatMap((morning) => {
    const fault = faultOf(morning, evidence);
    return fault ? [`${morning.snapshot.number} ${morning.day}: ${fault}`] : [];
  });
  return { name: 'each overdue case was reminded of each working morning', looked: due.length, broken };
}

/** A working morning at which a case was late. */
export interface Morning {
  snapshot: Snapshot;
  leg: Leg;
  day: Day;
}

/** The working mornings at which a case was late, by its history told up to each. */
export function mornings({ events }: CaseDoc, { world, now }: YearEvidence): Morning[] {
  const found: Morning[] = [];
  let snapshot: Snapshot | null = null;
  for (const [i, event] of events.entries()) {
    snapshot = apply(snapshot, event);
    const until = events[i + 1]?.recordedAt ?? now;
    const leg = currentLeg(snapshot);
    // While the office has the 办结 before it, nobody is reminded.
    const isUnits = (snapshot.status === 'assigned' || snapshot.status === 'handling') && !snapshot.approval;
    if (!leg || !isUnits) continue;
    for (const day of daysBetween(dayOf(event.recordedAt), dayOf(until))) {
      const morning = instantAt(day, MORNING);
      const stands = event.recordedAt < morning && morning <= until;
      if (stands && world.calendar.isWorkday(day) && closeOfBusiness(world.calendar, leg.dueDay) < morning)
        found.push({ snapshot, leg, day });
    }
  }
  return found;
}

function faultOf({ snapshot, leg, day }: Morning, { outbox, year }: YearEvidence): string | null {
  const targets = snapshot.confidential
    ? ['office']
    : [`unit.${leg.unit.id}`, ...(snapshot.leader ? [`leader.${snapshot.leader}`] : [])];
  const swallowed = year.outages.some(({ from, to }) => dayOf(from) <= day && dayOf(to) >= day);
  for (const target of targets) {
    const row = outbox.get(`remind/${snapshot.number}/leg${leg.n}/due${leg.dueVersion}/overdue/${day}/${target}`);
    if (!row) return `no reminder for ${target}`;
    if (row.status === 'sent') {
      const sentOn = row.sentAt && dayOf(row.sentAt);
      if (sentOn !== day && !swallowed) return `${target} was reminded only on ${sentOn}`;
    } else if (row.status === 'pending') return `the reminder for ${target} has not left`;
    else if (row.status === 'passed' && !swallowed && !isPutOff(leg, target, day))
      return `the reminder for ${target} passed without a reason`;
  }
  return null;
}

/** 稍后提醒 by unit or leader holds for themselves alone, until the day that was named. */
function isPutOff({ snoozes }: Leg, target: string, day: Day): boolean {
  return snoozes.some(({ who, until }) => target.startsWith(`${who}.`) && day < until);
}
