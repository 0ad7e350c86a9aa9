import { classify, namedCategory } from './category/classify.ts';
import { readCalendarWord } from './calendar-word.ts';
import type { CleanText } from './clean-text.ts';
import { parseDeadline, parseTime, type SaidAt } from './deadline/parse-deadline.ts';
import { readPause } from './pause-words.ts';
import { readPeopleWord } from './people-words.ts';
import { readInstruction } from './instruction-words.ts';
import { readLink } from './link-words.ts';
import { readQueryTopic } from './query-topic.ts';
import { readClosureRuling, readOutcome } from './outcome.ts';
import type { Speaker, Word } from './reading.ts';
import { readRating } from './rating.ts';
import { findReason } from './reason.ts';
import { isOfficial } from './speaker.ts';
import { readSupport } from './support-words.ts';
import { findTransferUnit } from './transfer.ts';
import { readUrging } from './urging-words.ts';
import { readVisit, readVisitLog } from './visit.ts';
import { readVisitWithdrawal } from './visit-withdrawal.ts';

/** Who says it, and when: the same word may be one person's command and another's small talk. */
export interface WordContext extends SaidAt {
  speaker: Speaker;
  /** The quoted message, which may be one of our numbered documents. */
  quote?: string | null;
}

type WordReader = (clean: CleanText, context: WordContext) => Word | null;

const CONFIRM =
  /^(?:我)?(?:确认|确定)(?:无误|没错|受理|提交|上报|一下|了|以上|是的)?[。!~]*$|^(?:以上|内容|信息|都)?(?:无误|没错|没有错|正确|属实|都对)[,的。!~]*(?:确认)?[。!]*$/;
const NOD =
  /^(?:好的?|好滴|好嘞|行|可以的?|嗯+|对的?|是的?|没问题|ok|okay|中|👌|\[OK\])(?:[,。!~ ]*(?:好的?|可以|行|嗯|没问题|谢谢|👌))?[。!~]*$/iu;
const WITHDRAW =
  /^(?:我(?:们)?(?:要|想)?|请|麻烦|申请|帮我?)?(?:撤回|撤销|撤诉|撤单|撤掉|撤了|取消(?!了?原)(?:上报|问题|提交|这条|诉求)?|作废|不报了|不用报了|先不报了|误报|报错了)[^?]{0,12}$/;
const CATEGORY =
  /^(?:请|麻烦)?(?:把|将)?(?:(?:改|修改|更改|调整|变更|更正)(?:一下)?(?:问题)?(?:类别|分类|类型)|(?:问题)?(?:类别|分类|类型)(?:有误|不对|错了)?[,，]?(?:改|应改|应该|应|调整|修改|更正)?)(?:应|该)?(?:成|为|到|是|属于)?[:,\s]*(.{1,24})$/;
const DEADLINE =
  /^(?:请|麻烦)?(?:把|将)?(?:(?:改|修改|更改|调整|变更|更正)(?:一下)?(?:办理|办结|解决)?(?:期限|时限|日期|时间|截止日期?)|(?:办理|办结|解决)?(?:期限|时限|截止日期?)(?:有误|不对|错了)?[,，]?(?:改|应改|应该|应|调整|修改|更正))(?:一下)?(?:成|为|到|是|至)?[:,\s]*(.{1,40})$/;
/** Said by the reporter: what was taken for a problem is none. */
const NO_PROBLEM =
  /^(?:这|这个|刚才(?:那个|说的)?|以上)?(?:不是|不算|并非)(?:什么|一个|个)?(?:问题|诉求)(?:$|[,。!].{0,16}$)/;
const UNDO =
  /^(?:请|麻烦|帮我)?(?:恢复(?:一下|原来的?|刚才的?|原状|原样)?|改回(?:去|来|原来的?)|(?:撤销|取消)(?:上一步|刚才的?|上次)?(?:撤回|修改|更正|更改|操作)|撤销上一步|不撤(?:回|销)?了|[点按改]错了)吧?[。!~]*$/;
const FILE =
  /^(?:请|要|我要|帮我|还是|就)?(?:(?:把)?(?:这个|这条|上面的?)?(?:问题)?(?:上报|登记|立案)|(?:作为|按)问题(?:上报|登记|受理|处理)|代报|帮(?:他们?|企业|忙)(?:报|登记|反映))(?:一下|上去|问题|吧)?[。!~]*$/;
