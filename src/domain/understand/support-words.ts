import type { CleanText } from './clean-text.ts';
import { parseTime, type SaidAt } from './deadline/parse-deadline.ts';
import type { Word } from './reading.ts';
import { UNIT_NAME } from './transfer.ts';

const ASKED = new RegExp(
  String.raw`^(?:现|拟)?(?:请|由|让|商请|安排)\s?(?<unit>${UNIT_NAME})\s?(?<kind>协办|协助办理|配合办理|分办)(?<rest>$|[,。;:!\s][\s\S]*)`,
);
const NAMED = new RegExp(
  String.raw`^(?:申请|请求|需要?|提请)?(?<kind>协办|分办)(?:单位)?[:,\s]*(?:请|由|给|交)?\s?(?<unit>${UNIT_NAME})(?<rest>$|[,。;:!\s][\s\S]*|(?=于|在|\d|提供|出具|负责|配合|协助|核实)[\s\S]*)`,
);
/** 协办 alone, or with a name that is no unit's: who is meant is asked back. */
const BARE =
  /^(?:申请|请求|需要?|提请)?(?<kind>协办|分办)(?:单位)?(?:$|[:,\s]\s?(?<unit>[^,。;\s]{2,16}))(?<rest>[\s\S]*)/;
const DONE =
  /^(?:我(?:局|委|办|中心|们|单位))?(?:的)?(?:协办|分办)(?:事项|工作|任务|内容)?(?:已|均已|已经)?(?:完成|办结|办好|办完)(?:了|完毕)?(?:$|[,。:;!\s]+(?<text>[\s\S]*))/;

/** What is longer is no task, and would be cut where it is read. */
const LONGEST_TASK = 300;

/** 请UNIT协办, 协办UNIT DATE前 TASK, 分办UNIT … and 协办完成，X, said by somebody who handles cases. */
export function readSupport({ spaced, asWritten }: CleanText, at: SaidAt): Word | null {
  const done = DONE.exec(spaced);
  if (done) return { type: 'supportDone', text: asWritten(done.groups?.['text'] ?? '').trim() };
  const found = (ASKED.exec(spaced) ?? NAMED.exec(spaced) ?? BARE.exec(spaced))?.groups;
  if (!found) return null;
  const rest = (found['rest'] ?? '').slice(0, LONGEST_TASK);
  const deadline = parseTime(rest, at);
  const task = taskIn(rest, deadline?.expr ?? null);
  return {
    type: 'support',
    kind: found['kind'] === '分办' ? 'share' : 'help',
    unitName: found['unit'] ?? null,
    deadline,
    task: task && asWritten(task),
  };
}

/** What is left when the time is taken away: the words before it lead up to it, or are the task themselves. */
function taskIn(rest: string, expr: string | null): string | null {
  const parts = expr && rest.includes(expr) ? rest.split(expr) : [rest];
  const tidied = parts.map((part) =>
    part.replace(/^(?:[,。;:!\s]|(?:之|以)?前|(?:之|以)?内)+/, '').replace(/(?:[,。;:!\s]|于|在|请)+$/, ''),
  );
  return tidied.toReversed().find((part) => part.length > 1) ?? null;
}
