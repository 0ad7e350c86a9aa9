import { checkAnswers, checkGroups } from './chats.ts';
import type { Check, Evidence } from './evidence.ts';
import { checkFold, checkSources, checkTimers } from './histories.ts';
import { checkKept, checkOrder, checkReports, checkSameAnswer } from './messages.ts';
import { checkDrained, checkHandOver, checkOnce, checkSurveys } from './notices.ts';

const CHECKS: readonly ((evidence: Evidence) => Check)[] = [
  checkKept,
  checkReports,
  checkOrder,
  checkSources,
  checkFold,
  checkTimers,
  checkHandOver,
  checkOnce,
  checkSurveys,
  checkGroups,
  checkAnswers,
  checkSameAnswer,
  checkDrained,
];

/** Everything that must hold after a run, in the order of the table. */
export function checkAll(evidence: Evidence): Check[] {
  return CHECKS.map((check) => check(evidence));
}