const INSPECT = /^识别[:,\s]+([\s\S]{2,4000})$/;
const SUPPLEMENT = /^(?:我|再|现)?(?:补充|追加)(?:说明|一下|一点|情况|材料|信息|几句)?[:,，。\s]*([\s\S]{1,4000})$/;
const URGE =
  /^(?:请|麻烦|帮忙|再|帮我|求)?(?:各位|领导|你们)?(?:们)?(?:再|帮忙|帮|给)?(?:我)?(?:催办|催促|催一下|催一催|催催|催下|加急|督促一下|催)(?:一下|一催|下|催)?[^?]{0,8}$/;
/** 过3天再提醒, 下周一再提醒我, 稍后提醒: said by whoever is reminded. */
const SNOOZE =
  /^(?:请|麻烦)?(?:先|暂时?)?(?:(?:稍后|晚点|晚些时候|过后|回头|改天|过几天)再?提醒|(?:过)?[^,。]{1,10}(?:再|后再?)提醒|(?:暂|先)(?:时|且)?(?:不要|不用|别)(?:再)?提醒)(?:我们?|一下|吧)*(?=$|[,。!\s])/;
const RULE =
  /^(?<no>不予?|拒绝|不能|驳回|不准|未)?(?:同意|批准|准予|可以|允许|准许?|予)?(?:其|该|你们的?|他们的?|此)?(?:申请)?(?<what>延期|延长|展期|退回|退件|暂停)(?:申请|办理|请求)?(?<late>不(?:予|能)?(?:同意|批准)|驳回|同意|批准)?(?=$|[,。;:!\s因由]|\d|到|至)/;
const BIND = /^绑定[:\s]*([A-Za-z0-9][A-Za-z0-9-]{1,15})[\s,:]*([^\s].{0,60})$/;

const READERS: readonly WordReader[] = [
  readBind,
  readPeopleWord,
  (clean, { speaker }) => (speaker === 'office' ? readClosureRuling(clean) : null),
  readInstruction,
  readUrging,
  readCalendarWord,
  readRuling,
  readOfficeWord,
  readSnooze,
  (clean, { speaker }) => (isOfficial(speaker) ? readOutcome(clean) : null),
  (clean, context) =>
    isOfficial(context.speaker)
      ? (readPause(clean, context) ?? readSupport(clean, context) ?? readLink(clean, context.speaker))
      : null,
  readCorrection,
  ({ spaced }) => (UNDO.test(spaced) ? { type: 'undo' } : null),
  readWithdrawnVisit,
  readWithdrawal,
  ({ spaced }) => (FILE.test(spaced) ? { type: 'file' } : null),
  readInspect,
  readVisitWord,
  ({ text, spaced }) => readSupplement(text, spaced),
  ({ spaced }, { speaker }) => (isConfirm(spaced, speaker) ? { type: 'confirm' } : null),
  ({ spaced }) => (URGE.test(spaced) && !spaced.includes('不催') ? { type: 'urge' } : null),
  ({ spaced }) => readQuery(spaced),
];

/** The word of command that a message begins with; null when it is plain talk. */
export function readWord(clean: CleanText, context: WordContext): Word | null {
  for (const read of READERS) {
    const word = read(clean, context);
    if (word) return word;
  }
  return null;
}

/** True for a nod, which confirms only where something waits for it. */
export function isNod(spaced: string): boolean {
  return NOD.test(spaced);
}

function isConfirm(spaced: string, speaker: Speaker): boolean {
  if (CONFIRM.test(spaced)) return true;
  return !isOfficial(speaker) && isNod(spaced);
}

function readWithdrawal({ spaced }: CleanText, { speaker }: WordContext): Word | null {
  const isNone = !isOfficial(speaker) && NO_PROBLEM.test(spaced);
  return isNone || WITHDRAW.test(spaced) ? { type: 'withdraw' } : null;
}

function readInspect({ spaced, asWritten }: CleanText, { speaker }: WordContext): Word | null {
  if (speaker !== 'office') return null;
  const text = INSPECT.exec(spaced)?.[1];
  return text ? { type: 'inspect', text: asWritten(text) } : null;
}

