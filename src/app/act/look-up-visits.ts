import { SILENT_DAYS, UNDO_MS } from '../../../config/rules.ts';
import { type Attention, attentionOf } from '../../domain/attention.ts';
import type { Actor, Command } from '../../domain/command.ts';
import { addDays, dayOf, instantAt } from '../../domain/day.ts';
import { isAmongOffice, isOffice } from '../../domain/rights.ts';
import type { Roster } from '../../domain/roster.ts';
import { monthOf } from '../../domain/visit-rounds.ts';
import { NO_VISITS, type Visit, type VisitsFound } from '../../domain/visits.ts';
import { reportedSince } from '../../store/case-lists.ts';
import type { Stores } from '../context.ts';
import { TITLES_LIMIT } from './limits.ts';

type Read = Pick<Stores, 'cases' | 'visits'>;

/** What an answer says of visits; asked only where it is shown. */
export async function visitsFor(
  command: Command,
  { roster, now }: { roster: Roster; now: Date },
  stores: Read,
): Promise<VisitsFound> {
  const { actor } = command;
  if (command.type === 'visitLog') {
    const own = isOffice(actor) ? {} : { visitor: actor.id };
    const of = command.subject ? { subject: command.subject.id } : own;
    const log = await stores.visits.recent(of, TITLES_LIMIT);
    const isWhole = isOffice(actor) && isAmongOffice(command, roster);
    return { ...NO_VISITS, log: isWhole ? log : await withoutSecrets(log, stores) };
  }
  if (command.type === 'withdrawVisit') {
    const { subject, source } = command;
    const own = isOffice(actor) && subject ? {} : { recordedBy: actor.id };
    const repeatsFrom = new Date(command.at.getTime() - UNDO_MS);
    const of = { ...own, ...(subject ? { subject: subject.id } : {}) };
    const meant = await stores.visits.meant({ ...of, source, repeatsFrom });
    return { ...NO_VISITS, meant };
  }
  if (command.type !== 'query') return NO_VISITS;
  if (command.what === 'mySubjects') {
    const leaders = [actor.id, ...actor.standsInFor];
    return { ...NO_VISITS, last: await stores.visits.lastDays(subjectsLedBy(actor, roster), leaders) };
  }
  if (command.what !== 'pairing' || !isOffice(actor)) return NO_VISITS;
  return { ...NO_VISITS, attention: await attentionNow(now, roster, stores) };
}

/** What a visit heard of officials' conduct is the office's alone, where only it reads, also when that was found out afterwards. */
async function withoutSecrets(log: readonly Visit[], { cases }: Read): Promise<Visit[]> {
  const docs = await Promise.all(log.flatMap(({ found }) => found).map((number) => cases.byNumber(number)));
  const secret = new Set(docs.flatMap((doc) => (doc?.snapshot.confidential ? [doc.snapshot.number] : [])));
  return log.map((visit) => {
    const found = visit.found.filter((number) => !secret.has(number));
    return found.length === visit.found.length ? visit : { ...visit, text: '', found };
  });
}

/** The subjects of a leader, and of those whose deputy they are. */
export function subjectsLedBy({ id, standsInFor }: Actor, { pairings }: Roster): string[] {
  const leaders = [id, ...standsInFor];
  return [...pairings].flatMap(([subject, { leader }]) =>
    leader !== null && leaders.includes(leader) ? [subject] : [],
  );
}

/** Whom nobody has been to this month, or heard from for long. */
export async function attentionNow(now: Date, roster: Roster, { cases, visits }: Read): Promise<Attention> {
  const since = instantAt(addDays(dayOf(now), -SILENT_DAYS), 0);
  const [ofMonth, reported] = await Promise.all([visits.ofMonth(monthOf(now)), reportedSince(cases.model, since)]);
  return attentionOf(roster, { visits: ofMonth, reported });
}
