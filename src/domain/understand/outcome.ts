import type { ClosureOutcome } from '../closure.ts';
import type { CleanText } from './clean-text.ts';
import { findReason } from './reason.ts';

/** 转法定途径 may be said, but is the office's to decide. */
export type OutcomeSaid = ClosureOutcome | 'redirected';

/** 部分解决：X and the like: how a case ends when not by the usual 已办结，X. */
export interface CloseWord {
  type: 'close';
  outcome: OutcomeSaid;
  /** What was said about it; for 暂无法办结 the reason. Empty when nothing was. */
  text: string;
}

/** 同意办结, 退回重办，因为X: the office's 审核. */
export interface RuleClosureWord {
  type: 'ruleClosure';
  granted: boolean;
  reason: string | null;
}

export type ClosingWord = CloseWord | RuleClosureWord;

const APPROVAL = /^(?:审核)?(?:同意|批准|准予)(?:该件|此件|其)?办结(?=$|[,。;:!\s])/;
const REFUSAL = /^(?:审核)?(?:退回重办|驳回办结|不(?:予)?(?:同意|批准)办结)(?=$|[,。;:!\s因由])/;

/** How the office rules on a closure; null when it does not. */
export function readClosureRuling({
  spaced,
  asWritten,
}: Pick<CleanText, 'spaced' | 'asWritten'>): RuleClosureWord | null {
  if (APPROVAL.test(spaced)) return { type: 'ruleClosure', granted: true, reason: null };
  const refusal = REFUSAL.exec(spaced)?.[0];
  if (refusal === undefined) return null;
  const rest = spaced.slice(refusal.length);
  const reason = findReason(rest) ?? rest.replace(LED_IN, '').trim();
  return { type: 'ruleClosure', granted: false, reason: reason ? asWritten(reason) : null };
}

/** 已办结， before an outcome; without it only the plain name of an outcome will do, lest an account of the work be taken for its end. */
const CLOSED = /^(?:该?(?:问题|件)?)?(?:已经?|现已|均已)?(?:办结|办理完毕|办理完结)了?[,:;。\s]+/;
const NAMED: readonly (readonly [OutcomeSaid, RegExp])[] = [
  ['unable', /^暂时?(?:无法|不能)办结(?:$|(?=[,:;。\s因由]))/],
  ['unreachable', /^(?:无法联系|联系不上)(?:到|上)?(?:企业|反映人|诉求人|对方)?(?:$|(?=[,:;。\s因]))/],
  ['partly', /^部分(?:解决|办结)(?=[,:;。\s]|$)/],
  ['explained', /^(?:已)?解释说明(?=[,:;\s]|$)/],
  ['planned', /^(?:已)?(?:列入|纳入)计划(?=[,:;\s]|$)/],
];
const AFTER_CLOSED: readonly (readonly [OutcomeSaid, RegExp])[] = [
  ...NAMED,
  ['unable', /^(?:但|目前)?暂时?(?:无法|不能)(?:办理|解决)/],
  ['unreachable', /^(?:多次)?(?:无法联系|联系不上)(?:到|上)?(?:企业|反映人|诉求人|对方)?/],
  ['partly', /^(?:已|问题)?(?:已)?部分(?:得到)?(?:解决|办结)/],
  ['explained', /^(?:已)?(?:向企业|对企业)?(?:做好|作好|做了|作了|作出|予以)?(?:政策)?解释说明/],
  ['planned', /^(?:已)?(?:列入|纳入)[^,。;:]{0,12}(?:计划|规划)/],
  [
    'redirected',
    /^(?:已|应|建议)?(?:转|走|引导至?|告知)(?:入|向)?(?:法定|法律|司法|诉讼|仲裁|信访|复议)(?:途径|程序|渠道)?/,
  ],
  ['withdrawn', /^(?:反映)?企业(?:已经?|主动|自愿|自行|要求|申请|决定){0,2}撤(?:回|销|诉|单)/],
];
const LED_IN = /^[,:;。\s]+/;

/** How an official says that a case ends: 部分解决：X, 已办结，解释说明：X, 暂无法办结，因为X. Null for the usual 已办结，X. */
export function readOutcome({ spaced, asWritten }: Pick<CleanText, 'spaced' | 'asWritten'>): CloseWord | null {
  const prefix = CLOSED.exec(spaced)?.[0] ?? '';
  const rest = spaced.slice(prefix.length);
  for (const [outcome, pattern] of prefix ? AFTER_CLOSED : NAMED) {
    const name = pattern.exec(rest)?.[0];
    if (name === undefined) continue;
    const after = rest.slice(name.length);
    // 列入明年改造计划 or 已向企业解释说明 say something themselves; the mere name of an outcome does not.
    const told = SAYS_MORE.test(name) ? rest : after;
    const text = (outcome === 'unable' && findReason(after)) || told.replace(LED_IN, '').trim();
    return { type: 'close', outcome, text: text && asWritten(text) };
  }
  return null;
}

const SAYS_MORE = /(?:列入|纳入)(?!计划)|企业.*(?:解释|撤)/;
