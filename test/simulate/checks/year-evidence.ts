import { openDatabase } from '../../../src/app/open-database.ts';
import type { World } from '../../../src/domain/decision.ts';
import { officeCalendar } from '../../../src/domain/working-time.ts';
import { type Check, type Evidence, gatherEvidence } from '../../chaos/checks/evidence.ts';
import type { VisitDoc } from '../../../src/store/visit-store.ts';
import type { Shown } from '../../support/outside-platform.ts';
import { keyOf } from '../city.ts';
import type { Year } from '../run-year.ts';

export type { Check };

/** All that is known after a year: what a chaos run looks at, and the platform's own record. */
export interface YearEvidence extends Evidence {
  year: Year;
  world: Pick<World, 'roster' | 'calendar'>;
  /** With the time at which each message reached its chat. */
  record: readonly Shown[];
  visits: readonly VisitDoc[];
}

/** Reads everything that the year has left behind. */
export async function gatherYear(year: Year): Promise<YearEvidence> {
  const { stores, platform, stage } = year;
  const told = { messages: stage.spoken.map(({ message }) => message), duplicates: 0, missed: 0 };
  const shown = platform.shown.map(asChaosSees);
  const [days, versions, visits] = await Promise.all([
    stores.calendar.days(),
    stores.versions.read(),
    stores.visits.model.find().lean<VisitDoc[]>().exec(),
  ]);
  const calendar = officeCalendar(days, versions.calendar);
  const evidence = await readAll(year.place, { told, shown });
  return { ...evidence, world: { ...evidence.world, calendar }, year, record: platform.shown, visits };
}

/** A group by its robot's key; the card before a reminder's number is no part of which case it names. */
function asChaosSees({ answers, chat, text }: Shown): Evidence['shown'][number] {
  const plain = text.replace(/^(\d+\. )【[黄红]牌】/gm, '$1');
  return answers ? { via: 'response', msgid: answers, text } : { via: 'webhook', key: keyOf(chat), text: plain };
}

/** On a connection of its own: a connection has each collection's model once. */
async function readAll(place: Year['place'], seen: Pick<Evidence, 'told' | 'shown'>): Promise<Evidence> {
  const database = await openDatabase(place);
  try {
    return await gatherEvidence(database.connection, seen);
  } finally {
    await database.close();
  }
}
