import { execFile } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What a command line tool did. */
export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs `src/cli/<tool>.ts` with these words as npm does, with nothing of this process's settings but those given. */
export function runCli(tool: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const { PATH, HOME, TMPDIR } = process.env;
  const args = ['--import', 'tsx', `src/cli/${tool}.ts`, ...words];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { cwd: ROOT, env: { PATH, HOME, TMPDIR, ...env } },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
