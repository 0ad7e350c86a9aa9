import { DRAFT_CONFIRM_MS, SURVEY_WORKDAYS } from '../../config/rules.ts';
import { type ApprovalRequest, currentLeg, lastClosure, type Leg, type Snapshot } from './case.ts';
import { type Closure, isSurveyOpen } from './closure.ts';
import { addDays, type Day, dayOf, instantAt } from './day.ts';
import type { ReminderStage } from './notice.ts';
import { officeDuties } from './office-duties.ts';
import { currentPause } from './pause.ts';
import { openSupports } from './support.ts';
import { addWorkdays, type Calendar, startOfBusiness, workdayOnOrBefore, workdaysBetween } from './working-time.ts';

/** What a case waits for; `at` is the instant from which it may be acted on. */
export type Timer =
  | { type: 'confirmDraft'; at: Date }
  | { type: 'remind'; at: Date; day: Day }
  /** A supporting unit's own stage. */
  | { type: 'remindSupport'; at: Date }
  /** A 退回, 申请延期 or 申请暂停, a report without a unit or a 挂账 to review waits for the office. */
  | { type: 'remindRuling'; at: Date; day: Day }
  /** A 办结 waits for the office. */
  | { type: 'remindApproval'; at: Date; day: Day }
  | { type: 'review'; at: Date }
  /** The last paused day is over. */
  | { type: 'resume'; at: Date }
  | { type: 'inviteSurvey'; at: Date }
  | { type: 'remindSurvey'; at: Date; n: number }
  | { type: 'expireSurvey'; at: Date };

export type TimerType = Timer['type'];

/** Reminders are decided at 08:00, so that all of a morning are there when the digest leaves at 08:40. */
const REMINDERS_DECIDED_AT = 8 * 60;

/** The next thing that falls due on a case, whether or not its time has come; null when it waits for people alone. */
export function nextTimer(snapshot: Snapshot, calendar: Calendar): Timer | null {
  if (snapshot.status === 'draft') {
    if (snapshot.unitAskedAt) return nextDutyReminder(snapshot, calendar);
    return { type: 'confirmDraft', at: new Date(snapshot.draftedAt.getTime() + DRAFT_CONFIRM_MS) };
  }
  if (snapshot.status === 'assigned' || snapshot.status === 'handling') {
    if (snapshot.approval) return nextApprovalReminder(snapshot.approval, calendar);
    return earliest([
      nextReminder(snapshot, calendar),
      ...openSupports(snapshot).map((support) => nextSupportReminder(support, calendar)),
      nextDutyReminder(snapshot, calendar),
    ]);
  }
  if (snapshot.status === 'returned') return nextDutyReminder(snapshot, calendar);
  if (snapshot.status === 'paused') return nextResumption(snapshot, calendar);
  if (snapshot.status === 'suspended')
    return snapshot.suspension?.reviewed ? nextDutyReminder(snapshot, calendar) : nextReview(snapshot, calendar);
  return snapshot.status === 'resolved' ? nextSurveyStep(snapshot, calendar) : null;
}

/** What the office is asked is due on that day; from the next working day on it is reminded each morning. */
function nextDutyReminder(snapshot: Snapshot, calendar: Calendar): Timer | null {
  return earliest(
    officeDuties(snapshot).map(({ since }) => {
      const day = addWorkdays(calendar, since, 1);
      return { type: 'remindRuling', day, at: instantAt(day, REMINDERS_DECIDED_AT) };
    }),
  );
}

function nextResumption(snapshot: Snapshot, calendar: Calendar): Timer | null {
  const pause = currentPause(snapshot);
  return pause && { type: 'resume', at: startOfBusiness(calendar, addWorkdays(calendar, pause.until, 1)) };
}

/** The first of these to come; of two at the same instant the first named. */
function earliest(timers: readonly (Timer | null)[]): Timer | null {
  return timers.reduce((first, timer) => (timer && (!first || timer.at < first.at) ? timer : first), null);
}

/** While the office has the closure before it, nobody else is reminded of anything. */
function nextApprovalReminder(approval: ApprovalRequest, calendar: Calendar): Timer {
  const day = addWorkdays(calendar, approval.remindedDay ?? dayOf(approval.at), 1);
  return { type: 'remindApproval', day, at: instantAt(day, REMINDERS_DECIDED_AT) };
}

function nextReview({ suspension }: Snapshot, calendar: Calendar): Timer | null {
  if (!suspension) return null;
  const { until } = suspension;
  const day = calendar.isWorkday(until) ? until : addWorkdays(calendar, until, 1);
  return { type: 'review', at: startOfBusiness(calendar, day) };
}

