import type { Connection } from 'mongoose';
import { isDuplicateKey } from './connection.ts';

/** How often the roster, the calendar, the lessons and the rules have changed; a process that kept a snapshot compares these alone. */
export interface Versions {
  roster: number;
  calendar: number;
  lessons: number;
  /** The version of the roster whose leaders the running cases have: below `roster`, they have still to be compared. */
  followed: number;
  rules: number;
}

type VersionsDoc = Partial<Versions> & { _id: string };

const VERSIONS = 'versions';

/** Reads and raises the versions of what every process keeps a snapshot of. */
export function buildVersionStore(connection: Connection) {
  const settings = connection.collection<VersionsDoc>('settings');

  return {
    /** The versions now; 0 for what has never changed. */
    async read(): Promise<Versions> {
      const doc = await settings.findOne({ _id: VERSIONS });
      return {
        roster: doc?.roster ?? 0,
        calendar: doc?.calendar ?? 0,
        lessons: doc?.lessons ?? 0,
        followed: doc?.followed ?? 0,
        rules: doc?.rules ?? 0,
      };
    },

    /** Raises one version; called after what changed is written, so that who sees the number finds the change. */
    async bump(name: Exclude<keyof Versions, 'followed'>): Promise<void> {
      const raise = () => settings.updateOne({ _id: VERSIONS }, { $inc: { [name]: 1 } }, { upsert: true });
      try {
        await raise();
      } catch (error) {
        // Two first bumps at once: the other one made the document.
        if (!isDuplicateKey(error)) throw error;
        await raise();
      }
    },

    /** The running cases have the leaders of this version; a later one that another process has reached stands. */
    async follow(roster: number): Promise<void> {
      await settings.updateOne({ _id: VERSIONS }, { $max: { followed: roster } });
    },
  };
}
