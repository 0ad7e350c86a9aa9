import type { CleanText } from './clean-text.ts';
import type { Speaker } from './reading.ts';
import { isOfficial } from './speaker.ts';

const WITHDRAWAL =
  /^(?:请|麻烦)?(?:把|将)?(?:撤回|撤销|撤掉|删除|删掉)(?:一下)?(?:我)?(?:刚才|刚刚|上次|上一次|上一条|这次|这条)?(?:登记)?(?:的)?(?:对)?(?<before>[^\s,。:?的]{2,40}?)??的?走访(?:记录|登记)?(?:(?:[:,\s]+|(?<=走访))(?<after>[^\s,。:?]{2,40}))?[。!~]*$/;

/** 撤回走访 X: what was told of a visit was wrong; the name is null where none is said. Null for anything else. What carries a case number is about that case. */
export function readVisitWithdrawal(
  { spaced, numbers }: Pick<CleanText, 'spaced' | 'numbers'>,
  speaker: Speaker,
): { name: string | null } | null {
  if (!isOfficial(speaker) || numbers.length > 0) return null;
  const groups = WITHDRAWAL.exec(spaced)?.groups;
  return groups ? { name: groups['before'] ?? groups['after'] ?? null } : null;
}
