import { linkRefusals, mergeDone } from '../config/texts/links.ts';
import { refusals } from '../config/texts/answers.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg, type Snapshot } from '../src/domain/case.ts';
import type { CommandOf } from '../src/domain/command.ts';
import type { Refusal } from '../src/domain/decision.ts';
import { noticeTo, toLeader, toSubject, toUnit } from '../src/domain/notices.ts';
import { holdersText, may } from '../src/domain/rights.ts';
import { farewells } from '../src/domain/support.ts';
import { answered, decided, type Handler, required, type View, wrongStatus } from './handler.ts';

/** 合并 A 到 B, on A: it ends, and whoever knew it reads under which number it goes on. The unit that has both reads it of B. */
export const merge: Handler<'merge'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    const { into } = command;
    const other = view.other;
    if (!other) return { code: 'notFound', say: refusals.notFound(into) };
    const refusal = refusalOf(snapshot, other, command, view);
    if (refusal) return refusal;
    const unit = currentLeg(snapshot)?.unit.id ?? null;
    const stays = unit !== null && unit === currentLeg(other)?.unit.id;
    const targets = [toSubject(snapshot), unit !== null && !stays ? toUnit(snapshot, unit) : null, toLeader(snapshot)];
    const about = { kind: 'merged', into } as const;
    const effects = noticeTo(targets, { class: 'workHours', number, about, once: into }).concat(farewells(snapshot));
    return decided([{ type: 'merged', into, effects }], mergeDone({ number, into }));
  },
};

/** One matter of one subject, both in hand, known to the same people, and both in the hands of whoever says so. */
function refusalOf(snapshot: Snapshot, other: Snapshot, command: CommandOf<'merge'>, view: View): Refusal | null {
  const { number } = snapshot;
  const { into, actor } = command;
  if (!may(actor, 'merge', { snapshot: other, roster: view.roster })) {
    return { code: 'notYours', say: refusals.notYours({ number: into, who: holdersText('merge') }) };
  }
  if (!isLegal('merged', snapshot.status)) return wrongStatus(snapshot, '合并');
  const goesOn = isLegal('merged', other.status) && isLegal('absorbed', other.status);
  if (!goesOn) return wrongStatus(other, '并入其他问题');
  if (snapshot.subject.id !== other.subject.id) {
    return { code: 'wrongStatus', say: linkRefusals.otherSubject({ number, into }) };
  }
  return snapshot.confidential === other.confidential
    ? null
    : { code: 'wrongStatus', say: linkRefusals.otherReaders({ number, into }) };
}

/** The same on B: its clock runs on, A's words are kept with it, and its unit reads them unless it had A itself. */
export const absorb: Handler<'absorb'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    const { from } = command;
    const other = view.other;
    // Not merged after all: that command has said why.
    if (other?.links.mergedInto !== number) return answered(null);
    if (!isLegal('absorbed', snapshot.status)) return wrongStatus(snapshot, '并入其他问题');
    const text = [other.text, ...other.supplements.map((more) => more.text)].join('；');
    const leg = currentLeg(snapshot);
    const effects = noticeTo([leg && toUnit(snapshot, leg.unit.id)], {
      class: 'workHours',
      number,
      about: { kind: 'absorbed', from, text },
      once: from,
    });
    return decided([{ type: 'absorbed', from, text, effects }], null);
  },
};
