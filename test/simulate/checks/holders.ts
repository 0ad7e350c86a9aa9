import { rebuild } from '../../../src/domain/apply.ts';
import { currentLeg, type Snapshot } from '../../../src/domain/case.ts';
import { turnOf } from '../../../src/domain/support.ts';
import type { OutboxRow } from '../../../src/store/outbox-store.ts';
import type { Check, YearEvidence } from './year-evidence.ts';

/** A reminder of a case or of what a meeting decided on it reached only whom it then lay with, whoever had it before. */
export function checkHolders({ cases, instructions, outbox }: YearEvidence): Check {
  const events = new Map(cases.map((doc) => [doc.snapshot.number, doc.events]));
  const about = new Map(instructions.map(({ snapshot }) => [snapshot.number, snapshot.caseNumber]));
  const broken: string[] = [];
  let looked = 0;
  for (const row of outbox.values()) {
    const number = isReminder(row) && row.number ? (about.get(row.number) ?? row.number) : null;
    const sentAt = row.status === 'sent' ? row.sentAt : null;
    const known = number && sentAt ? events.get(number)?.filter(({ recordedAt }) => recordedAt <= sentAt) : undefined;
    if (!known) continue;
    looked += 1;
    if (!isTheirs(rebuild(known), row)) broken.push(`${row._id} reached somebody who has it no more`);
  }
  return { name: 'reminders reached whom the case lay with', looked, broken };
}

function isReminder({ about }: OutboxRow): boolean {
  return about.kind === 'remind' || (about.kind === 'instruction' && about.stage !== 'issued');
}

/** A letter or decision stays with the unit that it names. */
function isTheirs(snapshot: Snapshot, { to, about }: OutboxRow): boolean {
  if (to.kind === 'leader') return snapshot.leader === to.of;
  return to.kind !== 'unit' || about.kind !== 'remind' || unitsOf(snapshot, about).includes(to.of);
}

/** The unit whose turn it is; the main unit hears besides of a support that is overdue, since it waits for it. */
function unitsOf(snapshot: Snapshot, { leg, stage }: Extract<OutboxRow['about'], { kind: 'remind' }>): string[] {
  const main = currentLeg(snapshot);
  const turn = turnOf(snapshot, leg) ?? main;
  return [turn, ...(stage === 'overdue' ? [main] : [])].flatMap((one) => (one ? [one.unit.id] : []));
}
