import { dayOf, isoWeekOf } from '../../src/domain/day.ts';
import type { Member } from '../chaos/cast.ts';
import type { CityLeader } from './city.ts';
import { own, type Stage } from './stage.ts';

/** In one week of three a leader who has a deputy (AB角) is away, and the deputy speaks. */
export function speakerFor(stage: Stage, { userid, deputy }: CityLeader): Member {
  const isAway = stage.dice('away', userid, isoWeekOf(dayOf(stage.now())))() < 1 / 3;
  return own(deputy && isAway ? deputy : userid);
}
