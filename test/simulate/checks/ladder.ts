import { SUPERVISION } from '../../../config/rules.ts';
import { apply } from '../../../src/domain/apply.ts';
import { currentLeg, type Snapshot } from '../../../src/domain/case.ts';
import { type Day, dayOf } from '../../../src/domain/day.ts';
import type { CaseEvent } from '../../../src/domain/event.ts';
import type { CaseDoc } from '../../../src/store/case-store.ts';
import { daysBetween } from '../happenings.ts';
import { type Morning, mornings } from './reminders.ts';
import type { Check, YearEvidence } from './year-evidence.ts';

/** Whoever is late has a red card each working morning, the office on the list from the second, and a 督办单 from the fifth. */
export function checkCards(evidence: YearEvidence): Check {
  const due = evidence.cases.flatMap((doc) => mornings(doc, evidence).map((morning) => ({ morning, doc })));
  const broken = due.flatMap(({ morning, doc }) => {
    const fault = faultOf(morning, doc, evidence);
    return fault ? [`${morning.snapshot.number} ${morning.day}: ${fault}`] : [];
  });
  return { name: 'each overdue case had its red card, the office in time, and its 督办单', looked: due.length, broken };
}

function faultOf(morning: Morning, { events }: CaseDoc, evidence: YearEvidence): string | null {
  const { leg, day, snapshot } = morning;
  if (isSwallowed(day, evidence)) return null;
  const reminded = events.find((event) => event.type === 'reminded' && event.day === day);
  if (reminded?.type !== 'reminded' || reminded.card !== 'red') return 'no red card';
  const late = workdaysOver(morning, evidence);
  const key = `remind/${snapshot.number}/leg${leg.n}/due${leg.dueVersion}/overdue/${day}/office`;
  if (late >= SUPERVISION.officeFrom && !evidence.outbox.has(key)) return 'the office was not told';
  if (late < SUPERVISION.officeFrom && evidence.outbox.has(key) && !snapshot.confidential)
    return 'the office was told early';
  const isOrdered = events.some((event) => event.type === 'supervised' && dayOf(event.at) <= day);
  return late >= SUPERVISION.orderFrom && !isOrdered ? 'no 督办单' : null;
}

/** Counted day by day, not by what the service counts with. */
function workdaysOver({ leg, day }: Morning, { world }: YearEvidence): number {
  return daysBetween(leg.dueDay, day).filter((each) => each !== leg.dueDay && world.calendar.isWorkday(each)).length;
}

function isSwallowed(day: Day, { year }: YearEvidence): boolean {
  return year.outages.some(({ from, to }) => dayOf(from) <= day && dayOf(to) >= day);
}

const RUNGS = ['half', 'eve', 'due', 'overdue'];

/** The stages of a leg and due version come in their order, one a day at most, with the card of their rung. */
export function checkLadder({ cases }: YearEvidence): Check {
  const faults = cases.flatMap((doc) => ladderFaults(doc));
  const looked = cases.flatMap(({ events }) => events).filter(({ type }) => type === 'reminded').length;
  return { name: 'reminders climbed the ladder in order', looked, broken: faults };
}

function ladderFaults({ events }: CaseDoc): string[] {
  const faults: string[] = [];
  const last = new Map<string, { day: Day; rung: number }>();
  let snapshot: Snapshot | null = null;
  for (const event of events) {
    const leg = snapshot && currentLeg(snapshot);
    if (event.type === 'reminded' && leg) {
      const name = `${snapshot?.number} leg${leg.n} due${event.dueVersion}`;
      const step = { day: event.day, rung: rungOf(event) };
      const before = last.get(name);
      if (before && (before.day >= step.day || before.rung > step.rung))
        faults.push(`${name} ${event.day}: out of order`);
      if (event.card !== cardAt(step.rung))
        faults.push(`${name} ${event.day}: ${event.card} card at ${RUNGS[step.rung]}`);
      last.set(name, step);
    }
    snapshot = apply(snapshot, event);
  }
  return faults;
}

function rungOf({ stages }: Extract<CaseEvent, { type: 'reminded' }>): number {
  return Math.max(...stages.map((stage) => RUNGS.indexOf(stage)));
}

function cardAt(rung: number): string | null {
  return [null, 'yellow', 'yellow', 'red'][rung] ?? null;
}
