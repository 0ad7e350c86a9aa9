import type { Day } from '../../day.ts';
import type { Expression } from './expression.ts';

/** Words that tell of the work being finished: their time is the deadline when several times are named. */
const FINISH =
  /完成|完工|完毕|完善|办结|办完|办好|办理[出完]|办出|办妥|解决|到位|竣工|清零|化解|打清|干完|装上|验了|出证|建成|兑现|送到|安上|落实|通车|投用|使用|恢复|整改|整治|立上?案|投入|赔付|退回|拆除|拆完|付清|支付|兑付|拨付|拨下|到账|发放|还清|退款|结清|交付|修好|接上|接通|通水|通电|批下|批复|下来|搞定|取得|拿到|要回|讨回|清运|销号|改造|硬化|出证|领证|亮灯|达到|实施|打击|减压|关门|维修/;
/** Words that tell of an answer or a step on the way. */
const STEP =
  /答复|回复|回话|回[我个]|反馈|说法|结果|确认|给|出|答|办|改|装|建|报|批|处理|协调|推进|启动|开工|核实|研究|上会|会商|现场|报送|提交|安排|对接|联系/;
/** Words of wishing, promising or limiting before a time. */
const WISH =
  /希望|请|要求|务必|争取|力争|预计|预期|预期|计划|拟|将|承诺|保证|确保|限|最晚|最迟|最好|不晚于|截止|截至|期限|时限|办理时间|必须|能不能|能否|可否|可不可以|麻烦|定于|拟于|恳请|恳求|责令|责成|延期|推迟|延至|延到|顺延|改到|改为|延长|想|盼|求|赶在|应|需|保底|时间[:是]|表示|愿意|持续推进至/;
/** Words that make a time the past, a start or somebody's broken promise. */
const PAST_BEFORE =
  /每月?$|每年$|公示|拍着胸脯|不用|非赶|别问|自?[^,。]{0,4}之日起$|提前$|总(?:是|推|拖)|一直|老是|迟迟|多次|一再|屡次|反复|自$|从$|自从$|截至$|曾|已于$|已经?在?$|早在$|原(?:定|期限|计划|时限)|原来说|原本说|本来说|之前说|以前说|上次说|当时说|说好|答应|去年|上次|此前|前期|过去$|近$|最近$|连续$|长达$|历时$|拖了$|等了$|超过$|不到$|快$|了$|将近$|至少|满$|每$|有效期|工期|合同期|为期|持续(?:至|到)|原$|本来/;
const PAST_AFTER =
  /^(?:多|来|时间)?(?:以来|起|开始|至今|到现在|了|就[已没]|期间|签|购|进入|注册|成立|启动的|建成的|的时候|一次|的合同|有余|没有?|未|还没|仍|的(?!前))/;
/** Other people's dates: what the wish is for, not when. */
const EVENT_AFTER =
  /^(?:[^,。;!?]{0,4})?(?:到期|进场|试生产|投产|开学|开业|发货|交货|过期|届满|上市|开庭|开标|涨价|停产|要用|上班|放假|来检查|验收)/;
/** A form's field for the term: 期望办结时间：2026/4/30. */
const FORM_FIELD = /(?:办结|完成|解决|期望|要求|希望|截止|办理)[^,。;\n]{0,4}(?:时间|期限|日期|时限)[:是为]?$/;
/** 5月8日到期以前, 6月7号高考前: the event only explains the day. */
const BEFORE_EVENT = /^[\u4e00-\u9fa5]{1,4}(?:之|以)?前(?![\u4e00-\u9fa5]?(?:景|提|期))/;
const BROKEN = /^[^。;!?]{0,20}(?:都过了|过了|还没|仍未|至今|没兑现|没有?动静|没结果|又说)/;

/** A chosen deadline needs at least this much evidence; a bare date has none. */
const THRESHOLD = 3;

