import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReportArguments } from '../../src/cli/report-arguments.ts';
import { type City, numberIn, openCity } from '../support/city.ts';
import { type Engines, openEngines } from '../support/engines.ts';
import { CHENHE, GXJ, LEADER, LI, SHENGHONG, SUN, WANG, ZHANG } from '../support/flow-roster.ts';
import { type Ran, runCli } from '../support/run-cli.ts';

let engines: Engines;
let city: City;
let folder: string;
let solved: string;
let withdrawn: string;

/** Two enterprises report on Monday; one case is solved, the other withdrawn after its acceptance. */
beforeAll(async () => {
  engines = await openEngines();
  city = await openCity(engines);
  folder = await mkdtemp(path.join(tmpdir(), 'bangqi-lists-'));
  solved = numberIn(await city.say(WANG, SHENGHONG, '技改贷款批不下来，设备款月底要付'));
  await city.say(WANG, SHENGHONG, '确认');
  withdrawn = numberIn(await city.say(SUN, CHENHE, '厂里招不到工人，请帮忙招聘50名操作工'));
  await city.say(SUN, CHENHE, '确认');
  await city.sandbox.moveTo('2026-11-24 10:00');
  await city.say(SUN, CHENHE, `撤回 ${withdrawn}`);
  await city.say(LI, GXJ, `已办结，贷款今天到账 ${solved}`);
  await city.say(ZHANG, LEADER, '走访盛弘机械，一切正常');
});

afterAll(async () => {
  await city?.close();
  await engines?.close();
  await rm(folder, { recursive: true, force: true });
});

const lists = (...words: string[]): Promise<Ran> =>
  runCli('report', ['lists', ...words, '--out', folder], { ...city.settings, SANDBOX: '' });

async function sheetsOf(file: string) {
  const sheets = await readXlsxFile(file.trim());
  return sheets.map(({ data }) => data);
}

describe('npm run report -- lists', () => {
  it('writes one workbook and prints its path', async () => {
    const { code, stdout } = await lists('--period', '2026-W48');
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${path.join(folder, 'lists-2026-W48.xlsx')}\n` });
    const [problems, solutions, summary, ...more] = await sheetsOf(stdout);
    expect(problems?.[1]?.[0]).toContain('截至11月24日（周二）10:00');
    expect(problems?.slice(4).map((row) => [row[1], row[18]])).toEqual([
      [solved, '已办结待回访'],
      [withdrawn, '已撤回'],
    ]);
    expect(solutions?.[4]?.[10]).toEqual(new Date('2026-11-24T10:00:00Z'));
    expect(summary?.at(-1)?.slice(0, 10)).toEqual(['合计', 0, 2, 0, 1, 1, null, 1, 1, 0]);
    expect(more.at(-1)?.[0]?.[0]).toBe('走访情况');
    expect(more.at(-1)?.at(-1)?.slice(0, 9)).toEqual(['合计', null, 2, 0, 1, 1, 0.5, 1, null]);
  });

  it('finds what the period before has left, and what a month holds', async () => {
    await city.sandbox.moveTo('2026-11-30 09:00');
    const month = await lists('--period', '2026-11', '--unit', '市工信局');
    expect(month.stdout).toBe(`${path.join(folder, 'lists-2026-11-市工信局.xlsx')}\n`);
    const [problems] = await sheetsOf(month.stdout);
    expect(problems?.[1]?.[0]).toContain('范围：市工信局');
    expect(problems?.slice(4).map((row) => row[1])).toEqual([solved]);
    const [none, , summary] = await sheetsOf((await lists('--period', '2026-W49')).stdout);
    expect(none).toHaveLength(4);
    expect(summary?.at(-1)?.slice(-3)).toEqual([2, 1, 0.5]);
  });

  it.each([
    ['--period', '2026-12', '2026-12还没有开始'],
    ['--unit', '市气象局', '名册里没有单位“市气象局”'],
    ['--leader', '王强', '名册里没有领导“王强”'],
    ['--county', '涿州市', '名册里没有县区“涿州市”'],
  ])('refuses %s %s in one sentence, and writes nothing', async (option, word, sentence) => {
    const before = await readdir(folder);
    const { code, stdout, stderr } = await lists('--period', '2026-W48', option, word);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+。\n$/u);
    expect(stderr).toContain(sentence);
    expect(await readdir(folder)).toEqual(before);
  });
});

describe('readReportArguments', () => {
  it('reads a week or a month, and what the lists are confined to', () => {
    const read = readReportArguments(['lists', '--period', '2026-11', '--leader', '张明', '--out', 'x']);
    expect(read).toMatchObject({
      period: { name: '2026-11' },
      names: { county: null, unit: null, leader: '张明', list: null },
      out: 'x',
    });
  });

  it.each([
    [['lists'], '用法'],
    [['lists', '--period', '2026-11', '--json'], '用法'],
    [['lists', '--period', '2026-11', '--town', '涿州市'], '用法'],
    [['lists', '--period', '2026-13'], '没有“2026-13”这一周或这个月'],
    [['weekly', '--period', '2026-W48', '--unit', '市工信局'], '用法'],
  ])('answers %j with a sentence', (words, sentence) => {
    expect(readReportArguments(words)).toMatchObject({ refusal: expect.stringContaining(sentence) });
  });
});
