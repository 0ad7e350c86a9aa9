import { akinLine, partsLine, wholeLine } from '../config/texts/links.ts';
import { caseList, help as helpText, officeSections, refusals } from '../config/texts/answers.ts';
import { calendarDays } from '../config/texts/calendar.ts';
import { progress as progressText, surveyQuestions } from '../config/texts/receipts.ts';
import { rulesText } from '../config/texts/rules.ts';
import { currentLeg, lastClosure, type Snapshot } from '../src/domain/case.ts';
import { isSurveyComplete } from '../src/domain/closure.ts';
import type { CommandOf } from '../src/domain/command.ts';
import { basisOf } from '../src/domain/basis.ts';
import { addDays, dayOf } from '../src/domain/day.ts';
import { at, describe, lineOf, standingNotes } from '../src/domain/describe.ts';
import { explainCase } from '../src/domain/explain.ts';
import { mySubjects, mySubjectsText } from '../src/domain/my-subjects.ts';
import { pairingGaps, pairingGapsText } from '../src/domain/pairing-check.ts';
import type { Decision, Refusal } from '../src/domain/decision.ts';
import { isOffice, mayShow, sees } from '../src/domain/rights.ts';
import { rulesInWords } from '../src/domain/rules.ts';
import { seasonsUntil, specialDays } from '../src/domain/special-days.ts';
import { unknownYears } from '../src/domain/working-time.ts';
import { answered, type Handler, type View } from './handler.ts';
import { meeting } from './query-meeting.ts';
import { orders } from './query-orders.ts';
import { instructionsToDo, openInstructions } from './query-instructions.ts';

/** 进度, 我的问题, 待办, 本周, 逾期, 期限依据, 帮助: answers from what stands now, changing nothing. */
export const query: Handler<'query'> = {
  decide(subject, command, view) {
    const snapshot = subject?.snapshot ?? null;
    const corrected = subject?.events.some((event) => event.type === 'categoryCorrected') ?? false;
    const { what, actor } = command;
    if (what === 'help') return answered(helpText({ roles: actor.roles, at: at(command, view) }));
    if (what === 'pairing') return pairing(command, view);
    if (what === 'calendar') return answered(calendarText(view));
    if (what === 'rules') return answered(rulesText(rulesInWords(view.rules.at(view.now))));
    if (what === 'mySubjects') return mine(command, view);
    if (what === 'meeting') return meeting(command, view);
    if (what === 'orders') return orders(command, view);
    if (what === 'letters' || what === 'decisions') return openInstructions(command, view);
    if (what !== 'progress' && what !== 'basis' && what !== 'evidence') return answered(lists(command, view));
    const example = EXAMPLES[what];
    return answered(
      snapshot
        ? aboutCase(snapshot, { command, corrected }, view)
        : refusals.noCase({ at: at(command, view), example }),
    );
  },
};

function aboutCase(
  snapshot: Snapshot,
  { command, corrected }: { command: CommandOf<'query'>; corrected: boolean },
  view: View,
): string {
  if (!mayShow(snapshot, command, view.roster)) return refusals.askPrivately({ number: snapshot.number });
  if (command.what === 'evidence' && isOffice(command.actor)) return evidenceOf(snapshot, corrected, view);
  if (command.what !== 'progress') return basisOf(snapshot, view);
  const questions = surveyFor(snapshot, command, view);
  if (questions) return questions;
  const last = currentLeg(snapshot)?.lastProgress ?? null;
  const closure = lastClosure(snapshot);
  const result = closure?.uncountedAt === null ? closure : null;
  const today = dayOf(command.at);
  const notes = [...standingNotes(snapshot, today), ...splitLines(command, view), ...akinTo(snapshot, command)];
  return progressText({ ...describe(snapshot), today, last, result, notes });
}

/** What was split off the case, and what it was split from, as far as the reader may know of them there. */
function splitLines(command: CommandOf<'query'>, view: View): string[] {
  const isShown = (other: Snapshot) => sees(command.actor, other, view.roster) && mayShow(other, command, view.roster);
  const parts = view.parts.filter(isShown);
  const whole = view.other && isShown(view.other) ? view.other : null;
  return [
    ...(whole ? [wholeLine({ from: whole.number })] : []),
    ...(parts.length > 0 ? [partsLine({ parts: parts.map(describe) })] : []),
  ];
}

/** The like case that may be the same matter, for those who may merge them. */
function akinTo({ number, subject, links }: Snapshot, { actor }: CommandOf<'query'>): string[] {
  const { akinTo } = links;
  return akinTo && !actor.subjects.includes(subject.id) ? [akinLine({ number, akinTo })] : [];
}

