import { QUESTION_MS, type Question } from '../../domain/question.ts';
import { readChoice } from '../../domain/understand/choice.ts';
import { understand } from '../../domain/understand/index.ts';
import type { Subject } from '../../domain/roster.ts';
import type { Reading } from '../../domain/understand/reading.ts';
import type { Conversation } from '../../store/conversation-store.ts';
import { listenedAs, type Hearing } from './hearing.ts';
import { subjectOfReport } from './report-subject.ts';

/** What a message answers to the question that waits for it. */
export type Answered =
  /** The enterprise is known now: the waiting report is filed. */
  | { type: 'file'; question: Question & { type: 'whichSubject' }; subject: Pick<Subject, 'id' | 'name'> }
  /** None of those that were offered. */
  | { type: 'none'; question: Question & { type: 'whichSubject' } }
  /** What had been said is a report after all. */
  | { type: 'anyway'; inbox: string; reading: Reading };

/** The answer that a message gives to the conversation's open question; null when it speaks of something else. */
export function answerToQuestion(reading: Reading, conversation: Conversation, hearing: Hearing): Answered | null {
  const { question } = conversation;
  const { saidAt } = hearing.row;
  if (!question || saidAt.getTime() - question.at.getTime() > QUESTION_MS || reading.numbers.length > 0) return null;
  if (question.type === 'fileAnyway') {
    if (reading.word?.type !== 'file') return null;
    const { text, quote, at } = question;
    return {
      type: 'anyway',
      inbox: question.inbox,
      reading: understand({ ...listenedAs(hearing), text, quote, said: at, isReport: true }),
    };
  }
  const choice = readChoice(reading.text, question.candidates.length);
  if (choice === 'none') return { type: 'none', question };
  const chosen = choice === null ? named(reading, hearing) : question.candidates[choice];
  return chosen ? { type: 'file', question, subject: chosen } : null;
}

/** A name alone, e.g. 盛弘机械: longer words are a message of their own. */
const LONGEST_NAME = 40;

function named(reading: Reading, hearing: Hearing): Pick<Subject, 'id' | 'name'> | null {
  const { text } = reading;
  if (reading.word || text.length > LONGEST_NAME || /[，。！？；,!?;\n]/.test(text)) return null;
  const whose = subjectOfReport(
    { enterprise: text.replace(/^(?:是|就是|我们?是)/, ''), respondent: null },
    null,
    hearing,
  );
  return 'subject' in whose ? whose.subject : null;
}
