import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe('npm run demo -- --once', () => {
  let folder: string;
  let shown: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'bangqi-demo-test-'));
    const words = ['--import', 'tsx', 'src/cli/demo.ts', '--once', '--transcript', path.join(folder, 'transcript.md')];
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', PORT: '0' };
    shown = (await promisify(execFile)(process.execPath, words, { cwd: ROOT, env })).stdout;
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('plays the story that docs/demo-transcript.md tells, word for word', async () => {
    const written = await readFile(path.join(folder, 'transcript.md'), 'utf8');
    expect(written).toBe(await readFile(path.join(ROOT, 'docs/demo-transcript.md'), 'utf8'));
  });

  it('shows the same at the terminal, without colour codes where there is none', () => {
    expect(shown).toContain('《企业、项目问题解决周报》');
    expect(shown).not.toContain('\u001b[');
  });
});