function readWithdrawnVisit(clean: CleanText, { speaker }: WordContext): Word | null {
  const withdrawn = readVisitWithdrawal(clean, speaker);
  return withdrawn && { type: 'withdrawVisit', ...withdrawn };
}

function readVisitWord(clean: CleanText, context: WordContext): Word | null {
  const log = readVisitLog(clean.spaced, context.speaker);
  if (log) return { type: 'visitLog', ...log };
  const visit = readVisit(clean, context);
  return visit && { type: 'visit', visit };
}

function readBind({ spaced }: CleanText): Word | null {
  const [, code, name] = BIND.exec(spaced) ?? [];
  return code && name ? { type: 'bind', code: code.toUpperCase(), name: name.trim() } : null;
}

function readRuling({ spaced, asWritten }: CleanText, { speaker }: WordContext): Word | null {
  if (!isOfficial(speaker)) return null;
  const found = RULE.exec(spaced);
  const groups = found?.groups;
  // 退回，因为政策不允许: the words of a ruling stand in the ruling, not in its reason.
  if (!groups || !/同意|批准|准|可以|允许|不予|拒绝|驳回|不能/.test(found[0])) return null;
  const granted = !groups['no'] && !/不|驳回/.test(groups['late'] ?? '');
  const reason = findReason(spaced) ?? afterComma(spaced);
  const why = { granted, reason: reason && asWritten(reason) };
  if (groups['what'] === '暂停') return { type: 'rulePause', ...why };
  if (!/退/.test(groups['what'] ?? '')) return { type: 'ruleExtension', ...why };
  return { type: 'ruleReturn', ...why, unitName: granted ? findTransferUnit(spaced) : null };
}

function readSnooze({ spaced }: CleanText, context: WordContext): Word | null {
  const isAsked = isOfficial(context.speaker) && SNOOZE.test(spaced);
  return isAsked ? { type: 'snooze', deadline: parseTime(spaced, context) } : null;
}

/** Only the office ends, keeps or calls back a case by word; from a unit the same words are an answer. */
function readOfficeWord({ spaced, asWritten }: CleanText, context: WordContext): Word | null {
  if (context.speaker !== 'office') return null;
  const said = findReason(spaced) ?? afterComma(spaced);
  const reason = said && asWritten(said);
  if (/^(?:该(?:问题|件)?|此件)?不予受理/.test(spaced)) return { type: 'decline', reason };
  if (/^(?:请)?(?:转|走|导入)(?:入|向)?(?:法定|法律|司法|诉讼|仲裁|信访|复议)(?:途径|程序|渠道)?/.test(spaced)) {
    return { type: 'redirect', reason };
  }
  if (/^(?:先)?挂账/.test(spaced)) return { type: 'suspend', deadline: parseTime(spaced, context), reason };
  const call = /^(?:电话)?回访(?:结果|情况)?[:,\s]*(.+)$/s.exec(spaced)?.[1];
  return call ? { type: 'phoneSurvey', rating: readRating(call.replaceAll(' ', ''), true) } : null;
}

function afterComma(spaced: string): string | null {
  return /^[^,。;]{2,16}[,。;:]\s?(.{2,100})$/.exec(spaced)?.[1] ?? null;
}

function readCorrection({ spaced }: CleanText, context: WordContext): Word | null {
  const category = CATEGORY.exec(spaced)?.[1];
  if (category) {
    const { category: guess } = classify(category);
    return {
      type: 'correctCategory',
      category: namedCategory(category) ?? (guess === '其他' ? null : guess),
      said: category,
    };
  }
  const said = DEADLINE.exec(spaced)?.[1];
  if (!said) return null;
  return { type: 'correctDeadline', deadline: parseDeadline(said, context.said, context.isWorkday), said };
}

function readSupplement(text: string, spaced: string): Word | null {
  if (!SUPPLEMENT.test(spaced)) return null;
  const start = text.search(/补充|追加/);
  return {
    type: 'supplement',
    text: text.slice(start).replace(/^(?:补充|追加)(?:说明|一下|一点|情况|材料|信息|几句)?[:：,，。\s]*/, ''),
  };
}

function readQuery(spaced: string): Word | null {
  const what = readQueryTopic(spaced);
  return what ? { type: 'query', what } : null;
}
