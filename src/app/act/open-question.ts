import type { CalendarChange } from '../../domain/calendar-entry.ts';
import { type HandOverPreview, QUESTION_MS, type Question, type WhichVisited } from '../../domain/question.ts';
import { readChoice } from '../../domain/understand/choice.ts';
import { buildMatcher, understand } from '../../domain/understand/index.ts';
import { isOfficial } from '../../domain/understand/speaker.ts';
import type { Subject } from '../../domain/roster.ts';
import type { Reading } from '../../domain/understand/reading.ts';
import type { Conversation } from '../../store/conversation-store.ts';
import { listenedAs, type Hearing } from './hearing.ts';

/** What a message answers to the question that waits for it. */
export type Answered =
  /** The enterprise is known now: the waiting report is filed. */
  | { type: 'file'; question: Question & { type: 'whichSubject' }; subject: Pick<Subject, 'id' | 'name'> }
  /** None of those that were offered. */
  | { type: 'none'; question: Question & { type: 'whichSubject' } }
  /** Whom the visit was to; null for none of those that were offered. */
  | { type: 'visited'; question: WhichVisited; subject: Pick<Subject, 'id' | 'name'> | null }
  /** What had been said is a report after all. */
  | { type: 'anyway'; inbox: string; reading: Reading }
  /** The office agrees to a handover. */
  | { type: 'handOver'; question: HandOverPreview }
  /** The change of the calendar that was shown. */
  | { type: 'calendar'; change: CalendarChange };

/** The answer that a message gives to the conversation's open question; null when it speaks of something else. */
export function answerToQuestion(reading: Reading, conversation: Conversation, hearing: Hearing): Answered | null {
  const { question } = conversation;
  const { saidAt } = hearing.row;
  if (!question || saidAt.getTime() - question.at.getTime() > QUESTION_MS) return null;
  // Who quotes the question quotes the numbers that it lists.
  if (question.type === 'confirmCalendar')
    return reading.word?.type === 'confirmCalendar' ? { type: 'calendar', change: question.change } : null;
  if (reading.numbers.length > 0) return null;
  if (question.type === 'handOver')
    return reading.word?.type === 'confirmHandOver' ? { type: 'handOver', question } : null;
  if (question.type === 'confirmUrging') return null;
  if (question.type === 'fileAnyway') {
    if (!saysFile(hearing)) return null;
    const { text, quote, at } = question;
    return {
      type: 'anyway',
      inbox: question.inbox,
      reading: understand({ ...listenedAs(hearing), text, quote, said: at, isReport: true }),
    };
  }
  const choice = readChoice(reading.text, question.candidates.length);
  const isVisit = question.type === 'whichVisited';
  if (choice === 'none') return isVisit ? { type: 'visited', question, subject: null } : { type: 'none', question };
  const chosen = choice === null ? named(reading, hearing) : question.candidates[choice];
  if (!chosen) return null;
  return isVisit ? { type: 'visited', question, subject: chosen } : { type: 'file', question, subject: chosen };
}

/** 上报 answers our question also when it quotes it. */
function saysFile(hearing: Hearing): boolean {
  const { text, saidAt } = hearing.row;
  return understand({ ...listenedAs(hearing), text, said: saidAt }).word?.type === 'file';
}

/** A name alone, e.g. 盛弘机械: longer words are a message of their own. */
const LONGEST_NAME = 40;

/** The words themselves must name the enterprise: what the sender is bound to answers nothing. */
function named(reading: Reading, { actor, speaker, world }: Hearing): Pick<Subject, 'id' | 'name'> | null {
  const { text, word, intent } = reading;
  if (word || intent === 'report' || text.length > LONGEST_NAME || /[，。！？；,!?;\n]/.test(text)) return null;
  const { subjects } = world.roster;
  const own = actor?.subjects.flatMap((id) => subjects.get(id) ?? []) ?? [];
  const among = isOfficial(speaker) ? [...subjects.values()] : own;
  const found = buildMatcher(among).match(text.replace(/^(?:是|就是|我们?是)/, '')).subject;
  return among.find((subject) => subject.name === found) ?? null;
}