function nextReminder(snapshot: Snapshot, calendar: Calendar): Timer | null {
  const leg = currentLeg(snapshot);
  if (!leg) return null;
  const day = nextStageDay(leg, calendar, leg.remindedDay ?? dayOf(leg.startedAt));
  return { type: 'remind', day, at: instantAt(day, REMINDERS_DECIDED_AT) };
}

function nextSupportReminder(support: Leg, calendar: Calendar): Timer {
  const day = nextStageDay(support, calendar, support.remindedDay ?? dayOf(support.startedAt));
  return { type: 'remindSupport', at: instantAt(day, REMINDERS_DECIDED_AT) };
}

/** The first working day after `after` on which this leg has a reminder stage. Every day after the due day has one, so there always is one. */
function nextStageDay(leg: Leg, calendar: Calendar, after: Day): Day {
  let day = addDays(after, 1);
  while (!stageLeft(leg, calendar, day)) day = addDays(day, 1);
  return day;
}

/** The reminder stage of a leg on a day, null on days off and on days without one. A day has the most urgent of its stages. */
export function stageOn(leg: Leg, calendar: Calendar, day: Day): ReminderStage | null {
  if (!calendar.isWorkday(day)) return null;
  const due = leg.dueDay;
  if (day > due) return 'overdue';
  const lastDay = workdayOnOrBefore(calendar, due);
  if (day === lastDay) return 'due';
  const eve = addWorkdays(calendar, lastDay, -1);
  if (day === eve) return 'eve';
  const start = dayOf(leg.startedAt);
  const half = addWorkdays(calendar, start, Math.ceil(workdaysBetween(calendar, start, lastDay) / 2));
  return day === half ? 'half' : null;
}

/** The stage of a day that has not been dealt with for the present due date on another day, before the calendar changed. */
function stageLeft(leg: Leg, calendar: Calendar, day: Day): ReminderStage | null {
  const stage = stageOn(leg, calendar, day);
  const { dueVersion, stages } = leg.dealt;
  const isDealtWith = stage !== 'overdue' && stage !== null && dueVersion === leg.dueVersion && stages.includes(stage);
  return isDealtWith ? null : stage;
}

/** Every stage day of a leg after the last one dealt with, up to and including `until`, oldest first. */
export function stagesUntil(leg: Leg, calendar: Calendar, until: Day): { day: Day; stage: ReminderStage }[] {
  const stages: { day: Day; stage: ReminderStage }[] = [];
  for (let day = addDays(leg.remindedDay ?? dayOf(leg.startedAt), 1); day <= until; day = addDays(day, 1)) {
    const stage = stageLeft(leg, calendar, day);
    if (stage) stages.push({ day, stage });
  }
  return stages;
}

function nextSurveyStep(snapshot: Snapshot, calendar: Calendar): Timer | null {
  const closure = lastClosure(snapshot);
  if (!closure) return null;
  const { invitedAt } = closure.survey;
  if (!invitedAt) return { type: 'inviteSurvey', at: workdaysLater(calendar, closure.at, SURVEY_WORKDAYS.invite) };
  return isSurveyOpen(closure) ? nextSurveyReminder(closure, invitedAt, calendar) : null;
}

function nextSurveyReminder(closure: Closure, invitedAt: Date, calendar: Calendar): Timer {
  const n = closure.survey.reminders;
  const workdays = SURVEY_WORKDAYS.reminders[n];
  if (workdays !== undefined)
    return { type: 'remindSurvey', n: n + 1, at: workdaysLater(calendar, invitedAt, workdays) };
  return { type: 'expireSurvey', at: workdaysLater(calendar, invitedAt, SURVEY_WORKDAYS.expire) };
}

/** The survey reminders (by number) whose time has come, the latest last, and whether the survey's own has run out besides. */
export function surveyStepsUntil(closure: Closure, calendar: Calendar, now: Date): { due: number[]; expired: boolean } {
  const { invitedAt, reminders } = closure.survey;
  if (!invitedAt) return { due: [], expired: false };
  const hasCome = (workdays: number) => workdaysLater(calendar, invitedAt, workdays) <= now;
  const due = SURVEY_WORKDAYS.reminders.flatMap((workdays, i) => (i >= reminders && hasCome(workdays) ? [i + 1] : []));
  return { due, expired: hasCome(SURVEY_WORKDAYS.expire) };
}

/** Start of business so many working days after an instant's day. */
function workdaysLater(calendar: Calendar, instant: Date, workdays: number): Date {
  return startOfBusiness(calendar, addWorkdays(calendar, dayOf(instant), workdays));
}
