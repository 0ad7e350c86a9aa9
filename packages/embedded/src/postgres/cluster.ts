import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Place } from './place.ts';
import { startProgram } from './program.ts';

/** The database user that owns everything; the private socket folder is the only way in, so it has no password. */
export const USER = 'app';

/** Creates the database files when there are none yet. @throws a sentence with initdb's own message. */
export async function ensureCluster(place: Place): Promise<void> {
  if (existsSync(path.join(place.data, 'PG_VERSION'))) return;
  if (existsSync(place.data)) removeEmpty(place.data);
  // Made beside and moved into place: initdb cut short leaves files that look whole.
  const unfinished = path.join(place.dir, 'data.new');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (process.getuid?.() === 0) chownSync(unfinished, place.runAs.owner, place.runAs.owner);
  await initialize(place, unfinished);
  renameSync(unfinished, place.data);
}

async function initialize(place: Place, data: string): Promise<void> {
  const options = ['-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-instructions'];
  const child = startProgram(place, 'initdb', ['-D', data, ...options]);
  const [message, [code]] = await Promise.all([child.stderr ? text(child.stderr) : '', once(child, 'close')]);
  if (code === 0) return;
  throw new Error(`The embedded queue could not create its files in ${place.dir} (code ${code}): ${message}`);
}

/** Files of unknown origin are not ours to delete. */
function removeEmpty(folder: string): void {
  if (readdirSync(folder).length > 0) {
    throw new Error(`${folder} holds files but no PostgreSQL database: move it away, or choose another data folder.`);
  }
  rmSync(folder, { recursive: true });
}
