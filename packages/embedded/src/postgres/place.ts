import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lchownSync, lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { copyNativeFiles, findNativeFiles, linkLibraries } from './native-files.ts';
import { NOBODY, type RunAs, succeeds } from './run-as.ts';

/** A socket's whole path may have 107 bytes; its name takes 15 of them. */
const LONGEST_SOCKET_FOLDER = 90;

/** Where one PostgreSQL lives and how its programs are run. */
export interface Place {
  runAs: RunAs;
  /** Holds everything below. */
  dir: string;
  /** The database files. */
  data: string;
  /** The programs. */
  native: string;
}

/** Makes the folder and finds programs that can really be run there. @throws a sentence when they cannot. */
export function preparePlace(runAs: RunAs, wanted: string): Place {
  // One name for the folder, whichever links lead to it: an orphan is known by it.
  const dir = realpathSync(reachableFolder(runAs, path.resolve(wanted)));
  return { runAs, dir, data: path.join(dir, 'data'), native: runnablePrograms(runAs, dir) };
}

/** Root may keep its data where nobody else can go, such as /root; then PostgreSQL gets a folder that it can reach. */
function reachableFolder(runAs: RunAs, dir: string): string {
  makeFolder(dir);
  if (runAs.how === 'direct' || succeeds(runAs, 'test', ['-x', dir])) return dir;
  const instead = path.join('/var/lib', `embedded-postgres-${shortHash(dir)}`);
  makeFolder(instead);
  return instead;
}

/** Others may pass through (PostgreSQL may run as another user) but not look; data and socket folders are private. */
function makeFolder(dir: string): void {
  const first = mkdirSync(dir, { recursive: true });
  if (first) chmodSync(dir, 0o711);
}

function runnablePrograms(runAs: RunAs, dir: string): string {
  const shipped = findNativeFiles();
  linkLibraries(shipped.folder);
  if (canRun(runAs, shipped.folder)) return shipped.folder;
  const copy = copyNativeFiles(shipped, dir);
  giveTo(copy.folder, runAs.owner);
  if (canRun(runAs, copy.folder)) return copy.folder;
  throw new Error(
    `The embedded queue's PostgreSQL cannot be started in ${dir} (way: ${runAs.how}): check that programs may be ` +
      'executed on that disk, or set REDIS_URL to a Redis server.',
  );
}

function canRun(runAs: RunAs, native: string): boolean {
  return succeeds(runAs, path.join(native, 'bin/postgres'), ['--version']);
}

/** Gives data and socket folder to PostgreSQL's user and returns the socket's. @throws a sentence when it is another user's. */
export function preparePrivateFolders(place: Place): string {
  const sockets = socketFolder(place.dir);
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  refuseForeign(sockets, place.runAs.owner);
  for (const folder of [place.data, sockets].filter(existsSync)) giveTo(folder, place.runAs.owner);
  return sockets;
}

/** The folder of the socket: in the data folder, or under the system's temporary folder when that path is too long. */
export function socketFolder(dir: string): string {
  const wanted = path.join(dir, 'run');
  const short = path.join(os.tmpdir(), `embedded-postgres-${shortHash(dir)}`);
  const fits = [wanted, short].find((folder) => Buffer.byteLength(folder) <= LONGEST_SOCKET_FOLDER);
  return fits ?? path.join('/tmp', path.basename(short));
}

/** A folder that somebody else put in our place (in /tmp anybody can) would hand him our queue. */
function refuseForeign(folder: string, owner: number): void {
  const found = lstatSync(folder);
  const ours = process.getuid?.() === 0 ? [owner, 0, NOBODY] : [owner];
  if (found.isDirectory() && ours.includes(found.uid)) return;
  throw new Error(`${folder} belongs to another user (uid ${found.uid}): remove it, or choose another data folder.`);
}

/**
 * The way of running may change between two starts, and with it the owner; only root can follow.
 * The folder itself comes last, so that a walk cut short is done again.
 */
function giveTo(file: string, owner: number): void {
  const found = lstatSync(file);
  if (process.getuid?.() !== 0 || found.uid === owner) return;
  if (found.isDirectory()) for (const name of readdirSync(file)) giveTo(path.join(file, name), owner);
  lchownSync(file, owner, owner);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
