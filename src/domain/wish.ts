import type { Wish } from './command.ts';
import type { Answer } from './event.ts';
import type { RatingReading, Reading, ReplyReading, Word } from './understand/reading.ts';

/** What is wanted, before it is known of which case. */
export type WishDraft = DistributiveOmit<
  Exclude<Extract<Wish, { caseId: string }>, { type: 'merge' | 'absorb' | 'split' | 'attach' }>,
  'caseId'
>;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** The wish about a case that a reading expresses; null when it expresses none (a report, a question, a pleasantry). */
export function wishOf(reading: Reading): WishDraft | null {
  if (reading.word) return wishOfWord(reading.word);
  if (reading.reply) return wishOfReply(reading.reply, reading.text);
  const { rating } = reading;
  if (!rating) return null;
  return { type: 'answerSurvey', rating: answerOf(rating) };
}

function answerOf(rating: RatingReading | null): Answer {
  return { resolved: rating?.resolved ?? null, onTime: rating?.onTime ?? null, score: rating?.score ?? null };
}

function wishOfWord(word: Word): WishDraft | null {
  switch (word.type) {
    case 'confirm':
    case 'withdraw':
    case 'undo':
      return { type: word.type };
    case 'correctCategory':
      return { type: 'correctCategory', category: word.category, said: word.said };
    case 'correctDeadline':
      return { type: 'correctDeadline', day: word.deadline?.date ?? null, expr: word.deadline?.expr ?? word.said };
    case 'supplement':
      return { type: 'supplement', text: word.text };
    case 'ruleExtension':
      return { type: 'rule', granted: word.granted, reason: word.reason };
    case 'ruleReturn':
      return { type: 'ruleReturn', granted: word.granted, reason: word.reason, unitName: word.unitName };
    case 'support':
      return {
        type: 'support',
        kind: word.kind,
        unitName: word.unitName,
        day: word.deadline?.date ?? null,
        dated: word.deadline !== null,
        task: word.task,
      };
    case 'supportDone':
      return { type: 'supportDone', text: word.text };
    case 'pause':
      return { type: 'pause', until: word.deadline?.date ?? null, reason: word.reason };
    case 'rulePause':
      return { type: 'rulePause', granted: word.granted, reason: word.reason };
    case 'resumeWork':
      return { type: 'resumeWork' };
    case 'ruleClosure':
      return { type: 'ruleClosure', granted: word.granted, reason: word.reason };
    case 'urge':
      return { type: 'urge' };
    case 'snooze':
      return { type: 'snooze', until: word.deadline?.date ?? null };
    case 'decline':
    case 'redirect':
      return { type: word.type, reason: word.reason };
    case 'suspend':
      return { type: 'suspend', until: word.deadline?.date ?? null, reason: word.reason };
    case 'close':
      return { type: 'resolve', text: word.text, outcome: word.outcome };
    case 'phoneSurvey':
      return { type: 'phoneSurvey', rating: answerOf(word.rating) };
    case 'urgeMany':
    case 'confirmUrging':
    case 'letter':
    case 'decision':
    case 'receive':
    case 'fulfil':
    case 'withdrawInstruction':
    case 'redateInstruction':
    case 'bind':
    case 'handOver':
    case 'confirmHandOver':
    case 'admit':
    case 'history':
    case 'turnAway':
    case 'file':
    case 'inspect':
    case 'visit':
    case 'visitLog':
    case 'withdrawVisit':
    case 'changeCalendar':
    case 'confirmCalendar':
    case 'merge':
    case 'split':
    case 'query':
      return null;
  }
}

/** Shorter words only name what was done, and say nothing of it. */
const TELLS = 8;

function wishOfReply(reply: ReplyReading, text: string): WishDraft | null {
  const day = reply.deadline?.date ?? null;
  const said = reply.deadline?.expr ?? '';
  const named = reply.deadline?.kind === 'day' || reply.deadline?.kind === 'dotted';
  const { reason } = reply;
  const content = reason ?? (text.length >= TELLS ? text : '');
  switch (reply.action) {
    case 'accept':
      // 收到，三个工作日内办结: a promise says more than the receipt.
      return day ? { type: 'commit', day, named, said, reason } : { type: 'accept' };
    case 'commit':
      return { type: 'commit', day, named, said, reason };
    case 'transfer':
      return { type: 'transfer', unitName: reply.transferTo ?? '', reason };
    case 'defer':
      return { type: 'extend', to: day, reason };
    case 'resolve':
      return { type: 'resolve', text: content, outcome: 'solved' };
    case 'progress':
      return { type: 'progress', text: content };
    case 'reject':
      return { type: 'giveBack', reason: reason ?? (text.length >= TELLS ? text : null), unitName: reply.transferTo };
    case 'need_info':
      return { type: 'askInfo', text };
  }
}
