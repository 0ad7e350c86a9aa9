import { refusals, progressNoted } from '../config/texts/answers.ts';
import {
  supportAlreadySigned,
  supportFinished,
  supportRefusals,
  supportsEnded,
  supportSigned,
} from '../config/texts/support.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg, type Snapshot } from '../src/domain/case.ts';
import type { CommandFrame } from '../src/domain/command.ts';
import type { Decision, Refusal } from '../src/domain/decision.ts';
import { at } from '../src/domain/describe.ts';
import { noticeTo, toUnit } from '../src/domain/notices.ts';
import { openSupports, type Support, supportOf } from '../src/domain/support.ts';
import { answered, decided, type Handler, required, type View, wrongStatus } from './handler.ts';

/** What a supporting unit says of its own turn; the case itself stays with the main unit. */
export interface OwnWord {
  snapshot: Snapshot;
  support: Support;
  command: CommandFrame;
}

/** The answer to what ends the open supports, which it names. */
export function withSupports(reply: string, snapshot: Snapshot): string {
  const units = openSupports(snapshot).map(({ unit }) => unit.name);
  return units.length > 0 ? `${reply}${supportsEnded({ units })}` : reply;
}

/** 收到 by the supporting unit. */
export function signSupport({ snapshot, support, command }: OwnWord, view: View): Decision | Refusal {
  const { number } = snapshot;
  const { n, unit, dueDay } = support;
  if (support.status === 'handling') return answered(supportAlreadySigned({ number, unit: unit.name, due: dueDay }));
  if (!isLegal('supportSigned', snapshot.status)) return wrongStatus(snapshot, '签收');
  const reply = supportSigned({ number, unit: unit.name, due: dueDay, at: at(command, view) });
  return decided([{ type: 'supportSigned', leg: n }], reply);
}

/** 进展 X by the supporting unit. */
export function noteSupport({ snapshot, support, command }: OwnWord, text: string, view: View): Decision | Refusal {
  const { number } = snapshot;
  if (!isLegal('supportProgressed', snapshot.status)) return wrongStatus(snapshot, '报进展');
  if (!text)
    return { code: 'missing', say: refusals.noText({ number, at: at(command, view), example: '进展 正在核对资料' }) };
  return decided([{ type: 'supportProgressed', leg: support.n, text }], progressNoted({ number }));
}

/** 协办完成，X, also said as 已办结，X: ends the support, and the main unit reads what was done. */
export function finishSupport({ snapshot, support, command }: OwnWord, text: string, view: View): Decision | Refusal {
  const { number } = snapshot;
  const main = currentLeg(snapshot);
  if (!main || !isLegal('supportDone', snapshot.status)) return wrongStatus(snapshot, '报协办完成');
  if (!text)
    return {
      code: 'missing',
      say: refusals.noText({ number, at: at(command, view), example: '协办完成，证明已开具' }),
    };
  const effects = noticeTo([toUnit(snapshot, main.unit.id)], {
    class: 'workHours',
    number,
    about: { kind: 'supportDone', leg: main.n, support: support.n },
    once: `leg${support.n}`,
  });
  return decided(
    [{ type: 'supportDone', leg: support.n, text, effects }],
    supportFinished({ number, main: main.unit.name }),
  );
}

/** 协办完成，X never resolves a case, whoever says it. */
export const supportDone: Handler<'supportDone'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const support = supportOf(snapshot, command.actor.units);
    if (!support) return answered(supportRefusals.noneOpen({ number: snapshot.number }));
    return finishSupport({ snapshot, support, command }, command.text, view);
  },
};
