import { speaksOfMatters } from './category/classify.ts';
import { weigh } from './evidence.ts';
import type { Intent, IntentReason, IntentRule, RatingReading, ReplyReading, Speaker, Word } from './reading.ts';
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
  /** The speaker has said that it is a report. */
  isReport: boolean;
}

/** What a client writes in place of a picture, a sticker or a voice message. */
const PLACEHOLDER = /\[[^[\]]{1,12}\]|\d{1,3}["″']/g;
const WORDLESS = /^[^\p{L}\p{N}]*$/u;
const ON_BEHALF =
  /(?:走访|调研|座谈)[^。]{0,24}(?:反映|提出|诉求)|(?<!您)(?<!您所)(?:企业|公司|厂)(?:反映|提出)[:：,]?[^。]*(?:没|未|不|难|缺|停|想|希望)/;
const AD = 5;
/** A denial or a complaint, when nothing else is known of a message. */
const FAINT = /[没不难缺堵断坏漏贵欠烂臭吵脏乱卡]|太[^,。谢好棒]/;
/** A question to the service, not a word about a case. */
const ENDS_ASKING = /[?]$|(?:吗|呢|几件|哪家|多少|没有?|看看|列给我|哪家的)[?。]*$/;
/** In a longer story a question or a kind word is a part, not the point, unless it is said clearly. */
const LONG = 60;
const CLEARLY = 6;
/** Asks for a list, whatever period it names. */
const ASKS_LIST = /导出|统计|汇总|列(?:出|个|一下)|查(?:一下|询|看)/;
/** Thanks that go along with taking something up are a receipt. */
const TAKES_UP = /收到|收悉|知悉|同意|没问题|牵头|研究|来信|留言|反映|建议|办理/;
/** What an official says at some length, greeting nobody and asking nothing, tells how far a case is. */
const STATEMENT = 10;

/** What kind of message it is, and by which rule. The same words mean different things from different people. */
export function readIntent(found: Findings): { intent: Intent; because: IntentReason } {
  const { report, query, chat, signs } = weigh(found.folded);
  const matter = speaksOfMatters(found.folded) ? 1 : 0;
  const isAdvert = signs.some((sign) => sign.speaksFor === 'chat' && sign.weight >= AD);
  const weights = { query, chat, report, isAdvert, trouble: report + (found.hasDeadline ? 2 : 0) + matter, matter };
  const [intent, rule] = decide({ ...found, ...weights });
  return { intent, because: { rule, signs } };
}

interface Weighed extends Findings {
  report: number;
  query: number;
  chat: number;
  /** `report`, and what an enterprise's message has besides: a term, a matter. */
  trouble: number;
  matter: number;
  /** Some one sign of an advert or a forwarded text. */
  isAdvert: boolean;
}

type Verdict = readonly [Intent, IntentRule];

function decide(m: Weighed): Verdict {
  if (m.isReport) return ['report', 'saidToReport'];
  if (WORDLESS.test(m.folded.replace(PLACEHOLDER, '')) && !m.reply && !m.rating) return ['chitchat', 'wordless'];
  if (m.word) return [intentOfWord(m, m.word), 'word'];
  return isOfficial(m.speaker) ? ofOfficial(m) : ofSubject(m);
}

function intentOfWord({ folded, asked, rating }: Findings, word: Word): Intent {
  if (asked && rating && word.type === 'confirm') return 'survey';
  if (word.type === 'visit' && word.visit.told) return 'report';
  if (word.type === 'query' || word.type === 'urge' || word.type === 'inspect' || word.type === 'visitLog')
    return 'query';
  if (word.type === 'confirm' && isNod(folded)) return 'chitchat';
  return 'reply';
}

function ofOfficial(m: Weighed): Verdict {
  const { folded, reply, rating, asked, report, query, chat } = m;
  if (asked && rating && !reply) return ['survey', 'surveyAnswer'];
  if (ON_BEHALF.test(folded) && !/您(?:所)?反映/.test(folded)) return ['report', 'onBehalf'];
  if (m.isAdvert) return ['chitchat', 'advert'];
  if (query >= 2 && reply?.action !== 'need_info' && ENDS_ASKING.test(folded)) return ['query', 'question'];
  const isLight = !reply || ASKS_LIST.test(folded) || reply.action === 'accept' || reply.action === 'progress';
  if (query >= 3 && query > report && isLight) return ['query', 'question'];
  if (reply && !(chat >= 2 && reply.action === 'accept' && !TAKES_UP.test(folded))) return ['reply', 'reply'];
  if (chat > 0 && chat >= report) return ['chitchat', 'pleasantry'];
  if (query >= 2 && query >= report) return ['query', 'question'];
  if (rating && isShort(folded)) return ['survey', 'surveyAnswer'];
  if (report >= 4) return ['report', 'trouble'];
  return folded.length >= STATEMENT && chat + query === 0 ? ['reply', 'statement'] : ['chitchat', 'nothing'];
}

/** 中秋快乐，顺便提一句：… The pleasantry is the opening, what follows the turn is the matter. */
const TURN = /顺便|顺带|不过|但是?|可是|只是|就是|另[外:,]|坏消息是|第一件事|高兴不起来|厚着脸皮/;
const SHORTEST_MATTER = 8;

function turnsToTrouble(folded: string): boolean {
  const turn = TURN.exec(folded);
  if (!turn) return false;
  const rest = folded.slice(turn.index + turn[0].length);
  const { report, chat } = weigh(rest);
  return rest.length >= SHORTEST_MATTER && chat < 2 && (report > 0 || FAINT.test(rest) || speaksOfMatters(rest));
}

function ofSubject(m: Weighed): Verdict {
  const { folded, rating, asked, query, chat, trouble, matter } = m;
  if (rating && isAnswer(m, trouble) && !isNews(m, trouble)) return ['survey', 'surveyAnswer'];
  if ((m.isAdvert || (chat >= AD && query < 3)) && chat >= trouble) return ['chitchat', 'advert'];
  if (asked && rating && !isNews(m, trouble)) return ['survey', 'surveyAnswer'];
  if (chat >= 2 && !m.isAdvert && turnsToTrouble(folded)) return ['report', 'trouble'];
  const isShortOrClear = folded.length <= LONG || chat >= 4;
  if (chat >= 2 && isShortOrClear && chat >= trouble - matter && chat > query) return ['chitchat', 'pleasantry'];
  const isQuestion = folded.length <= LONG || query >= CLEARLY || !FAINT.test(folded);
  if (isQuestion && query >= 2 && query >= trouble) return ['query', 'question'];
  if (isQuestion && query >= 1 && trouble <= matter) return ['query', 'question'];
  if (trouble >= 2) return ['report', 'trouble'];
  if (isQuestion && query >= 2) return ['query', 'question'];
  const isFaint = trouble > 0 || (query + chat === 0 && FAINT.test(folded));
  return isFaint && folded.length >= 8 ? ['report', 'faintTrouble'] : ['chitchat', 'nothing'];
}

/** Words of satisfaction or closure answer the survey, unless the message goes on to tell of trouble. */
function isAnswer({ folded, rating, asked }: Findings, report: number): boolean {
  if (!rating) return false;
  if (/但(?:是)?(?:现在)?又|新(?:的)?问题|另外|还有(?:个|一个)/.test(folded)) return false;
  if (!asked && !isShort(folded) && report >= 5) return false;
  if (!asked && report > 0 && rating.score !== null && !RATES.test(folded)) return false;
  if (rating.score !== null) return true;
  if (rating.resolved === 'partly') return isShort(folded);
  if (rating.resolved === 'yes')
    return asked || /^(?:问题)?(?:已|都|全部)?(?:经)?解决了?(?:$|[,。!])|办好了|到账了/.test(folded.slice(0, 30));
  if (rating.onTime !== null && rating.resolved !== null) return true;
  return rating.resolved === 'no' && isShort(folded) && /解决|办[结好完]|老样子/.test(folded.slice(0, 8));
}

/** Words that go back to what was asked about: an answer to its question, or that the same trouble goes on. */
const GOES_BACK = /^.{0,6}(?:解决|满意|按期|超期|按时|办好|办结|到账)|继续|还是|依然|仍|还没|还未|上次|之前(?:反映|报)/;

/** Trouble told afresh while a survey is open is a report of its own: taken for 未解决, it would be lost and reopen another case. */
function isNews({ folded, rating }: Findings, report: number): boolean {
  return rating?.score === null && rating.resolved === 'no' && report >= 4 && !GOES_BACK.test(folded);
}

/** Unasked, praise and blame beside a matter (路一塌糊涂) are about the matter, unless these words rate. */
const RATES = /满意|评|[分星]|解决|办[结好完]|回访/;

function isShort(folded: string): boolean {
  return folded.length <= 30;
}
