import { checkAnswers, checkGroups } from '../../chaos/checks/chats.ts';
import { checkFold, checkTimers } from '../../chaos/checks/histories.ts';
import { checkKept, checkSameAnswer } from '../../chaos/checks/messages.ts';
import { checkHandOver, checkOnce, checkSurveys } from '../../chaos/checks/notices.ts';
import { checkDecisions, checkEnterpriseClock, checkStatuses } from './cases.ts';
import { checkHours, checkOffences } from './hours.ts';
import { checkHolders } from './holders.ts';
import { checkCards, checkLadder } from './ladder.ts';
import { checkLists } from './lists.ts';
import { checkSettled } from './outbox.ts';
import { checkPauses } from './pauses.ts';
import { checkReminders } from './reminders.ts';
import { checkSnoozes } from './snoozes.ts';
import { checkWeekly } from './weekly.ts';
import type { Check, YearEvidence } from './year-evidence.ts';

const CHECKS: readonly ((evidence: YearEvidence) => Check | Promise<Check>)[] = [
  checkKept,
  checkStatuses,
  checkFold,
  checkDecisions,
  checkEnterpriseClock,
  checkPauses,
  checkTimers,
  checkHours,
  checkOffences,
  checkHandOver,
  checkSettled,
  checkOnce,
  checkGroups,
  checkAnswers,
  checkSameAnswer,
  checkSurveys,
  checkReminders,
  checkCards,
  checkLadder,
  checkSnoozes,
  checkHolders,
  checkWeekly,
  checkLists,
];

/** Everything that must hold after a year, in the order of the table. */
export async function checkYear(evidence: YearEvidence): Promise<Check[]> {
  const checks: Check[] = [];
  for (const check of CHECKS) checks.push(await check(evidence));
  const { gone } = evidence.year;
  return [...checks, { name: 'SIGTERM ended the service within 10 s', looked: 1, broken: gone ? [] : ['it stayed'] }];
}