/** How the report was understood is for the office, which answers for the service; anybody else's 依据 is that of the term. */
function evidenceOf(snapshot: Snapshot, corrected: boolean, view: View): string {
  const { number, heard, category, subject } = snapshot;
  if (!view.reading) return refusals.noReading({ number });
  return explainCase({
    number,
    subject: subject.name,
    reading: view.reading,
    problem: heard.problem,
    corrected: corrected ? { category } : null,
  });
}

/** The nudge in a group says 请私聊我回复 BQ-…: whoever does so is shown the questions, there where nobody reads along. */
function surveyFor(snapshot: Snapshot, command: CommandOf<'query'>, view: View): string | null {
  const closure = lastClosure(snapshot);
  const asked =
    command.private && command.actor.subjects.includes(snapshot.subject.id) && snapshot.status === 'resolved';
  if (!asked || !closure || isSurveyComplete(closure.survey)) return null;
  const { number, summary } = snapshot;
  return surveyQuestions({ number, summary, unit: closure.unit.name, again: false, at: at(command, view) });
}

/** So many subjects and leaders are named in a chat; the rest is counted. */
const NAMED = 10;

/** 包联检查: what the register lacks, for the office that keeps it. */
function pairing({ actor }: CommandOf<'query'>, view: View): Decision | Refusal {
  if (!isOffice(actor)) return { code: 'notYours', say: refusals.notYours({ number: null, who: '双创双服办公室' }) };
  return answered(
    pairingGapsText(pairingGaps(view.roster, view.pushes), { limit: NAMED, attention: view.visits.attention }),
  );
}

/** 工作日历 looks this far ahead. */
const CALENDAR_DAYS = 60;

function calendarText({ calendar, now }: View): string {
  const from = dayOf(now);
  const to = addDays(from, CALENDAR_DAYS);
  const unknown = unknownYears(calendar, from, to);
  const seasons = seasonsUntil(calendar, from, to);
  return calendarDays({ from, to, spans: specialDays(calendar, from, to), seasons, unknown });
}

/** 我的企业: a leader's subjects and what stands of each; a deputy reads those of the leader they stand in for. */
function mine(command: CommandOf<'query'>, view: View): Decision | Refusal {
  const { actor } = command;
  const paired = [...view.roster.pairings.values()].some(({ leader }) => leader === actor.id);
  const isLeader = actor.roles.includes('leader') && (paired || actor.standsInFor.length === 0);
  const leaders = [...(isLeader ? [actor.id] : []), ...actor.standsInFor];
  if (leaders.length === 0) return { code: 'notYours', say: refusals.notYours({ number: null, who: '包联领导' }) };
  const cases = view.found['mySubjects']?.cases ?? [];
  const matter = {
    cases,
    lastReportAt: view.lastReportAt,
    lastVisit: view.visits.last,
    now: view.now,
    calendar: view.calendar,
  };
  const texts = leaders.map((id) =>
    mySubjectsText(mySubjects(view.roster, id, matter), { limit: NAMED, at: at(command, view) }),
  );
  return answered(officeSections(texts));
}

const EXAMPLES = { progress: '进度', basis: '期限依据', evidence: '依据' } as const;

const TITLES: Record<string, { title: string; none: string }> = {
  mine: { title: '贵企业正在办理的问题', none: '贵企业目前没有正在办理的问题。' },
  open: { title: '待办', none: '目前没有待办问题。' },
  week: { title: '本周到期', none: '本周没有到期的问题。' },
  overdue: { title: '已超期', none: '没有超期的问题。' },
  caseOverdue: { title: '企业期限已过、承办单位期限未到', none: '' },
  extensions: { title: '待答复的延期申请', none: '' },
  returns: { title: '待裁定的退回', none: '' },
  pauses: { title: '待裁定的暂停', none: '' },
  approvals: { title: '待审核的办结', none: '' },
  reviews: { title: '待复核的挂账', none: '' },
  unassigned: { title: '待明确责任部门', none: '' },
  doubtful: { title: '答复待核', none: '' },
  phoneCalls: { title: '待电话回访', none: '' },
  followUps: { title: '评价不满意待联系', none: '' },
};

function lists(command: CommandOf<'query'>, view: View): string {
  const ownName = command.what === 'mine';
  const sections = Object.entries(view.found).map(([name, found]) => {
    const shown = found.cases.filter((snapshot) => mayShow(snapshot, command, view.roster));
    const lines = shown.map((snapshot) => lineOf(snapshot, view, { now: view.now, ownName }));
    return caseList({ ...(TITLES[name] ?? { title: name, none: '' }), lines, more: found.more });
  });
  const papers = command.what === 'todo' ? [instructionsToDo(view)] : [];
  const said = [...sections, ...papers, ...view.notes].filter(Boolean);
  if (said.length > 0) return officeSections(said);
  return isOffice(command.actor) ? '办公室目前没有待办事项。' : '没有符合的问题。';
}
