import { caseworkRefusals } from '../config/texts/casework.ts';
import { approvalRuled, nothingToApprove } from '../config/texts/closing.ts';
import { currentLeg, type Snapshot } from '../src/domain/case.ts';
import type { CommandOf } from '../src/domain/command.ts';
import type { Decision } from '../src/domain/decision.ts';
import { at } from '../src/domain/describe.ts';
import type { Notice } from '../src/domain/notice.ts';
import { noticeTo, toLeader, toUnit } from '../src/domain/notices.ts';
import { answered, decided, type Handler, required } from './handler.ts';
import { withSupports } from './own-support.ts';
import { resolution } from './resolve.ts';

/** 同意办结 or 退回重办，因为X by the office: only what is approved is told to the enterprise, and surveyed. */
export const ruleClosure: Handler<'ruleClosure'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number, approval } = snapshot;
    if (!approval) return answered(nothingToApprove({ number }));
    if (command.granted) return approved(snapshot, approval, command);
    const { reason } = command;
    if (!reason) {
      const example = '退回重办，因为没有写明到账金额';
      return { code: 'missing', say: caseworkRefusals.noReason({ number, at: at(command, view), example }) };
    }
    const effects = ruling(snapshot, command);
    return decided([{ type: 'approvalRefused', reason, effects }], approvalRuled({ number, granted: false }));
  },
};

/** The closure begins now, but is in term by when the unit reported it. */
function approved(
  snapshot: Snapshot,
  { answer, inTerm }: NonNullable<Snapshot['approval']>,
  command: CommandOf<'ruleClosure'>,
): Decision {
  const { number } = snapshot;
  return decided(
    [resolution(snapshot, { answer, inTerm, told: ruling(snapshot, command) })],
    withSupports(approvalRuled({ number, granted: true }), snapshot),
  );
}

function ruling(snapshot: Snapshot, { granted, reason, source }: CommandOf<'ruleClosure'>): Notice[] {
  const leg = currentLeg(snapshot);
  if (!leg) return [];
  const about = { kind: 'approvalRuled', leg: leg.n, granted, reason } as const;
  const { number } = snapshot;
  const targets = [toUnit(snapshot, leg.unit.id), granted ? null : toLeader(snapshot)];
  return noticeTo(targets, { class: 'workHours', number, about, once: source });
}
