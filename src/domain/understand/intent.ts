import { scoreCategories } from './category/classify.ts';
import { weigh } from './evidence.ts';
import type { Intent, RatingReading, ReplyReading, Speaker, Word } from './reading.ts';
import { isOfficial } from './speaker.ts';
import { isNod } from './words.ts';

/** What has been found in a message before its kind is settled. */
export interface Findings {
  /** Half-width, without mentions, spaces dropped. */
  folded: string;
  speaker: Speaker;
  asked: boolean;
  word: Word | null;
  reply: ReplyReading | null;
  rating: RatingReading | null;
  hasDeadline: boolean;
}

/** What a client writes in place of a picture, a sticker or a voice message. */
const PLACEHOLDER = /\[[^[\]]{1,12}\]|\d{1,3}["″']/g;
const WORDLESS = /^[^\p{L}\p{N}]*$/u;
const ON_BEHALF =
  /^代\s?.{2,30}?\s?(?:报|提|上报|反映)(?:[:：,]|$)|(?:走访|调研|座谈)[^。]{0,24}(?:反映|提出|诉求)|(?<!您)(?<!您所)(?:企业|公司|厂)(?:反映|提出)[:：,]?[^。]*(?:没|未|不|难|缺|停|想|希望)/;
const AD = 5;

/** What kind of message it is. The same words mean different things from different people. */
export function readIntent(found: Findings): Intent {
  const { folded, word } = found;
  if (WORDLESS.test(folded.replace(PLACEHOLDER, '')) && !found.reply && !found.rating) return 'chitchat';
  if (word) return intentOfWord(found, word);
  return isOfficial(found.speaker) ? officialIntent(found) : subjectIntent(found);
}

function intentOfWord({ folded, asked, rating }: Findings, word: Word): Intent {
  if (asked && rating && word.type === 'confirm') return 'survey';
  if (word.type === 'query' || word.type === 'urge') return 'query';
  if (word.type === 'confirm' && isNod(folded)) return 'chitchat';
  return 'reply';
}

function officialIntent(found: Findings): Intent {
  const { folded, reply, rating, asked } = found;
  const { report, query, chat } = weigh(folded);
  if (asked && rating && !reply) return 'survey';
  if (ON_BEHALF.test(folded) && !/您(?:所)?反映/.test(folded)) return 'report';
  if (chat >= AD) return 'chitchat';
  if (query >= 3 && query > report && (!reply || reply.action === 'accept' || reply.action === 'progress'))
    return 'query';
  if (reply && !(chat >= 2 && reply.action === 'accept' && !/收到|同意/.test(folded))) return 'reply';
  if (chat > 0 && chat >= report) return 'chitchat';
  if (query >= 2 && query >= report) return 'query';
  if (rating && isShort(folded)) return 'survey';
  return report >= 4 ? 'report' : 'chitchat';
}

function subjectIntent(found: Findings): Intent {
  const { folded, rating, asked, hasDeadline } = found;
  const weights = weigh(folded);
  const matter = scoreCategories(folded).size > 0 ? 1 : 0;
  const report = weights.report + (hasDeadline ? 2 : 0) + matter;
  if (rating && isAnswer(found, report) && !isNews(found, report)) return 'survey';
  if (weights.chat >= AD && weights.chat >= report) return 'chitchat';
  if (asked && rating && !isNews(found, report)) return 'survey';
  if (weights.chat >= 2 && weights.chat >= report - matter && weights.chat > weights.query) return 'chitchat';
  if (weights.query >= 2 && weights.query >= report) return 'query';
  if (report >= 2) return 'report';
  if (weights.query >= 2) return 'query';
  return report > 0 && folded.length >= 8 ? 'report' : 'chitchat';
}

/** Words of satisfaction or closure answer the survey, unless the message goes on to tell of trouble. */
function isAnswer({ folded, rating, asked }: Findings, report: number): boolean {
  if (!rating) return false;
  if (/但(?:是)?(?:现在)?又|新(?:的)?问题|另外|还有(?:个|一个)/.test(folded)) return false;
  if (!asked && !isShort(folded) && report >= 5) return false;
  if (rating.score !== null) return true;
  if (rating.resolved === 'partly') return isShort(folded);
  if (rating.resolved === 'yes')
    return asked || /^(?:问题)?(?:已|都|全部)?(?:经)?解决了?(?:$|[,。!])|办好了|到账了/.test(folded.slice(0, 30));
  if (rating.onTime !== null && rating.resolved !== null) return true;
  return rating.resolved === 'no' && isShort(folded) && folded.slice(0, 8).includes('解决');
}

/** Words that go back to what was asked about: an answer to its question, or that the same trouble goes on. */
const GOES_BACK = /^.{0,6}(?:解决|满意|按期|超期|按时|办好|办结|到账)|继续|还是|依然|仍|还没|还未|上次|之前(?:反映|报)/;

/** Trouble told afresh while a survey is open is a report of its own: taken for 未解决, it would be lost and reopen another case. */
function isNews({ folded, rating }: Findings, report: number): boolean {
  return rating?.score === null && rating.resolved === 'no' && report >= 4 && !GOES_BACK.test(folded);
}

function isShort(folded: string): boolean {
  return folded.length <= 30;
}
