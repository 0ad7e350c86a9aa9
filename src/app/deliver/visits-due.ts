import { VISITS } from '../../../config/rules.ts';
import { atBot } from '../../../config/texts/format.ts';
import { visitsDue } from '../../../config/texts/visits.ts';
import type { World } from '../../domain/decision.ts';
import { kindsOf } from '../../domain/pairing-check.ts';
import { shortNameOf } from '../../domain/roster.ts';
import { monthOf, unvisitedBy } from '../../domain/visit-rounds.ts';
import type { Rendered } from '../../render/notice.ts';
import type { Stores } from '../context.ts';

/** Whom a leader has not visited in a month as things stand at delivery; void when there is nobody left, or the month is over. */
export async function visitsDueText(
  v: { leader: string; month: string; world: World; now: Date },
  { visits }: Pick<Stores, 'visits'>,
): Promise<Rendered> {
  const { leader, month, world } = v;
  if (monthOf(v.now) !== month) return { void: 'the month is over' };
  const left = unvisitedBy(leader, world.roster, await visits.ofMonth(month));
  if (left.length === 0) return { void: 'all have been visited' };
  const names = left.slice(0, VISITS.named).map(shortNameOf);
  const at = atBot(world.botName, false);
  return { text: visitsDue({ month, total: kindsOf(left), names, rest: kindsOf(left.slice(VISITS.named)), at }) };
}
