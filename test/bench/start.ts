import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Row } from './table.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** From the first instruction of the process to its line "bangqi is ready", in a fresh folder and in the same one again. */
export async function benchStart(): Promise<Row[]> {
  const dir = await mkdtemp(path.join(tmpdir(), 'bangqi-bench-'));
  const cold = await millisecondsToReady(dir);
  const warm = await millisecondsToReady(dir);
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  return [
    { what: 'start, warm against cold', value: (warm / cold).toFixed(2), note: 'ratio' },
    { what: 'start in a fresh folder', value: `${(cold / 1000).toFixed(1)} s` },
    { what: 'start in the same folder again', value: `${(warm / 1000).toFixed(1)} s` },
  ];
}

async function millisecondsToReady(dir: string): Promise<number> {
  const begin = performance.now();
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', DATA_DIR: dir, SANDBOX: '1' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ready = new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => chunk.includes('bangqi is ready') && resolve(performance.now() - begin));
    child.once('exit', () => reject(new Error('the service ended before it was ready')));
  });
  const spent = await ready;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  return spent;
}