/** Of all that a message says about time, the deadline: when the work is wanted or promised to be done. Null when no time is one. */
export function chooseDeadline(text: string, expressions: readonly Expression[], today: Day): Expression | null {
  let best: Expression | null = null;
  let bestScore = THRESHOLD - 1;
  for (const expression of expressions) {
    const score = scoreOf(text, expression, today);
    if (score > bestScore || (score === bestScore && best?.kind !== 'vague')) {
      best = expression;
      bestScore = score;
    }
  }
  return best;
}

/** Of the times in a few words that were asked for, the last one, so that a range ends where it ends. */
export function lastTime(expressions: readonly Expression[], today: Day): Expression | null {
  const usable = expressions.filter((e) => e.kind !== 'vague' && !(e.date && e.date < today));
  return usable.at(-1) ?? expressions.at(-1) ?? null;
}

function scoreOf(text: string, expression: Expression, today: Day): number {
  const words = text.slice(expression.start, expression.end);
  const before = clauseBefore(text, expression.start);
  const after = clauseAfter(text, expression.end);
  const wish = WISH.test(before);
  if (expression.kind === 'vague') return vagueScore(words, before, after);
  let score = baseScore(words, expression, before);
  if (isQuoted(text, expression.start)) score -= 8;
  if (wish) score += 2;
  if (FORM_FIELD.test(before)) score += 3;
  if (FINISH.test(after)) score += 3;
  else if (STEP.test(after)) score += 2;
  if (expression.date && expression.date < today) score -= 6;
  const next = text.slice(expression.end, expression.end + 16);
  if (PAST_BEFORE.test(before) || PAST_AFTER.test(next)) score -= 4;
  if (BROKEN.test(text.slice(expression.end, expression.end + 30))) score -= 4;
  if (expression.rolled && !words.endsWith('前') && !wish) score -= 2;
  const isBefore = words.endsWith('前') || BEFORE_EVENT.test(next);
  if (EVENT_AFTER.test(next) && !isBefore) score -= 4;
  if (BEFORE_EVENT.test(next) && !words.endsWith('前')) score += 3;
  return score;
}

function baseScore(words: string, { kind }: Expression, before: string): number {
  if (/(?:前|内)$/.test(words)) return kind === 'length' ? 1 : 3;
  if (kind === 'shift' || kind === 'within') return 3;
  if (/(?:底|末|旬)$/.test(words)) return 1;
  if (kind === 'month' && /(?<!半)年$/.test(words)) return -2;
  if (kind === 'dotted') return before === '' ? -1 : -2;
  if (kind === 'festival' || kind === 'length' || kind === 'after') return -2;
  return 0;
}

function vagueScore(words: string, before: string, after: string): number {
  const narrated = /^(?:这|近)/.test(words);
  const wish = WISH.test(before) || before.endsWith('能');
  if (narrated) return wish && (FINISH.test(after) || STEP.test(after)) ? THRESHOLD : 0;
  return wish || FINISH.test(after) || STEP.test(after) ? THRESHOLD : 0;
}

const CLAUSE_END = /[,。;!?\n、]/;

function clauseBefore(text: string, end: number): string {
  const from = Math.max(0, end - 24);
  const near = text.slice(from, end);
  for (let index = near.length - 1; index >= 0; index -= 1) {
    if (/[。;!?\n,]/.test(near[index] ?? '')) return near.slice(index + 1);
  }
  return near;
}

function clauseAfter(text: string, start: number): string {
  const near = text.slice(start, start + 24);
  const trimmed = near.replace(/^,/, '');
  const end = trimmed.search(CLAUSE_END);
  return end === -1 ? trimmed : trimmed.slice(0, end);
}

/** True between a 《 or “ that opens before the place and its closing sign after it. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 60), at);
  return before.lastIndexOf('《') > before.lastIndexOf('》') || before.lastIndexOf('“') > before.lastIndexOf('”');
}
