import type { Connection } from 'mongoose';
import { rosterFileOf } from '../domain/roster-export.ts';
import type { RosterFile } from '../domain/roster-sheets.ts';
import { buildRosterStore } from '../store/roster-store.ts';

/** The stored roster in the form of a roster file, telephones and keys of groups included. */
export async function exportRoster(connection: Connection): Promise<RosterFile> {
  return rosterFileOf(await buildRosterStore(connection).loadStored());
}
