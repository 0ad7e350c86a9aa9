import { dayOf } from './day.ts';
import type { Outcome, World } from './decision.ts';
import { NO_ORIGIN } from './links.ts';
import type { OpenCase } from './open-case-rows.ts';
import { pairingOf } from './roster.ts';
import { gradeOf } from './rules.ts';
import { summarize } from './understand/summary.ts';
import { startOfBusiness, workdaysBetween } from './working-time.ts';

/** Who reported a case that was taken over: nobody who could be asked. */
const TAKEN_OVER_BY = 'taken-over';

/**
 * What brings a case of before the service to where it stands: accepted and assigned on its day, due on its day whatever the
 * calendar says, and with everything that the past would have reminded of dealt with. Nobody is told anything.
 */
export function takeOver(
  openCase: OpenCase,
  v: { number: string; source: string; world: World; now: Date },
): TakenOver {
  const { subject, text, category, unit, acceptedOn, dueOn, state } = openCase;
  const { number, source, world, now } = v;
  const rules = world.rules.at(startOfBusiness(world.calendar, acceptedOn));
  const termWorkdays = workdaysBetween(world.calendar, acceptedOn, dueOn);
  const accepted: Outcome[] = [
    {
      type: 'drafted',
      number,
      subject: { id: subject.id, name: subject.name },
      summary: summarize(text),
      text,
      category,
      urgency: 'normal',
      contact: null,
      phone: null,
      wished: null,
      reporter: { person: TAKEN_OVER_BY, chat: null, botChatid: null },
      heard: { inbox: source, problem: 0 },
      onBehalf: true,
      respondent: null,
      origin: NO_ORIGIN,
    },
    {
      type: 'accepted',
      grade: gradeOf(category, rules),
      leader: pairingOf(world.roster, subject.id).leader,
      rulesVersion: rules.version,
      dueDay: dueOn,
      given: true,
    },
    { type: 'assigned', unit: { id: unit.id, name: unit.name }, termWorkdays, dueDay: dueOn, given: true },
  ];
  const since: Outcome[] = [
    ...(state ? [{ type: 'progressed' as const, text: state }] : []),
    { type: 'reminded', day: dayOf(now), dueVersion: 1, stages: [], card: null },
  ];
  return { acceptedAt: startOfBusiness(world.calendar, acceptedOn), accepted, since };
}

/** What happened at acceptance, and what happens now. */
export interface TakenOver {
  acceptedAt: Date;
  accepted: Outcome[];
  since: Outcome[];
}
