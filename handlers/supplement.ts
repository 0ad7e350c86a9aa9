import { supplemented } from '../config/texts/receipts.ts';
import { refusals } from '../config/texts/answers.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg, isOpen, type Snapshot } from '../src/domain/case.ts';
import type { CommandOf } from '../src/domain/command.ts';
import type { Outcome } from '../src/domain/decision.ts';
import { at } from '../src/domain/describe.ts';
import type { Notice } from '../src/domain/notice.ts';
import { notice, noticeTo, toSubject, toUnit } from '../src/domain/notices.ts';
import { relationsTo } from '../src/domain/rights.ts';
import { openSupports } from '../src/domain/support.ts';
import { readProof } from '../src/domain/understand/proof.ts';
import { decided, type Handler, required, type View, wrongStatus } from './handler.ts';

/** 补充 X, or whatever the reporter adds within two minutes: kept with the case; a unit already at work is told. */
export const supplement: Handler<'supplement'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    if (!isLegal('supplemented', snapshot.status)) return wrongStatus(snapshot, '补充');
    if (!command.text)
      return { code: 'missing', say: refusals.noText({ number, at: at(command, view), example: '补充 设备型号为X' }) };
    const { text } = command;
    if (!isAnswering(snapshot, command, view)) {
      return decided([{ type: 'supplemented', text, effects: told(snapshot, command) }], supplemented(snapshot));
    }
    const proof = readProof(text);
    const added: Outcome[] = [{ type: 'supplemented', text, effects: addedToAnswer(snapshot, command) }];
    return decided(
      [...added, ...(proof ? [{ type: 'evidenceAdded' as const, text: proof }] : [])],
      supplemented(snapshot),
    );
  },
};

function told(snapshot: Snapshot, { text, source }: CommandOf<'supplement'>): Notice[] {
  const { number } = snapshot;
  const leg = isOpen(snapshot) ? currentLeg(snapshot) : null;
  const about = { kind: 'supplemented', text } as const;
  const supports = leg ? openSupports(snapshot).map(({ unit }) => toUnit(snapshot, unit.id)) : [];
  return noticeTo([leg && toUnit(snapshot, leg.unit.id), ...supports], {
    class: 'workHours',
    number,
    about,
    once: source,
  });
}

/** Whoever closed the case adds to what the enterprise has read. */
function isAnswering(snapshot: Snapshot, { actor }: CommandOf<'supplement'>, view: View): boolean {
  return snapshot.status === 'resolved' && relationsTo(actor, snapshot, view.roster).has('unit');
}

function addedToAnswer(snapshot: Snapshot, { text, source }: CommandOf<'supplement'>): Notice[] {
  const { number } = snapshot;
  const about = { kind: 'answerAdded', round: snapshot.closures.length, text } as const;
  return [notice({ to: toSubject(snapshot), class: 'workHours', number, about, once: source })];
}
