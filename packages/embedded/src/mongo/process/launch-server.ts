import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The exit code of a server that found another one at work. */
export const OTHER_SERVER = 75;

const LOG_FILE = 'mongo.log';
const LOG_TAIL = 600;

/** Flags of this process that a server needs too: how modules are loaded. A debugger's port, `-e` and the like are not for it. */
const LOADER_FLAGS = new Set([
  '--import',
  '--require',
  '-r',
  '--loader',
  '--experimental-loader',
  '--conditions',
  '-C',
]);

/** The environment that a server needs; secrets of this process are none of its business. */
const ENVIRONMENT = ['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'NODE_OPTIONS', 'TSX_TSCONFIG_PATH'];

function loaderFlags(flags: readonly string[]): string[] {
  return flags.flatMap((flag, i) => {
    if (LOADER_FLAGS.has(flag)) return [flag, flags[i + 1] ?? ''];
    return LOADER_FLAGS.has(flag.split('=')[0] ?? '') ? [flag] : [];
  });
}

/** TypeScript needs a loader; a test runner that has its own gives none to its children. */
function flagsFor(entry: string): string[] {
  const flags = loaderFlags(process.execArgv);
  const loads = [...flags, process.env.NODE_OPTIONS ?? ''].some((flag) => flag.includes('tsx'));
  if (!entry.endsWith('.ts') || loads) return flags;
  return [...flags, '--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];
}

function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    ENVIRONMENT.map((name) => [name, process.env[name]]).filter(([, value]) => value !== undefined),
  );
}

/** A server process that was started. */
export interface Launched {
  /** Null as long as it runs. */
  exitCode: () => number | null;
}

/** Starts a server process of its own session, which neither keeps this one alive nor ends with it. */
export function launchServer(dir: string, socketPath: string): Launched {
  const here = fileURLToPath(import.meta.url);
  const entry = path.join(path.dirname(here), `server-process${path.extname(here)}`);
  const log = openSync(path.join(dir, LOG_FILE), 'a', 0o600);
  const child = spawn(process.execPath, [...flagsFor(entry), entry, dir, socketPath], {
    detached: true,
    stdio: ['ignore', log, log],
    env: environment(),
  });
  closeSync(log);
  let code: number | null = null;
  child.once('exit', (exitCode) => {
    code = exitCode ?? 1;
  });
  child.once('error', () => {
    code = 1;
  });
  child.unref();
  return { exitCode: () => code };
}

/** The last lines that servers of a data folder wrote before they failed. */
export async function serverLogTail(dir: string): Promise<string> {
  const log = await readFile(path.join(dir, LOG_FILE), 'utf8').catch(() => '');
  return log.slice(-LOG_TAIL).trim();
}
