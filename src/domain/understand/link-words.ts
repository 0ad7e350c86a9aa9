import type { CleanText } from './clean-text.ts';
import type { Speaker, Word } from './reading.ts';

/** 合并 BQ-… 到 BQ-…, BQ-… 并入 BQ-…: the numbers have been taken out. */
const MERGE =
  /^(?:请|麻烦)?(?:把|将)?[\s、和与及,]*(?:合并|并入|并到)[\s、和与及,到至入进]*(?:一起|一并|一件|同一件)?(?:办理|处理)?[。!~]*$/;
/** BQ-… 与 BQ-… 重复 */
const SAME =
  /^[\s、]*(?:与|和|跟|同|及)\s*(?:是)?重复(?:的|了|上报|反映)?(?:[,\s]*(?:请|可|建议)?合并(?:办理|处理)?)?[。!~]*$/;
const SPLIT = /^(?:请|麻烦)?(?:把|将)?\s*(?:拆分|分拆|拆出)(?:出来|一件|为两件|成两件)?(?:$|[:,。\s](?<text>[\s\S]*))/;

/** What the office, or the unit that handles both, says to put cases together; apart it puts them alone. */
export function readLink({ spaced, asWritten, numbers }: CleanText, speaker: Speaker): Word | null {
  if (MERGE.test(spaced) || (numbers.length > 1 && SAME.test(spaced))) return { type: 'merge' };
  const split = speaker === 'office' ? SPLIT.exec(spaced) : null;
  if (!split) return null;
  return {
    type: 'split',
    text: asWritten(split.groups?.['text'] ?? '')
      .replace(/^[:：,，。\s]+/, '')
      .trim(),
  };
}
