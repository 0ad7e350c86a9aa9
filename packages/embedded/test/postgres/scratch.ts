import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder for one test; what it opened is closed, then the folder removed, by `clear`. */
export interface Scratch {
  dir: string;
  closeLater: <T extends { close: () => Promise<unknown> }>(opened: T) => T;
  clear: () => Promise<void>;
}

/** Makes an empty folder and an empty list of things to close, last opened first. */
export function buildScratch(): Scratch {
  const root = mkdtempSync(path.join(os.tmpdir(), 'embedded-'));
  const opened: { close: () => Promise<unknown> }[] = [];
  return {
    dir: path.join(root, 'queue'),
    closeLater: (one) => {
      opened.push(one);
      return one;
    },
    clear: async () => {
      for (const one of opened.toReversed()) await one.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** The process id that the PostgreSQL of a folder wrote down. */
export function postmasterPid(dir: string): number {
  return Number(readFileSync(path.join(dir, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}
