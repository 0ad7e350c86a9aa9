import { execFile } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJsonFile } from '../../src/cli/read-json-file.ts';
import { readRosterArguments } from '../../src/cli/roster-arguments.ts';
import { buildRosterStore } from '../../src/store/roster-store.ts';
import { type TestDatabase, withDatabase } from '../support/database.ts';
import { aRosterFile, anEnterprise } from '../support/roster-factory.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await withDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'bangqi-roster-'));
});

afterAll(async () => {
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command as `npm run roster --` does, on the test's database unless told otherwise. */
function roster(words: string[], env: Record<string, string> = { MONGODB_URI: database.uri }): Promise<Outcome> {
  const childEnv = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...env };
  const args = ['--import', 'tsx', 'src/cli/roster.ts', ...words];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: ROOT, env: childEnv }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

async function fileOf(content: unknown, name = 'roster.json'): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return file;
}

function withBadRows() {
  const file = aRosterFile();
  file.subjects.push(anEnterprise({ list: '百强企业', unit: '没有的局' }));
  file.chats[0] = { ...file.chats[0], of: '没有的公司' };
  return file;
}

describe('npm run roster -- import', () => {
  it('answers bad rows with exit 1 and one JSON line each, and changes nothing', async () => {
    const { code, stdout } = await roster(['import', await fileOf(withBadRows())]);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(code).toBe(1);
    expect(lines).toMatchObject([
      { sheet: 'subjects', row: 2, field: 'list' },
      { sheet: 'chats', row: 1, field: 'of' },
    ]);
    expect((await buildRosterStore(database.connection).load()).version).toBe(0);
  });

  it('imports the demo roster, says so in one line, and has nothing to do the second time', async () => {
    const first = await roster(['import', 'config/demo-roster.json']);
    expect(first).toEqual({
      code: 0,
      stdout: '名册已导入：企业和项目3个、单位5个、人员11人、群9个；新增28条、更新0条，包联关系新立9条、终止0条。\n',
      stderr: '',
    });
    const second = await roster(['import', 'config/demo-roster.json']);
    expect(second.stdout).toBe('名册已导入：企业和项目3个、单位5个、人员11人、群9个；与已登记的相同，没有变化。\n');
  });

  it('imports the other rows with --skip-bad and names those left out', async () => {
    const { code, stdout } = await roster(['import', await fileOf(withBadRows()), '--skip-bad']);
    const lines = stdout.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toContain('名册已导入：企业和项目1个');
  });

  it('starts the embedded database itself when none is configured', async () => {
    const dataDir = path.join(folder, 'data');
    const first = await roster(['import', 'config/demo-roster.json'], { DATA_DIR: dataDir });
    const second = await roster(['import', 'config/demo-roster.json'], { DATA_DIR: dataDir });
    expect([first.stderr, first.code, second.code]).toEqual(['', 0, 0]);
    expect(second.stdout).toContain('没有变化');
  });
});

describe('npm run roster that cannot be done', () => {
  it('says on standard error how it is called, in one sentence', async () => {
    const { code, stdout, stderr } = await roster(['forget', 'x.json']);
    expect([code, stdout, stderr.trimEnd().split('\n')]).toEqual([1, '', [expect.stringContaining('用法')]]);
  });

  it('names the setting and keeps the password to itself when the database does not answer', async () => {
    const env = { MONGODB_URI: 'mongodb://office:top-secret@127.0.0.1:9/bangqi' };
    const { code, stderr } = await roster(['import', 'config/demo-roster.json'], env);
    expect([code, stderr]).toEqual([1, expect.stringContaining('MONGODB_URI')]);
    expect(stderr).not.toContain('top-secret');
  });
});

describe('readRosterArguments', () => {
  it('takes the option before and after the file', () => {
    const asked = { command: 'import', file: 'a.json', skipBad: true, openCases: null };
    expect(readRosterArguments(['import', 'a.json', '--skip-bad'])).toEqual(asked);
    expect(readRosterArguments(['import', '--skip-bad', 'a.json'])).toEqual(asked);
    expect(readRosterArguments(['import', 'a.json'])).toEqual({ ...asked, skipBad: false });
  });

  it('takes a workbook to import, export or make a template of', () => {
    expect(readRosterArguments(['import', 'a.xlsx'])).toMatchObject({ command: 'import' });
    expect(readRosterArguments(['export', 'a.XLSX'])).toEqual({ command: 'export', file: 'a.XLSX' });
    expect(readRosterArguments(['template', 'a.xlsx'])).toEqual({ command: 'template', file: 'a.xlsx' });
  });

  it.each([
    ['no words', [], '用法'],
    ['no file', ['import'], '用法'],
    ['two files', ['import', 'a.json', 'b.json'], '用法'],
    ['an unknown option', ['import', 'a.json', '--force'], '用法'],
    ['an unknown command', ['forget', 'roster.xlsx'], '用法'],
    ['an option that an export does not have', ['export', 'roster.xlsx', '--skip-bad'], '用法'],
    ['a template of another kind than a workbook', ['template', 'roster.json'], '.xlsx'],
    ['a workbook in another format', ['import', 'roster.XLS'], '另存为 .xlsx'],
  ])('refuses %s', (_, words, sentence) => {
    expect(readRosterArguments(words)).toEqual({ refusal: expect.stringContaining(sentence) });
  });
});

describe('readJsonFile', () => {
  it('reads a file that begins with a byte order mark', async () => {
    expect(await readJsonFile(await fileOf('\uFEFF{"units": []}', 'bom.json'))).toEqual({ units: [] });
  });

  it('refuses a file that is not there, and a folder', async () => {
    await expect(readJsonFile(path.join(folder, 'nowhere.json'))).rejects.toThrow('没有文件');
    await expect(readJsonFile(folder)).rejects.toThrow('没有文件');
  });

  it('refuses a file that is not JSON, and repeats none of it', async () => {
    const failure = readJsonFile(await fileOf('{"webhookKey": "secret-key" oops', 'bad.json'));
    await expect(failure).rejects.toThrow(/^(?!.*secret-key).*不是 JSON 文件/);
  });

  it('refuses a file in another encoding than UTF-8', async () => {
    const gbk = Buffer.from([0x22, 0xb0, 0xef, 0xc6, 0xf3, 0xcd, 0xa8, 0x22]);
    await expect(readJsonFile(await fileOf(gbk, 'gbk.json'))).rejects.toThrow('UTF-8');
  });

  it('refuses a file over 20 MB', async () => {
    const file = await fileOf('[]', 'huge.json');
    await truncate(file, 20 * 1024 * 1024 + 1);
    await expect(readJsonFile(file)).rejects.toThrow('超过 20 MB');
  });
});
