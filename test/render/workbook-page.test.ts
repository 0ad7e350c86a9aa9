import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../src/domain/lists/sheet.ts';
import { renderWorkbook } from '../../src/render/workbook.ts';
import { rowHeight } from '../../src/render/workbook-page.ts';

const column = (width: number) => ({ header: '单位', width, kind: 'text' as const });

function aSheet(changes: Partial<Sheet> = {}): Sheet {
  const two = {
    columns: [column(20), column(20)],
    rows: [
      ['甲', '乙'],
      ['丙', '丁'],
    ],
  };
  return {
    name: '清单',
    title: '问题清单',
    notes: ['截至期末'],
    hasTotal: false,
    stickyColumns: 1,
    ...two,
    ...changes,
  };
}

async function partsOf(...sheets: Sheet[]) {
  const parts = unzipSync(await renderWorkbook(sheets));
  return (name: string) => strFromU8(parts[`xl/${name}.xml`] ?? new Uint8Array());
}

describe('a sheet of the lists', () => {
  it('can be filtered from its header down, the total left out', async () => {
    const part = await partsOf(aSheet(), aSheet({ name: '汇总', hasTotal: true }), aSheet({ name: '空', rows: [] }));
    const filters = [1, 2, 3].map((n) => /<autoFilter ref="([^"]*)"/.exec(part(`worksheets/sheet${n}`))?.[1]);
    expect(filters).toEqual(['A3:B5', 'A3:B4', 'A3:B3']);
  });

  it('is printed one page wide, on larger paper where it has many columns, its header on each page', async () => {
    const part = await partsOf(aSheet(), aSheet({ name: '宽', columns: Array.from({ length: 13 }, () => column(20)) }));
    const sheet = part('worksheets/sheet1');
    expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(sheet).toMatch(/<pageSetup[^>]* fitToWidth="1" fitToHeight="0"/);
    expect(sheet).toContain('paperSize="9"');
    expect(part('worksheets/sheet2')).toContain('paperSize="8"');
    const names = [...part('workbook').matchAll(/localSheetId="(\d)">([^<]*)</g)].map(([, id, rows]) => [id, rows]);
    expect(names).toEqual([
      ['0', "'清单'!$1:$3"],
      ['1', "'宽'!$1:$3"],
    ]);
  });

  it('has its elements in the order that spreadsheets insist on', async () => {
    const xml = (await partsOf(aSheet()))('worksheets/sheet1');
    const order = ['<sheetPr>', '<sheetViews>', '<cols>', '<sheetData>', '<autoFilter', '<mergeCells', '<pageSetup'];
    const places = order.map((tag) => xml.indexOf(tag));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });
});

describe('a row', () => {
  const columns = [column(10), column(21)];

  it('is as high as its longest words need', () => {
    const height = (text: string) => rowHeight(['甲', text], { columns });
    expect([height('乙'), height('一二三四五六七八九十'), height('一二三四五六七八九十一')]).toEqual([18, 18, 31]);
    expect(height('第一行\n第二行\n第三行')).toBe(44);
    expect(height('贷款'.repeat(1_000))).toBe(409);
  });

  it('is one line high where it has figures and days alone', () => {
    expect(rowHeight([12, new Date(0)], { columns })).toBe(18);
  });
});
