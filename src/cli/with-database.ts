import { buildCore, type Core } from '../app/context.ts';
import { type Database, openDatabase } from '../app/open-database.ts';
import { loadSettings } from './load-settings.ts';

type Settings = ReturnType<typeof loadSettings>;

/** Does the work on the database of the settings, and closes it whatever happens. */
export async function withDatabase<T>(work: (database: Database, config: Settings) => Promise<T>): Promise<T> {
  const config = loadSettings();
  const database = await openDatabase(config);
  try {
    return await work(database, config);
  } finally {
    await database.close();
  }
}

/** The same for what needs the world and the clock besides. */
export function withCore<T>(work: (core: Core) => Promise<T>): Promise<T> {
  return withDatabase(({ connection }, config) => work(buildCore(config, connection)));
}
