import {
  handoverBegun,
  handoverConfirmed,
  handoverPreview,
  handoverRefusals,
  whichOfficial,
} from '../config/texts/handover.ts';
import type { CommandOf } from '../src/domain/command.ts';
import { type Day, dayOf } from '../src/domain/day.ts';
import type { Refusal } from '../src/domain/decision.ts';
import { at } from '../src/domain/describe.ts';
import { describeHandover, nameOf } from '../src/domain/describe-handover.ts';
import { type Handover, type HandoverTerms, unconfirmed } from '../src/domain/handover.ts';
import { chatsOf, findOfficials, isEmpty, termsOf } from '../src/domain/handover-terms.ts';
import type { Person } from '../src/domain/roster.ts';
import { answered, type Handler, type View } from './handler.ts';

/** 交接 A 给 B: shows what it touches, and does nothing before the office has said 确认交接. */
export const handOver: Handler<'handOver'> = {
  decide(_, command, view) {
    const found = termsFor(command, view);
    if ('code' in found) return found;
    const { from, to, day } = found;
    const untold = [from, to]
      .filter((person) => chatsOf(view.roster, person, person === to ? found.units : []).length === 0)
      .map((person) => nameOf(person, view.roster));
    const text = describeHandover(found, view.people.cases, { ...view, at: at(command, view) });
    return {
      ...answered(handoverPreview({ ...text, untold })),
      asks: { type: 'handOver', at: command.at, from, to, day },
    };
  },
};

/** 确认交接 by the office: what is touched is what the roster says by now. */
export const settleHandOver: Handler<'settleHandOver'> = {
  decide(_, command, view) {
    const { roster, people } = view;
    const done = people.handovers.find(({ id }) => id === command.source);
    if (done) return answered(begun(done, view));
    const from = roster.persons.get(command.from);
    if (!from || !roster.persons.has(command.to)) return missing(nameOf(command.from, roster), command, view);
    const day = command.day < dayOf(command.at) ? dayOf(command.at) : command.day;
    const terms = termsOf(roster, { from, to: command.to, day });
    const stop = obstacle(terms, view);
    if (stop) return stop;
    return { ...answered(begun(terms, view)), handover: { type: 'begin', terms } };
  },
};

/** 确认交接 by one of the two sides, or a deputy of theirs. */
export const confirmHandOver: Handler<'confirmHandOver'> = {
  decide(_, { actor, at: saidAt }, view) {
    const self = [actor.id, ...actor.standsInFor];
    const mine = view.people.handovers.filter((each) => sideOf(each, self) !== null);
    const [handover] = mine.filter((each) => unconfirmed(each).some((person) => self.includes(person)));
    const [known] = mine;
    if (!handover) return known ? answered(confirmedText(known, self, view)) : answered(handoverRefusals.noneWaits);
    const person = unconfirmed(handover).find((each) => self.includes(each)) ?? actor.id;
    const confirmation = { person, by: actor.id, at: saidAt };
    const after = { ...handover, confirmations: [...handover.confirmations, confirmation] };
    return {
      ...answered(confirmedText(after, self, view)),
      handover: { type: 'confirm', id: handover.id, confirmation },
    };
  },
};

function sideOf({ from, to }: Handover, self: readonly string[]): string | null {
  return [from, to].find((person) => self.includes(person)) ?? null;
}

function confirmedText(handover: Handover, self: readonly string[], { roster }: View): string {
  const [other] = unconfirmed(handover);
  const who = nameOf(sideOf(handover, self) ?? '', roster);
  return handoverConfirmed({ who, other: other ? nameOf(other, roster) : null });
}

function begun({ from, to, day }: HandoverTerms, { roster, now }: View): string {
  return handoverBegun({ from: nameOf(from, roster), to: nameOf(to, roster), day, isNow: day <= dayOf(now) });
}

function termsFor(command: CommandOf<'handOver'>, view: View): HandoverTerms | Refusal {
  const { from: fromName, to: toName } = command;
  if (!fromName || !toName) return { code: 'missing', say: handoverRefusals.noNames({ at: at(command, view) }) };
  const from = onlyOne(fromName, command, view);
  if ('code' in from) return from;
  const to = onlyOne(toName, command, view);
  if ('code' in to) return to;
  const day = dayFor(command, view);
  if (!day)
    return { code: 'badDate', say: handoverRefusals.badDay({ from: fromName, to: toName, at: at(command, view) }) };
  const terms = termsOf(view.roster, { from, to: to.id, day });
  return obstacle(terms, view) ?? terms;
}

/** Today where no day is named. */
function dayFor({ day, said, at: saidAt }: CommandOf<'handOver'>, { calendar }: View): Day | null {
  const today = dayOf(saidAt);
  if (said === null) return today;
  return day !== null && day >= today && (day === today || calendar.isWorkday(day)) ? day : null;
}

function onlyOne(name: string, command: CommandOf<'handOver'>, view: View): Person | Refusal {
  const among = findOfficials(view.roster, name);
  const [person] = among;
  if (!person) return missing(name, command, view);
  if (among.length === 1) return person;
  return { code: 'ambiguous', say: whichOfficial({ name, among, at: at(command, view) }) };
}

function missing(name: string, command: { private: boolean }, view: View): Refusal {
  return { code: 'missing', say: handoverRefusals.unknown({ name, at: at(command, view) }) };
}

/** Why these terms cannot be agreed on; null when they can. */
function obstacle(terms: HandoverTerms, { roster, people }: View): Refusal | null {
  const { from, to } = terms;
  if (from === to) return { code: 'ambiguous', say: handoverRefusals.same };
  const underway = people.handovers.find((each) => each.from === from && !each.effectiveAt);
  if (underway) {
    const { day } = underway;
    const say = handoverRefusals.underway({ from: nameOf(from, roster), to: nameOf(underway.to, roster), day });
    return { code: 'wrongStatus', say };
  }
  return isEmpty(terms) ? { code: 'missing', say: handoverRefusals.nothing({ name: nameOf(from, roster) }) } : null;
}
