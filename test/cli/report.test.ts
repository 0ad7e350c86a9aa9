import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReportArguments } from '../../src/cli/report-arguments.ts';
import { type City, openCity } from '../support/city.ts';
import { type Engines, openEngines } from '../support/engines.ts';
import { GXJ, LI, SHENGHONG, WANG } from '../support/flow-roster.ts';
import { type Ran, runCli } from '../support/run-cli.ts';

let engines: Engines;
let city: City;
let folder: string;

beforeAll(async () => {
  engines = await openEngines();
  city = await openCity(engines);
  folder = await mkdtemp(path.join(tmpdir(), 'bangqi-report-'));
});

afterAll(async () => {
  await city?.close();
  await engines?.close();
  await rm(folder, { recursive: true, force: true });
});

const report = (...words: string[]): Promise<Ran> => runCli('report', words, { ...city.settings, SANDBOX: '' });

async function numbers(): Promise<Record<string, unknown>> {
  return JSON.parse((await report('weekly', '--period', '2026-W48', '--json')).stdout) as Record<string, unknown>;
}

describe('npm run report -- weekly', () => {
  it('prints the numbers of a week not yet cut as they stand, and once cut those that were frozen', async () => {
    await city.say(WANG, SHENGHONG, '技改贷款批不下来，设备款月底要付');
    await city.say(WANG, SHENGHONG, '确认');
    expect(await numbers()).toEqual({
      period: '2026-W48',
      submitted: 1,
      submittedRate: null,
      resolved: 0,
      resolvedRate: null,
      inWeekRate: null,
      inTermRate: null,
      open: 1,
      overdue: 0,
      surveyed: 0,
      satisfied: 0,
    });
    await city.sandbox.moveTo('2026-11-27 16:00');
    const frozen = await numbers();
    await city.say(LI, GXJ, '已办结，贷款今天到账');
    expect(await numbers()).toEqual(frozen);
    expect(frozen).toMatchObject({ submitted: 1, resolved: 0, open: 1 });
  });

  it('writes the report and prints the path of its file', async () => {
    const { code, stdout } = await report('weekly', '--period', '2026-W48', '--out', folder);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${path.join(folder, 'weekly-2026-W48.md')}\n` });
    expect(await readFile(stdout.trim(), 'utf8')).toMatch(/^《企业、项目问题解决周报》第1期\n/u);
  });

  it('says in one sentence what it cannot make yet', async () => {
    const { code, stdout, stderr } = await report('bulletin', '--period', '2026-11');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^[^\n]*后续版本[^\n]*\n$/u);
  });
});

describe('readReportArguments', () => {
  it('reads the week, and where to write', () => {
    expect(readReportArguments(['weekly', '--period', '2026-W48', '--out', 'x'])).toEqual({
      week: '2026-W48',
      json: false,
      out: 'x',
    });
  });

  it.each([
    [[], '用法'],
    [['weekly'], '用法'],
    [['weekly', 'daily', '--period', '2026-W48'], '用法'],
    [['weekly', '--period', '2026-W48', '--xml'], '用法'],
    [['weekly', '--period', '2026-W54'], '没有“2026-W54”这一周'],
    [['weekly', '--period', '2026-11'], '没有“2026-11”这一周'],
  ])('answers %j with a sentence', (words, sentence) => {
    expect(readReportArguments(words)).toMatchObject({ refusal: expect.stringContaining(sentence) });
  });
});
