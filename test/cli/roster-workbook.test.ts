import { mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readWorkbookFile } from '../../src/cli/workbook-file.ts';
import { buildRosterWorkbook } from '../../src/render/roster-workbook.ts';
import { buildRosterStore } from '../../src/store/roster-store.ts';
import { type TestDatabase, withDatabase } from '../support/database.ts';
import { aChangedFile, aRosterFile } from '../support/roster-factory.ts';
import { runCli } from '../support/run-cli.ts';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await withDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'bangqi-workbook-'));
});

afterAll(async () => {
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

const roster = (...words: string[]) => runCli('roster', words, { MONGODB_URI: database.uri });
const inFolder = (name: string) => path.join(folder, name);

async function saved(name: string, bytes: Buffer): Promise<string> {
  await writeFile(inFolder(name), bytes);
  return inFolder(name);
}

describe('npm run roster -- with a workbook', () => {
  it('names bad rows in the words of the workbook, one JSON line each, and changes nothing', async () => {
    const bytes = await buildRosterWorkbook(aChangedFile('persons', 2, { phone: '12345', of: '没有的公司' }));
    const { code, stdout } = await roster('import', await saved('bad.xlsx', bytes));
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      sheet: '人员',
      row: 3,
      field: '电话',
      reason: expect.stringContaining('不像电话号码'),
    });
    expect((await buildRosterStore(database.connection).load()).version).toBe(0);
  });

  it('imports a workbook, exports it for the owner alone, and an import of the export changes nothing', async () => {
    const file = await saved('good.xlsx', await buildRosterWorkbook(aRosterFile()));
    expect((await roster('import', file)).stdout).toContain('企业和项目1个、单位2个、人员4人、群4个；新增11条');
    const exported = await roster('export', inFolder('out.xlsx'));
    expect([exported.code, exported.stdout]).toEqual([0, expect.stringContaining('人员4人')]);
    expect((await stat(inFolder('out.xlsx'))).mode & 0o777).toBe(0o600);
    expect((await roster('import', inFolder('out.xlsx'))).stdout).toContain('没有变化');
  });

  it('writes a template that has nothing to import as it is, and never over another file', async () => {
    const written = await roster('template', inFolder('template.xlsx'));
    expect([written.code, written.stderr]).toEqual([0, '']);
    const empty = await roster('import', inFolder('template.xlsx'));
    expect([empty.code, empty.stdout]).toEqual([1, expect.stringContaining('一行也没有')]);
    const again = await roster('template', inFolder('template.xlsx'));
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('已经存在')]);
  });

  it('leaves out bad rows when asked, but takes no workbook whose sheets it cannot tell', async () => {
    const bad = await buildRosterWorkbook(aChangedFile('persons', 2, { phone: '12345' }));
    const skipped = await roster('import', await saved('skip.xlsx', bad), '--skip-bad');
    expect([skipped.code, skipped.stdout]).toEqual([0, expect.stringContaining('人员3人')]);
    const headers = ['账号', '姓名', '角色'];
    const strange = await writeXlsxFile([headers], { sheet: '人员表' }).toBuffer();
    const refused = await roster('import', await saved('strange.xlsx', strange), '--skip-bad');
    const sheets = refused.stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { sheet: string }).sheet);
    expect([refused.code, sheets]).toEqual([1, ['人员表', '单位', '企业和项目', '群']]);
  });
});

describe('readWorkbookFile', () => {
  it('refuses a file that is not there, and a folder', async () => {
    await expect(readWorkbookFile(inFolder('nowhere.xlsx'))).rejects.toThrow('没有文件');
    await expect(readWorkbookFile(folder)).rejects.toThrow('没有文件');
  });

  it('refuses a file over 10 MB without reading it', async () => {
    const file = await saved('huge.xlsx', Buffer.from('PK'));
    await truncate(file, 10 * 1024 * 1024 + 1);
    await expect(readWorkbookFile(file)).rejects.toThrow('超过 10 MB');
  });

  it('refuses a file that is no workbook, or an old one, in one sentence each', async () => {
    const words = await saved('words.xlsx', Buffer.from('名册'));
    const old = await saved('old.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    await expect(readWorkbookFile(words)).rejects.toThrow('不是 Excel 工作簿');
    await expect(readWorkbookFile(old)).rejects.toThrow('加了密码');
  });
});
