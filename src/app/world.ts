import type { Config } from '../../config/env.ts';
import type { World } from '../domain/decision.ts';
import { buildRuleBook } from '../domain/rules.ts';
import { learn } from '../domain/understand/category/lessons.ts';
import { officeCalendar } from '../domain/working-time.ts';
import type { Stores } from './context.ts';

/** The world that decisions look at, read anew when somebody has changed roster or calendar, or corrected a category. */
export interface WorldSource {
  current(): Promise<World>;
}

/** Keeps one snapshot and asks the database for its version alone, so that an import is seen by the next message. */
export function buildWorldSource(
  config: Pick<Config, 'botName' | 'app' | 'connection'>,
  stores: Pick<Stores, 'roster' | 'calendar' | 'hours' | 'rules' | 'lessons' | 'versions'>,
): WorldSource {
  let kept: { world: World; versions: string } | null = null;
  return {
    async current() {
      const versions = await stores.versions.read();
      const stamp = `${versions.roster}/${versions.calendar}/${versions.lessons}/${versions.rules}`;
      if (kept?.versions === stamp) return kept.world;
      const [roster, days, hours, lessons, rules] = await Promise.all([
        stores.roster.load(),
        stores.calendar.days(),
        stores.hours.all(),
        stores.lessons.all(),
        stores.rules.later(),
      ]);
      const calendar = officeCalendar(days, versions.calendar, hours);
      const world = {
        roster,
        calendar,
        rules: buildRuleBook(rules),
        lessons: learn(lessons),
        cards: config.app !== null,
        pushes: config.connection !== null,
        botName: config.botName,
      };
      kept = { world, versions: stamp };
      return world;
    },
  };
}
