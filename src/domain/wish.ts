import type { Wish } from './command.ts';
import type { Reading, ReplyReading, Word } from './understand/reading.ts';

/** What is wanted, before it is known of which case. */
export type WishDraft = DistributiveOmit<
  Exclude<Wish, { type: 'report' | 'bind' | 'say' | 'query' | 'inspect' }>,
  'caseId'
>;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** The wish about a case that a reading expresses; null when it expresses none (a report, a question, a pleasantry). */
export function wishOf(reading: Reading): WishDraft | null {
  if (reading.word) return wishOfWord(reading.word);
  if (reading.reply) return wishOfReply(reading.reply, reading.text);
  const { rating } = reading;
  if (!rating) return null;
  return { type: 'answerSurvey', rating: { resolved: rating.resolved, onTime: rating.onTime, score: rating.score } };
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
    case 'urge':
    case 'ruleReturn':
    case 'bind':
    case 'file':
    case 'inspect':
    case 'query':
      return null;
  }
}

/** Shorter words only name what was done, and say nothing of it. */
const TELLS = 8;

function wishOfReply(reply: ReplyReading, text: string): WishDraft | null {
  const day = reply.deadline?.date ?? null;
  const said = reply.deadline?.expr ?? '';
  const { reason } = reply;
  const content = reason ?? (text.length >= TELLS ? text : '');
  switch (reply.action) {
    case 'accept':
      // 收到，三个工作日内办结: a promise says more than the receipt.
      return day ? { type: 'commit', day, said, reason } : { type: 'accept' };
    case 'commit':
      return { type: 'commit', day, said, reason };
    case 'transfer':
      return { type: 'transfer', unitName: reply.transferTo ?? '', reason };
    case 'defer':
      return { type: 'extend', to: day, reason };
    case 'resolve':
      return { type: 'resolve', text: content };
    case 'progress':
      return { type: 'progress', text: content };
    case 'reject':
    case 'need_info':
      return null;
  }
}
