import { type Day, dayOf } from '../day.ts';
import type { CleanText } from './clean-text.ts';
import { weigh } from './evidence.ts';
import { foldText } from './fold-text.ts';
import type { Speaker } from './reading.ts';
import { isOfficial } from './speaker.ts';
import { readVisitDay, WHEN } from './visit-day.ts';

/** 走访: somebody of the city tells of having been at an enterprise or a project. */
export interface VisitReading {
  /** Those visited, as written; at least one. */
  names: string[];
  /** The day of the visit; null when the words name none that exists, or do not say which. */
  day: Day | null;
  /** What stands before the verb, where a leader may be named: 陪同张明副市长. */
  who: string;
  /** What was seen and heard, as written; empty when nothing is said of it. */
  text: string;
  /** The part of it that tells of a problem; null when there is none. */
  told: string | null;
}

/** 走访 X：…, a visit told of; 走访记录 X, what has been told; 撤回走访 X, that it was told wrongly. */
export type VisitWord =
  | { type: 'visit'; visit: VisitReading }
  | { type: 'visitLog'; name: string | null }
  | { type: 'withdrawVisit'; name: string | null };

const VERB_BEFORE = '(?:实地|上门|现场)*(?:走访(?:调研|慰问)?|入企(?:走访|调研|服务)|(?:看望|慰问|调研)(?=了))';
const VERB_AFTER = '(?:进行|开展)?(?:实地|上门|现场)*(?:走访|调研|看望|慰问)(?:调研|慰问)?';
const WHO = `(?<when>${WHEN})?[,\\s]?(?<who>[^,。;:!?\\d\\n]{0,20}?)(?<late>${WHEN})?`;
const NAMES = '(?<names>[^,。;:!?\\n\\s]{2,60}?)';
const HEARD =
  '(?:了解到?|发现|得知|(?:企业|公司)?(?:负责人)?(?:反映|提出|表示)|没有?发现|没有?问题|未发现|无问题|一切正常|(?:生产|经营|运行)[^,。]{0,4}正常)';
const END = `(?:时|中|期间)?(?=$|[,。;:!?\\n\\s]|${HEARD})`;
const FORMS = [
  new RegExp(`^${WHO}${VERB_BEFORE}[了过完]*(?:一下)?[:\\s]*${NAMES}${END}`),
  new RegExp(`^${WHO}(?:到|赴|去|前往|深入)[:\\s]*${NAMES}${VERB_AFTER}[了过完]*${END}`),
];
/** Asked of others, planned, denied or told of somebody else's telling: no visit of theirs. */
const NO_STATEMENT = /请|建议|[应需要将拟未没不]|计划|准备|打算|安排|督促|希望|通知|企业|反映|代(?!表)|[收提得直]$/;
/** 走访企业, 走访时, 走访记录: nobody in particular. */
const NOBODY =
  /^(?:时|中|后|前|的|过程|期间|记录|情况|台账|计划|方案|工作|活动|安排|我|你|他|群众|企业|公司|项目|辖区|包联|各|全[市县区]|几|多|部分|有关|相关|重点|困难|这|那|该|所有|[一二两三四五六七八九十\d]+[家个户次])/;
const SUMMING = /(?:等(?:[一二两三四五六七八九十\d]+[家个])?|[一二两三四五六七八九十\d]+[家个])(?:企业|项目|单位)?$/;

/** Whoever tells of a visit says so at once. */
const OPENING = 120;

const NO_PROBLEM =
  /(?:没有?|未|暂?无)(?:发现|反映|提出|遇到|存在|什么|任何|新的?|明显|需要?|其他|要|解决|协调|的)*(?:问题|困难|诉求|异常|隐患)|(?:一切|生产|经营|运行|运转)[^,。;]{0,8}(?:正常|平稳|良好|稳定)|(?:问题|困难)?[已都均](?:经|当场|现场|全部)*(?:解决|答复|协调好)/g;
const PROBLEM = /[难缺堵困欠贵卡]|希望|想|诉求|不足|不够|(?:发现|存在)[^,。]{0,12}问题/;
const LEAD =
  /^(?:现场|当场|主要)?(?:了解到|了解|发现(?:的?[一二两三四五\d]?个?(?:问题|困难))?(?:有|是)?|得知|(?:企业|公司)?(?:负责人)?(?:反映|提出|表示))[:,]?\s*/;

/** The visit that a message tells of; null when it tells of none. What carries a case number is about that case. */
export function readVisit(
  { spaced, asWritten, numbers }: CleanText,
  { speaker, said }: { speaker: Speaker; said: Date },
): VisitReading | null {
  if (!speaksOfVisit(spaced, speaker) || numbers.length > 0) return null;
  const found = FORMS.map((form) => form.exec(spaced)).find((match) => match !== null);
  const { when = '', who = '', late = '', names = '' } = found?.groups ?? {};
  if (!found || NO_STATEMENT.test(who) || NOBODY.test(names)) return null;
  const today = dayOf(said);
  const rest = spaced.slice(found[0].length).replace(/^[\s,。;:!]+/, '');
  const day = readVisitDay(when || late, today);
  // What is to come and says more than where to is a promise or a plan.
  if (day !== null && day > today && rest !== '') return null;
  const told = problemOf(rest);
  return {
    names: namesOf(names),
    day,
    who,
    text: rest && asWritten(rest),
    told: told && asWritten(told),
  };
}

/** Few messages do; the forms above cost more than to look. */
function speaksOfVisit(spaced: string, speaker: Speaker): boolean {
  return isOfficial(speaker) && /走访|入企|调研|看望|慰问/.test(spaced.slice(0, OPENING));
}

/** 走访记录 alone, or of one enterprise; null when the message asks for no records. */
export function readVisitLog(spaced: string, speaker: Speaker): { name: string | null } | null {
  if (!speaksOfVisit(spaced, speaker)) return null;
  const found =
    /^(?:查(?:看|询|一下)?|看(?:一下|看)?)?(?:我的)?(?<before>[^\s,。:?]{2,40}?)??的?走访(?:记录|台账)[:,\s]*(?<after>[^\s,。:?]{2,40})?[?。]*$/.exec(
      spaced,
    );
  return found ? { name: found.groups?.['before'] ?? found.groups?.['after'] ?? null } : null;
}

function namesOf(words: string): string[] {
  const names = words.replace(SUMMING, '').split(/、|以及|及/);
  return names.map((name) => name.trim()).filter((name) => name.length >= 2);
}

function problemOf(rest: string): string | null {
  const left = rest.replace(NO_PROBLEM, '');
  const tells = PROBLEM.test(left) || weigh(foldText(left).text).report >= 2;
  return tells ? rest.replace(LEAD, '') : null;
}
