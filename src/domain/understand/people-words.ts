import type { CleanText } from './clean-text.ts';
import { parseTime } from './deadline/parse-deadline.ts';
import type { PeopleWord } from './people-reading.ts';
import { isOfficial } from './speaker.ts';
import type { WordContext } from './words.ts';

const NAME = String.raw`[^,;。:\s给]{2,24}`;
const WHEN = String.raw`(?:[,;。\s]+(?<when>.{2,24}))?`;
/** 交接 王强 给 李丽，12月1日起 */
const HAND_OVER = new RegExp(String.raw`^(?:工作)?交接[:\s]*(?<from>${NAME})\s*给\s*(?<to>${NAME})${WHEN}$`, 'u');
/** 王强的包联工作交给李丽，12月1日起 */
const WORK_OF = new RegExp(
  String.raw`^(?:请)?(?:把|将)?(?<from>${NAME}?)(?:的|手[头上]的?)(?:全部|所有)?(?:包联|专班|经办|承办)?工作(?:全部|都)?(?:移交|转交|交接|交)给\s*(?<to>${NAME}?)(?:同志)?(?:接手|负责)?${WHEN}$`,
  'u',
);
const HAND_OVER_ALONE = /^(?:工作)?交接(?:[:\s].*)?$/;
const CONFIRM_HANDOVER = /^(?:我)?(?:确认|确定|同意)(?:工作)?交接(?:完成|完毕|无误|了)?[。!]*$/;

const CODE = '(?<code>[2-9A-HJ-NP-Za-hj-np-z]{6})';
const ADMIT = new RegExp(
  String.raw`^(?:确认|登记)[:\s]*${CODE}(?:\s*(?:为|是)?\s*(?<name>[^\s].{0,80}?))??\s*(?:的?联系人)?[。!]*$`,
  'u',
);
const TURN_AWAY = new RegExp(
  String.raw`^(?:不是|不认识|不予登记|拒绝)[:\s]*${CODE}(?:[,;。:\s]+(?:因为)?(?<reason>.{1,100}))?$`,
  'u',
);

const HISTORY = /^(?:查(?:看|询|一下)?)?包联(?:关系)?历史(?:[:\s]*(?<name>[^\s].{0,60}))?$/u;

/** Words about who does the work: 交接 A 给 B by the office, 确认交接 by either side. */
export function readPeopleWord(clean: CleanText, context: WordContext): PeopleWord | null {
  const { spaced } = clean;
  const { speaker } = context;
  if (isOfficial(speaker) && CONFIRM_HANDOVER.test(spaced)) return { type: 'confirmHandOver' };
  const asked = isOfficial(speaker) ? HISTORY.exec(spaced) : null;
  if (asked) return { type: 'history', name: asked.groups?.['name'] ?? null };
  if (speaker !== 'office') return null;
  const newcomer = readNewcomerWord(clean);
  if (newcomer) return newcomer;
  const groups = (HAND_OVER.exec(spaced) ?? WORK_OF.exec(spaced))?.groups;
  if (!groups)
    return HAND_OVER_ALONE.test(spaced) ? { type: 'handOver', from: null, to: null, when: null, deadline: null } : null;
  const { from = null, to = null, when = null } = groups;
  return { type: 'handOver', from, to, when, deadline: when ? parseTime(when, context) : null };
}

/** The office's word on somebody new, named by their code. */
function readNewcomerWord({ spaced, asWritten }: CleanText): PeopleWord | null {
  const admitted = ADMIT.exec(spaced)?.groups;
  if (admitted) return { type: 'admit', code: (admitted['code'] ?? '').toUpperCase(), name: admitted['name'] ?? null };
  const away = TURN_AWAY.exec(spaced)?.groups;
  if (!away) return null;
  const { code = '', reason } = away;
  return { type: 'turnAway', code: code.toUpperCase(), reason: reason ? asWritten(reason) : null };
}
