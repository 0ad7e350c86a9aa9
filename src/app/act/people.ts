import { newcomerLine } from '../../../config/texts/newcomers.ts';
import type { Command } from '../../domain/command.ts';
import type { HandoverChange, NewcomerChange, World } from '../../domain/decision.ts';
import { findOfficials, handedOverCases, termsOf } from '../../domain/handover-terms.ts';
import { NO_PEOPLE, type PeopleFound } from '../../domain/people.ts';
import { nextHandoverStep } from '../../domain/handover.ts';
import { dayOf } from '../../domain/day.ts';
import { subjectsNamed } from '../../domain/newcomer.ts';
import { handoverOf } from '../../store/handover-store.ts';
import type { Context } from '../context.ts';
import { keepNotice } from '../deliver/keep-notice.ts';
import { COUNTED_LIMIT, TITLES_LIMIT } from './limits.ts';

/** What a command about people looks at; nothing is asked for any other. */
export async function peopleFor(command: Command, world: World, context: Context): Promise<PeopleFound> {
  switch (command.type) {
    case 'handOver':
      return forHandover(
        findOfficials(world.roster, command.from ?? '').map(({ id }) => id),
        world,
        context,
      );
    case 'settleHandOver':
      return forHandover([command.from], world, context);
    case 'confirmHandOver':
      return { ...NO_PEOPLE, handovers: await handoversOf([command.actor.id, ...command.actor.standsInFor], context) };
    case 'history': {
      const [subject] = (command.name ? subjectsNamed(world.roster, command.name) : null) ?? [];
      return subject ? { ...NO_PEOPLE, spells: await context.stores.roster.historyOf(subject.id) } : NO_PEOPLE;
    }
    case 'admit':
    case 'turnAway':
      return { ...NO_PEOPLE, newcomer: await context.stores.newcomers.byCode(command.code) };
    default:
      return NO_PEOPLE;
  }
}

/** Of several who are so called nobody's cases are shown: it is asked who is meant. */
async function forHandover(ids: readonly string[], { roster }: World, context: Context): Promise<PeopleFound> {
  const handovers = await handoversOf(ids, context);
  const from = ids.length === 1 ? roster.persons.get(ids[0] ?? '') : undefined;
  if (!from) return { ...NO_PEOPLE, handovers };
  const terms = termsOf(roster, { from, to: from.id, day: dayOf(await context.clock.now()) });
  const { cases } = await context.stores.cases.find(handedOverCases(terms), COUNTED_LIMIT);
  return { ...NO_PEOPLE, handovers, cases: cases.map((doc) => doc.snapshot) };
}

async function handoversOf(persons: readonly string[], { stores }: Context): Promise<PeopleFound['handovers']> {
  return (await stores.handovers.of(persons, TITLES_LIMIT)).map(handoverOf);
}

/** Writes what was decided of a handover; false when it has been changed in between. */
export async function writeHandover(
  change: HandoverChange,
  v: { command: Command; now: Date; world: World },
  context: Context,
): Promise<boolean> {
  const { handovers } = context.stores;
  const { command, now, world } = v;
  if (change.type === 'begin') {
    const { source: id, actor, at } = command;
    const standing = { confirmations: [], toldAt: null, effectiveAt: null, reminders: 0, concludedAt: null };
    await handovers.begin({ ...change.terms, id, by: actor.id, at, ...standing }, now);
  } else {
    const doc = await handovers.get(change.id);
    if (!doc) throw new Error(`the handover ${change.id} is gone`);
    const { person } = change.confirmation;
    if (doc.confirmations.some((each) => each.person === person)) return true;
    const confirmations = [...doc.confirmations, change.confirmation];
    const next = nextHandoverStep({ ...handoverOf(doc), confirmations }, world.calendar);
    if (!(await handovers.change(doc, { confirmations }, next?.at ?? null))) return false;
  }
  context.bell.ring('handovers');
  return true;
}

/** Lines for the office's 待办 about people who wait to be confirmed. */
export async function newcomerLines({ roster }: World, { stores }: Context): Promise<string[]> {
  const waiting = await stores.newcomers.waiting(TITLES_LIMIT);
  return waiting.map(({ id, code, subject, said }) => {
    const group = subject ? (roster.subjects.get(subject)?.name ?? null) : null;
    return newcomerLine({ code, group, name: said?.name ?? id, unit: said?.unit ?? null });
  });
}

/** The status comes last: cut short, the office's word repeated completes it. */
export async function writeNewcomer(
  change: NewcomerChange,
  view: World & { now: Date },
  context: Context,
): Promise<void> {
  const { roster, newcomers, inbox } = context.stores;
  const { id, notices } = change;
  if (change.type === 'admit') await roster.admit({ id, name: change.name, subjects: change.subjects });
  for (const notice of notices) await keepNotice(notice, view, context);
  if (change.type === 'admit') await inbox.releaseUnknown(id, change.askedIn, view.now);
  await newcomers.settle(id, change.type === 'admit' ? 'accepted' : 'refused');
  context.bell.ring('inbox');
}
