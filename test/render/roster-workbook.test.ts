import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { GUIDE_NAME, ROSTER_SHEETS } from '../../config/texts/roster-sheets.ts';
import { readRosterSheets, SHEET_KEYS } from '../../src/domain/roster-sheets.ts';
import type { Sheet } from '../../src/domain/sheet.ts';
import { readWorkbook } from '../../src/render/read-workbook.ts';
import { buildRosterTemplate, buildRosterWorkbook } from '../../src/render/roster-workbook.ts';
import { aRosterFile, ENTERPRISE } from '../support/roster-factory.ts';
import { headersOf } from '../support/roster-sheets.ts';

/** The sheets of a workbook that can be read. @throws when it cannot. */
async function sheetsOf(bytes: Buffer): Promise<Sheet[]> {
  const read = await readWorkbook(bytes);
  if (!Array.isArray(read)) throw new Error(`the workbook was refused: ${read.refusal}`);
  return read;
}

/** A workbook of one sheet, as Excel would store it. */
function aWorkbook(data: SheetData): Promise<Buffer> {
  return writeXlsxFile(data, { sheet: '人员', dateFormat: 'yyyy-mm-dd' }).toBuffer();
}

/** A workbook whose sheet is written by hand. */
function rawWorkbook(sheetData: string): Buffer {
  const parts = {
    'xl/workbook.xml':
      '<workbook xmlns:r="x"><sheets><sheet name="&#20154;&#x5458;" sheetId="1" r:id="rId7"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      "<Relationships><Relationship Target='/xl/worksheets/a.xml' Id='rId7' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'/></Relationships>",
    'xl/worksheets/a.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))));
}

describe('buildRosterWorkbook', () => {
  it('is read as the roster that it was made of', async () => {
    const file = aRosterFile();
    const { file: read, faults } = readRosterSheets(await sheetsOf(await buildRosterWorkbook(file)));
    expect(faults).toEqual([]);
    expect(read.subjects[0]).toEqual(file.subjects[0]);
    expect(read.persons.map(({ userid }) => userid)).toEqual(file.persons.map(({ userid }) => userid));
    expect(read.chats[0]).toMatchObject({ purpose: 'subject', of: ENTERPRISE, webhookKey: 'uuid-1' });
  });

  it.each([
    'a < b & "c"',
    '第一行\n第二行\r\n第三行',
    '_x0041_ 不是 A',
    '=SUM(A1:A9)',
    '13800001111',
    '2026-11-27',
    '企业😀\uFFFD诉求\uFFFF',
  ])('keeps %j as it is', async (plan) => {
    const file = aRosterFile();
    file.subjects[0] = { ...file.subjects[0], plan };
    const sheets = await sheetsOf(await buildRosterWorkbook(file));
    expect(readRosterSheets(sheets).file.subjects[0]).toHaveProperty('plan', plan);
    expect(sheets.flatMap(({ formulas }) => [...formulas])).toEqual([]);
  });

  it('keeps a name with a 、 of its own in one piece', async () => {
    const file = aRosterFile();
    file.persons[2] = { ...file.persons[2], of: ['规划、建设局'] };
    const { file: read } = readRosterSheets(await sheetsOf(await buildRosterWorkbook(file)));
    expect(read.persons[2]?.of).toEqual(['规划、建设局']);
  });
});

describe('buildRosterTemplate', () => {
  it('begins with one line of explanation for every column', async () => {
    const [guide] = await sheetsOf(await buildRosterTemplate());
    const lines = guide?.rows.map(([sheet, header]) => `${String(sheet)}/${String(header)}`);
    expect(guide?.name).toBe(GUIDE_NAME);
    for (const key of SHEET_KEYS) {
      for (const header of headersOf(key)) expect(lines).toContain(`${ROSTER_SHEETS[key].name}/${header}`);
    }
  });

  it('has every sheet with its headers and two examples, and no row to import', async () => {
    const sheets = await sheetsOf(await buildRosterTemplate());
    const { file, faults } = readRosterSheets(sheets);
    expect(faults).toEqual([]);
    expect(file).toEqual({ units: [], persons: [], subjects: [], chats: [] });
    expect(sheets.slice(1).map(({ rows }) => rows.length)).toEqual([3, 3, 3, 3]);
  });
});

describe('readWorkbook', () => {
  it('tells numbers, dates, formulas and merged cells from text', async () => {
    const bytes = await aWorkbook([
      ['姓名', '电话', null],
      ['王强', 13_800_001_111, new Date('2026-11-27T00:00:00Z')],
      [
        { value: '=1+1', type: 'Formula' },
        { value: '甲', columnSpan: 2 },
      ],
    ]);
    const [sheet] = await sheetsOf(bytes);
    expect(sheet?.name).toBe('人员');
    expect(sheet?.rows[1]).toEqual(['王强', 13_800_001_111, new Date('2026-11-27T00:00:00Z')]);
    expect([[...(sheet?.formulas ?? [])], sheet?.merges]).toEqual([['A3'], ['B3:C3']]);
  });

  it('keeps rows where the workbook shows them, and drops those at the end with nothing in them', async () => {
    const [sheet] = await sheetsOf(await aWorkbook([['甲'], [], [], ['乙'], [], [{ borderStyle: 'thin' }]]));
    expect(sheet?.rows).toEqual([['甲'], [null], [null], ['乙']]);
  });

  it('finds a sheet whose name and place are written in another way', async () => {
    const cell = '<row r="2"><c r="B2" t="inlineStr"><f>A1</f><is><t>甲</t></is></c></row>';
    expect(await sheetsOf(rawWorkbook(cell))).toEqual([
      {
        name: '人员',
        rows: [
          [null, null],
          [null, '甲'],
        ],
        formulas: new Set(['B2']),
        merges: [],
      },
    ]);
  });

  it.each([
    ['words', Buffer.from('名册'), 'notWorkbook'],
    ['nothing', Buffer.alloc(0), 'notWorkbook'],
    ['an archive of something else', Buffer.from(zipSync({ 'a.xml': strToU8('<a/>') })), 'notWorkbook'],
    ['an old or encrypted workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'oldOrLocked'],
    [
      'a cell so far out that the gap would fill the memory',
      rawWorkbook('<row><c r="XFD1048576"><v>1</v></c></row>'),
      'tooWide',
    ],
    ['a workbook that unpacks to far too much', aBomb(), 'tooWide'],
  ])('refuses %s', async (_, bytes, refusal) => {
    expect(await readWorkbook(bytes)).toEqual({ refusal });
  });

  it('tells of a formula that was never worked out', async () => {
    const [sheet] = await sheetsOf(rawWorkbook('<row r="3"><c r="D3" t="str"><f>A1</f></c></row>'));
    expect(sheet?.formulas).toEqual(new Set(['D3']));
  });

  it('names a cell that says nothing that can be read', async () => {
    const bytes = rawWorkbook('<row r="3"><c r="D3" t="s"><v>9</v></c></row>');
    expect(await readWorkbook(bytes)).toEqual({ refusal: 'badCell', row: 3, column: 'D' });
  });

  it('refuses a workbook that is cut short', async () => {
    const whole = await buildRosterWorkbook(aRosterFile());
    expect(await readWorkbook(whole.subarray(0, whole.length / 2))).toEqual({ refusal: 'notWorkbook' });
  });
});

function aBomb(): Buffer {
  return Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(201 * 1024 * 1024) }, { level: 1 }));
}
