import { urgedTogetherText } from '../../../config/texts/urging.ts';
import { atBot } from '../../../config/texts/format.ts';
import { currentLeg, type Snapshot } from '../../domain/case.ts';
import type { World } from '../../domain/decision.ts';
import { lineOf } from '../../domain/describe.ts';
import { isLegal } from '../../domain/apply.ts';
import type { About, Target } from '../../domain/notice.ts';
import type { Rendered } from '../../render/notice.ts';
import { TITLES_LIMIT } from '../act/limits.ts';
import type { Stores } from '../context.ts';

/** The one message of a 催办 of several cases: those that the target still has to do with, as they now stand. */
export async function wordsOfUrging(
  { numbers }: Extract<About, { kind: 'urgedTogether' }>,
  v: { world: World; now: Date; to: Target; stores: Stores },
): Promise<Rendered> {
  const docs = await Promise.all(numbers.map((number) => v.stores.cases.byNumber(number)));
  const cases = docs.flatMap((doc) => (doc && isTheirs(doc.snapshot, v.to) ? [doc.snapshot] : []));
  const [first] = cases;
  if (!first) return { void: 'nobody works on any of them' };
  const { world, now } = v;
  const lines = cases.slice(0, TITLES_LIMIT).map((snapshot) => lineOf(snapshot, world, { now, ownName: false }));
  const at = atBot(world.botName, false);
  return { text: urgedTogetherText({ count: cases.length, lines, example: first.number, at }) };
}

function isTheirs(snapshot: Snapshot, to: Target): boolean {
  if (!isLegal('urged', snapshot.status) || snapshot.confidential) return false;
  return to.kind !== 'unit' || currentLeg(snapshot)?.unit.id === to.of;
}
