import type { Config } from '../../config/env.ts';
import type { World } from '../domain/decision.ts';
import { learn } from '../domain/understand/category/lessons.ts';
import { buildCalendar } from '../domain/working-time.ts';
import type { Stores } from './context.ts';

/** The world that decisions look at, read anew when somebody has changed roster or calendar, or corrected a category. */
export interface WorldSource {
  current(): Promise<World>;
}

/** Keeps one snapshot and asks the database for its version alone, so that an import is seen by the next message. */
export function buildWorldSource(
  config: Pick<Config, 'botName'>,
  stores: Pick<Stores, 'roster' | 'calendar' | 'lessons' | 'versions'>,
): WorldSource {
  let kept: { world: World; versions: string } | null = null;
  return {
    async current() {
      const versions = await stores.versions.read();
      const stamp = `${versions.roster}/${versions.calendar}/${versions.lessons}`;
      if (kept?.versions === stamp) return kept.world;
      const [roster, entries, lessons] = await Promise.all([
        stores.roster.load(),
        stores.calendar.entries(),
        stores.lessons.all(),
      ]);
      const calendar = buildCalendar(entries, versions.calendar);
      const world = { roster, calendar, lessons: learn(lessons), botName: config.botName };
      kept = { world, versions: stamp };
      return world;
    },
  };
}
