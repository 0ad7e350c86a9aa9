import type { ClosureOutcome } from '../closure.ts';
import { bigramsOf } from './company/similarity.ts';
import { toHalfWidth } from './fold-text.ts';
import { findPhone } from './phone.ts';

/** What an answer at 办结 is without. Each is found only where it is plain: an honest answer in unusual words passes. */
export interface AnswerLacks {
  /** It promises, or says no more than that the case is done. */
  result: boolean;
  /** The numbered points of the problem that it passes over, while it speaks of others. */
  points: string[];
  /** It names no day. */
  date: boolean;
  /** It names nobody to call. */
  contact: boolean;
}

/** What an answer is without. `problem` is the case's text as reported. */
export function lacksOf(answer: { text: string; outcome: ClosureOutcome }, problem: string): AnswerLacks {
  const text = toHalfWidth(answer.text);
  const owesResult = answer.outcome === 'solved' || answer.outcome === 'partly';
  return {
    result: isEmpty(text) || (owesResult && onlyPromises(text)),
    points: untouched(pointsOf(toHalfWidth(problem)), text),
    date: !DATE.test(text),
    contact: findPhone(text) === null,
  };
}

/** Words that say that it is done, and not what. */
const FILLER =
  /按要求|按规定|按程序|按流程|请(?:放心|知悉|查收)|谢谢|感谢|您好|你好|问题|诉求|事项|此事|该件|企业|相关|有关|已经|现已|均已|全部|妥善|圆满|顺利|及时|依法|处理|处置|解决|办结|办理|完毕|完成|落实|到位|结束|办好|办完|[已经现均都全该此此件事了好完的]/g;
const SAYS_NOTHING = 2;

function isEmpty(text: string): boolean {
  return text.replace(FILLER, '').replace(/[^\p{L}\p{N}]/gu, '').length < SAYS_NOTHING;
}

const PROMISE =
  /正(?:在|积极|抓紧)|拟|将(?!军)|尽快|尽早|下一步|接下来|后续|抓紧|计划|争取|力争|(?:进一步|积极|持续|加快|继续)(?:协调|推进|推动|研究|跟进|对接|沟通|落实)|研究(?:中|解决|处理)|协调中|跟进|高度重视|待[^,。;]{1,12}后/;
/** A deed done. What merely sets the work going is none. */
const DEED =
  /已(?!经?(?:安排|启动|开始|着手|联系|对接|协调(?!解决|好|完成|到位|一致)|沟通|上报|转交|转办|受理|收悉|研究|部署|责成|要求|列入|纳入|高度))|到账|付清|结清|(?:办|发|领|修|接|装|批|通|清|拆|补|退|签|招)(?:好|完|妥|到|上|通|下来)|完成|通过|恢复|[^为]了(?:$|[,。;!])/;

/** True when some clause promises and none tells of a deed. */
function onlyPromises(text: string): boolean {
  const clauses = text.split(/[,。;!\n]/).filter(Boolean);
  return clauses.some((clause) => PROMISE.test(clause)) && !clauses.some((clause) => isDeed(clause));
}

/** 已安排人员，将于近日完成: a promise of a deed is no deed. */
function isDeed(clause: string): boolean {
  return DEED.test(clause.replace(/(?:拟|将|尽快|争取|力争|计划|后续|下一步|待|抓紧|正在).*/, ''));
}

const DATE =
  /\d{1,2}月(?:\d{1,2}[日号]?|[初中底末]|[上中下]旬)|(?<!\d)\d{1,2}[日号](?!线)|20\d\d[-./]\d{1,2}|今(?:天|日|早|晨|晚|年)|昨|前天|当(?:天|日|场)|刚刚?|上(?:午|周|月)|下午|本(?:周|月)|(?:周|星期)[一二三四五六日天]/;

const POINT = /(?:^|[\s,。;:!?、])(?:(?:[1-9]|[一二三四五])[、.](?!\d)|\([1-9一二三四五]\))|[①②③④⑤⑥]|[一二三四五]是/g;
const SHORTEST_POINT = 4;

/** The points that a problem numbers: two to six; none when it numbers nothing. */
function pointsOf(problem: string): string[] {
  const found = [...problem.matchAll(POINT)];
  const points = found.map((match, i) => {
    const end = found[i + 1]?.index ?? problem.length;
    return problem.slice(match.index + match[0].length, end).split(/[。;\n]/)[0] ?? '';
  });
  const told = points.map((point) => point.replace(/^[\s,、:]+|[\s,、:]+$/g, ''));
  return told.length >= 2 && told.length <= 6 && told.every((point) => point.length >= SHORTEST_POINT) ? told : [];
}

/** Words in which an answer speaks for all points at once. */
const FOR_ALL = /全部|均|都|各项|所有|[两二三四五六](?:个|项|件)|一并/;
/** Pairs that stand in any problem tell of none. */
const COMMON = new Set(
  '问题 企业 我们 公司 希望 解决 协调 需要 没有 目前 进行 办理 处理 完成 已经 部门 相关 工作 情况'.split(' '),
);

/** The points of which the answer shares no word, provided that it plainly speaks of another: else it may use words of its own. */
function untouched(points: readonly string[], answer: string): string[] {
  if (points.length === 0 || FOR_ALL.test(answer) || answer.match(POINT)?.length === points.length) return [];
  const pairs = new Set(wordsOf(answer));
  const missed = points.filter((point) => !wordsOf(point).some((pair) => pairs.has(pair)));
  return missed.length < points.length ? missed : [];
}

function wordsOf(text: string): string[] {
  const runs = text.match(/\p{Script=Han}{2,}/gu) ?? [];
  return runs.flatMap((run) => bigramsOf(run)).filter((pair) => !COMMON.has(pair));
}
