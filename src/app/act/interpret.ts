import { policyQuestion, refusals } from '../../../config/texts/answers.ts';
import { COMMAND_WORDS } from '../../../config/texts/command-words.ts';
import { atBot } from '../../../config/texts/format.ts';
import { SUPPLEMENT_WINDOW_MS } from '../../../config/rules.ts';
import { responsibleUnit } from '../../domain/acceptance.ts';
import type { Command, Wish } from '../../domain/command.ts';
import type { Question } from '../../domain/question.ts';
import { understand } from '../../domain/understand/index.ts';
import type { ProblemReading, QueryTopic, Reading } from '../../domain/understand/reading.ts';
import { isOfficial } from '../../domain/understand/speaker.ts';
import { peopleWish } from '../../domain/people-wish.ts';
import { type WishDraft, wishOf } from '../../domain/wish.ts';
import type { Conversation } from '../../store/conversation-store.ts';
import type { Stores } from '../context.ts';
import { toldElsewhere } from './among-outsiders.ts';
import { askByName, fileReports, wishesFor } from './file-reports.ts';
import { fileVisits, logOf, visitedAfterAll, withdrawalOf } from './file-visits.ts';
import { frameOf, type Hearing, listenedAs } from './hearing.ts';
import { instructionWishes } from './instruction-wishes.ts';
import { mergeWishes, splitWishes } from './link-wishes.ts';
import { type Answered, answerToQuestion } from './open-question.ts';
import { type Picked, pickCases } from './pick-case.ts';
import { subjectOfReport } from './report-subject.ts';
import { urgingWishes } from './urging-wishes.ts';

/** Turns a reading into commands, one per case that it touches. Understanding has decided what is meant; this finds out of what. */
export async function interpret(
  reading: Reading,
  conversation: Conversation,
  v: { hearing: Hearing; stores: Stores },
): Promise<Command[]> {
  const wishes = await wishesOf({ reading, conversation, ...v });
  return wishes.map((wish, i) => ({ ...frameOf(v.hearing, i), ...wish }));
}

interface Heard {
  reading: Reading;
  conversation: Conversation;
  hearing: Hearing;
  stores: Stores;
}

async function wishesOf(heard: Heard): Promise<Wish[]> {
  const { reading, conversation, hearing, stores } = heard;
  if (!hearing.actor) return [{ type: 'say', text: refusals.stranger }];
  const answer = answerToQuestion(reading, conversation, hearing);
  if (answer) return followUp(answer, heard);
  const elsewhere = toldElsewhere(reading, hearing);
  if (elsewhere) return [elsewhere];
  const { word } = reading;
  if (word?.type === 'bind') {
    return [{ type: 'bind', code: word.code, name: word.name, botChatid: await stores.inbox.botChatidOf(word.code) }];
  }
  const aboutPeople = word && peopleWish(word);
  if (aboutPeople) return [aboutPeople];
  const papers = await instructionWishes(reading, heard);
  if (papers) return papers;
  const urging = await urgingWishes(reading, heard);
  if (urging) return urging;
  if (word?.type === 'query') return ask(word.what, heard);
  if (word?.type === 'changeCalendar') return [{ type: 'changeCalendar', change: word.change }];
  if (word?.type === 'confirmCalendar') return [{ type: 'setCalendar', change: null }];
  if (word?.type === 'merge') return mergeWishes(hearing, stores);
  if (word?.type === 'split') return splitWishes(word.text, heard);
  if (word?.type === 'inspect') return [{ type: 'inspect', reading: inspected(word.text, hearing) }];
  if (word?.type === 'visit') return fileVisits(reading, word.visit, heard);
  if (word?.type === 'visitLog') return [logOf(word.name, hearing)];
  if (word?.type === 'withdrawVisit') return [withdrawalOf(word.name, hearing)];
  const wish = wishOf(reading);
  if (wish) return aboutCases(wish, heard);
  const at = atBot(hearing.world.botName, hearing.private);
  if (word?.type === 'file') return [{ type: 'say', text: refusals.nothingToFile({ at }) }];
  if (word || reading.reply)
    return [{ type: 'say', text: refusals.notInThisVersion({ what: reading.text.slice(0, 12) }) }];
  if (reading.intent === 'report') return reports(heard);
  if (reading.intent === 'query') return [aboutPolicy(heard)];
  return bareNumberOrSilence(heard);
}

async function followUp(answer: Answered, heard: Heard): Promise<Wish[]> {
  if (answer.type === 'handOver') {
    const { from, to, day } = answer.question;
    return [{ type: 'settleHandOver', from, to, day }];
  }
  if (answer.type === 'anyway') return fileReports(answer.reading, answer.inbox, heard);
  if (answer.type === 'visited') return visitedAfterAll(answer, heard);
  if (answer.type === 'calendar') return [{ type: 'setCalendar', change: answer.change }];
  const { question } = answer;
  if (answer.type === 'none') return [askByName(question, heard.hearing)];
  const { inbox, problems, onBehalf } = question;
  return wishesFor(problems, { inbox, subject: answer.subject, onBehalf }, heard);
}

/** As an enterprise would be understood: that is what the office wants to know. */
function inspected(text: string, hearing: Hearing): Reading {
  return understand({ ...listenedAs(hearing), text, said: hearing.row.saidAt, speaker: 'subject' });
}

