import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { Place } from './place.ts';

/** Starts one of PostgreSQL's programs, in this process's group, with its messages on a pipe. */
export function startProgram(place: Place, program: 'initdb' | 'postgres', args: string[]): ChildProcess {
  const { runAs, native } = place;
  const [command, all] = runAs.command(path.join(native, 'bin', program), args);
  const libraries = path.join(native, 'lib');
  // English messages, since one is waited for; and nothing of our environment, which holds secrets.
  const env = {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    TZ: 'UTC',
    LD_LIBRARY_PATH: libraries,
    DYLD_LIBRARY_PATH: libraries,
  };
  return spawn(command, all, { ...runAs.identity, env, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
}
