import { type ChangeEffect, NO_EFFECT, withCase, withChange, withInstruction } from '../domain/calendar-change.ts';
import type { CalendarChange } from '../domain/calendar-entry.ts';
import { OPEN_STATUSES } from '../domain/case.ts';
import type { World } from '../domain/decision.ts';
import type { Stores } from './context.ts';

/** What a change of the calendar would do to the cases and instructions that are open now. */
export async function previewCalendar(
  change: CalendarChange,
  v: { world: World; now: Date },
  { cases, instructions }: Pick<Stores, 'cases' | 'instructions'>,
): Promise<ChangeEffect> {
  const { calendar: before, rules } = v.world;
  const compared = { before, after: withChange(before, change), rules, now: v.now };
  let effect = NO_EFFECT;
  for await (const snapshot of cases.snapshots({ 'snapshot.status': { $in: [...OPEN_STATUSES] } }))
    effect = withCase(effect, snapshot, compared);
  for await (const instruction of instructions.allOpen()) effect = withInstruction(effect, instruction, compared);
  return effect;
}

/** Makes a change of the calendar: the days, then the version that sends every process after them, then the record. Repeated it does the same. */
export async function writeCalendar(
  change: CalendarChange,
  v: { by: string; at: Date; source: string },
  { calendar, hours, versions, audit }: Pick<Stores, 'calendar' | 'hours' | 'versions' | 'audit'>,
): Promise<void> {
  for (const entry of change.days) await calendar.setDay(entry);
  if (change.season) await hours.set(change.season);
  await versions.bump('calendar');
  await audit.keep({ _id: v.source, at: v.at, by: v.by, what: 'calendar', change });
}