/** A question about a policy is answered with who can tell, and can still be made a report. */
function aboutPolicy({ hearing, reading }: Heard): Wish {
  const at = atBot(hearing.world.botName, hearing.private);
  if (isOfficial(hearing.speaker)) return { type: 'say', text: refusals.fallback({ at }) };
  const whose = subjectOfReport({ enterprise: null, respondent: null }, null, hearing);
  const unit =
    'subject' in whose ? responsibleUnit({ confidential: false, subject: whose.subject }, hearing.world) : null;
  return { type: 'say', text: policyQuestion({ unit: unit?.name ?? null, at }), asks: laterReport(hearing, reading) };
}

/** What was not taken for a report can be made one by 上报. */
function laterReport({ row }: Hearing, reading: Reading): Question {
  return { type: 'fileAnyway', inbox: row._id, at: row.saidAt, text: reading.text, quote: null };
}

/** A number alone asks where that case stands (or brings the survey's questions); anything else that is no command gets silence. */
async function bareNumberOrSilence(heard: Heard): Promise<Wish[]> {
  const { reading } = heard;
  const isForFiles = heard.conversation.files !== null;
  if (!isForFiles && reading.numbers.length > 0 && reading.text.length <= 4) return ask('progress', heard);
  const added = await supplementToLast(heard);
  if (added) return [added];
  const isWords = reading.because.rule === 'nothing' && !isOfficial(heard.hearing.speaker);
  return [{ type: 'say', text: null, ...(isWords ? { asks: laterReport(heard.hearing, reading) } : {}) }];
}

async function ask(what: QueryTopic, heard: Heard): Promise<Wish[]> {
  if (what !== 'progress' && what !== 'basis' && what !== 'evidence') return [{ type: 'query', what, caseId: null }];
  const { numbers } = heard.reading;
  const { lastCase } = heard.conversation;
  const example = QUESTIONS[what];
  const picked = await pickCases({ type: 'query', example, numbers, lastCase }, heard.hearing, heard.stores);
  if ('say' in picked) return [{ type: 'say', text: picked.say }];
  return picked.ids.map((caseId) => ({ type: 'query', what, caseId }));
}

const QUESTIONS = { progress: '进度', basis: '期限依据', evidence: '依据' } as const;

async function aboutCases(wish: WishDraft, heard: Heard): Promise<Wish[]> {
  const { reading, conversation } = heard;
  const picked = await pickCases(
    { type: wish.type, example: COMMAND_WORDS[wish.type], numbers: reading.numbers, lastCase: conversation.lastCase },
    heard.hearing,
    heard.stores,
  );
  if (!(await isMeant(wish, picked, heard)))
    return [{ type: 'say', text: null, asks: laterReport(heard.hearing, reading) }];
  if ('say' in picked) return [{ type: 'say', text: picked.say }];
  return picked.ids.map((caseId) => ({ ...wish, caseId }));
}

/** 真不错 answers a survey only where one was held, 好的 confirms only where a draft waits; said about nothing, both are pleasantries; a plain statement needs a case that it can be about. */
async function isMeant(wish: WishDraft, picked: Picked, { reading, stores }: Heard): Promise<boolean> {
  const isNod = wish.type === 'confirm' && reading.intent === 'chitchat';
  if (reading.because.rule === 'statement' && 'say' in picked) return reading.numbers.length > 0;
  if (reading.numbers.length > 0 || !(isNod || wish.type === 'answerSurvey')) return true;
  if ('say' in picked) return picked.asks;
  const docs = await Promise.all(picked.ids.map((id) => stores.cases.get(id)));
  return docs.some((doc) => doc && (isNod ? doc.snapshot.status === 'draft' : doc.snapshot.closures.length > 0));
}

async function reports(heard: Heard): Promise<Wish[]> {
  const { reading, hearing } = heard;
  const isFilling = reading.problems.every((problem) => !hasTrouble(problem));
  const added = isFilling && reading.because.rule !== 'saidToReport' ? await supplementToLast(heard) : null;
  return added ? [added] : fileReports(reading, hearing.row._id, heard);
}

/** Words of trouble or of asking: what has one of them tells of a problem, whatever its kind. */
const TROUBLE = /[没未无不坏缺难拖停断漏堵]|希望|解决|协调|帮|请|求/;

/** False for what only fills a report in: a name and a telephone, a sum, a date. */
function hasTrouble(problem: ProblemReading): boolean {
  return problem.category !== '其他' || problem.enterprise !== null || TROUBLE.test(problem.text);
}

/** Thanks and greetings, which add nothing to a report. */
const PLEASANTRY = /谢|辛苦|您好|你好|麻烦|拜托|再见|早上好|下午好/;
const SHORTEST_SUPPLEMENT = 10;

/**
 * What the reporter adds within two minutes of a draft belongs to it when it has no problem of its own; a second problem,
 * however alike, is a report of its own (design.md section 4, Draft).
 */
async function supplementToLast({ reading, conversation, hearing, stores }: Heard): Promise<Wish | null> {
  const last = conversation.lastReport;
  if (!last || hearing.row.saidAt.getTime() - last.at.getTime() >= SUPPLEMENT_WINDOW_MS) return null;
  const tells =
    /\d/.test(reading.text) || (reading.text.length >= SHORTEST_SUPPLEMENT && !PLEASANTRY.test(reading.text));
  const doc = tells ? await stores.cases.get(last.caseId) : null;
  return doc?.snapshot.status === 'draft' ? { type: 'supplement', caseId: doc._id, text: reading.text } : null;
}
