import type { Case } from '../src/domain/case.ts';
import type { Command, CommandOf, CommandType } from '../src/domain/command.ts';
import type { Decision, Refusal } from '../src/domain/decision.ts';
import { holdersText, may, sees, unitInstead } from '../src/domain/rights.ts';
import { refusals } from '../config/texts/answers.ts';
import { accept } from './accept.ts';
import { admit, turnAway } from './admit.ts';
import { askInfo } from './ask-info.ts';
import { answerSurvey } from './answer-survey.ts';
import { attach } from './attach.ts';
import { bind } from './bind.ts';
import { changeCalendar, setCalendar } from './change-calendar.ts';
import { commit } from './commit.ts';
import { confirm } from './confirm.ts';
import { correctCategory, correctDeadline } from './correct.ts';
import { decline, redirect } from './end-case.ts';
import { extend } from './extend.ts';
import type { Handler, View } from './handler.ts';
import { giveBack } from './give-back.ts';
import { fulfil, receive } from './answer-instruction.ts';
import { redateInstruction, withdrawInstruction } from './change-instruction.ts';
import { confirmHandOver, handOver, settleHandOver } from './hand-over.ts';
import { absorb, merge } from './merge.ts';
import { inspect } from './inspect.ts';
import { instruct } from './instruct.ts';
import { pause } from './pause.ts';
import { supportDone } from './own-support.ts';
import { phoneSurvey } from './phone-survey.ts';
import { history } from './pairing-history.ts';
import { progress } from './progress.ts';
import { query } from './query.ts';
import { report } from './report.ts';
import { resolve } from './resolve.ts';
import { resumeWork } from './resume-work.ts';
import { rulePause } from './rule-pause.ts';
import { ruleClosure } from './rule-closure.ts';
import { ruleReturn } from './rule-return.ts';
import { rule } from './rule.ts';
import { say } from './say.ts';
import { split } from './split.ts';
import { snooze } from './snooze.ts';
import { supplement } from './supplement.ts';
import { support } from './support.ts';
import { suspend } from './suspend.ts';
import { transfer } from './transfer.ts';
import { urge } from './urge.ts';
import { undo } from './undo.ts';
import { visitLog } from './visit-log.ts';
import { visit } from './visit.ts';
import { withdraw } from './withdraw.ts';
import { withdrawVisit } from './withdraw-visit.ts';

/** Every command has its handler: a missing one does not compile. */
export const handlers: { [T in CommandType]: Handler<T> } = {
  report,
  confirm,
  withdraw,
  undo,
  correctCategory,
  correctDeadline,
  supplement,
  attach,
  accept,
  transfer,
  giveBack,
  ruleReturn,
  support,
  supportDone,
  pause,
  rulePause,
  resumeWork,
  ruleClosure,
  urge,
  askInfo,
  decline,
  redirect,
  suspend,
  merge,
  absorb,
  split,
  phoneSurvey,
  commit,
  extend,
  rule,
  snooze,
  progress,
  resolve,
  answerSurvey,
  instruct,
  receive,
  fulfil,
  withdrawInstruction,
  redateInstruction,
  bind,
  handOver,
  settleHandOver,
  confirmHandOver,
  history,
  admit,
  turnAway,
  query,
  inspect,
  visit,
  visitLog,
  withdrawVisit,
  changeCalendar,
  setCalendar,
  say,
};

/** Decides a command: first whether its sender may, then what follows. A case that is none of the sender's business does not exist for them. */
export function decide(subject: Case | null, command: Command, view: View): Decision | Refusal {
  const snapshot = subject?.snapshot ?? null;
  if (snapshot && !sees(command.actor, snapshot, view.roster))
    return { code: 'notFound', say: refusals.notFound(snapshot.number) };
  if (!may(command.actor, command.type, snapshot && { snapshot, roster: view.roster })) {
    const number = snapshot?.number ?? null;
    const unit = snapshot && unitInstead(command.actor, snapshot, view.roster);
    return { code: 'notYours', say: refusals.notYours({ number, unit, who: holdersText(command.type) }) };
  }
  return dispatch(subject, command, view);
}

/** Written as an indexed map, so that the compiler sees a command and its handler belong together. */
type AnyOf<T extends CommandType> = { [K in T]: CommandOf<K> }[T];

function dispatch<T extends CommandType>(subject: Case | null, command: AnyOf<T>, view: View): Decision | Refusal {
  const type: T = command.type;
  return handlers[type].decide(subject, command, view);
}
