import readXlsxFile, { type Sheet as SheetRead } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { buildLists } from '../../src/domain/lists/lists.ts';
import type { Sheet } from '../../src/domain/lists/sheet.ts';
import { listSheets } from '../../src/domain/lists/sheets.ts';
import { renderWorkbook } from '../../src/render/workbook.ts';
import { buildCase } from '../support/case-factory.ts';
import { shanghai } from '../support/world-factory.ts';
import { aFrame } from '../domain/lists/told.ts';

/** A workbook as a reader of .xlsx files sees it. */
async function readBack(sheets: readonly Sheet[]): Promise<SheetRead[]> {
  return readXlsxFile(await renderWorkbook(sheets));
}

function aSheet(changes: Partial<Sheet> = {}): Sheet {
  const columns = (['label', 'day', 'moment', 'count', 'rate'] as const).map((kind) => ({
    header: kind,
    width: 12,
    kind,
  }));
  return {
    name: '清单',
    title: '问题清单',
    notes: ['截至期末'],
    columns,
    rows: [],
    hasTotal: false,
    stickyColumns: 1,
    ...changes,
  };
}

describe('renderWorkbook', () => {
  it('writes a title, the notes, the header and the rows, in that order', async () => {
    const [sheet] = await readBack([aSheet({ rows: [['甲', null, null, 3, 0.905]] })]);
    expect(sheet).toEqual({
      sheet: '清单',
      data: [
        ['问题清单', null, null, null, null],
        ['截至期末', null, null, null, null],
        ['label', 'day', 'moment', 'count', 'rate'],
        ['甲', null, null, 3, 0.905],
      ],
    });
  });

  it('writes real dates, as the clock in Shanghai shows them', async () => {
    const night = shanghai('2026-11-24 06:00');
    const [sheet] = await readBack([aSheet({ rows: [['甲', night, night, 0, null]] })]);
    expect(sheet?.data.at(-1)).toEqual([
      '甲',
      new Date('2026-11-24T00:00:00Z'),
      new Date('2026-11-24T06:00:00Z'),
      0,
      null,
    ]);
  });

  it('leaves words words, whatever they begin with', async () => {
    const words = ['=1+1', '000123', '2026-11-24', '<b>&"', '第一行\n第二行', '坏\u0000字'];
    const rows = words.map((word) => [word, null, null, null, null]);
    const [sheet] = await readBack([aSheet({ rows })]);
    const read = sheet?.data.slice(3).map(([word]) => word);
    expect(read).toEqual([...words.slice(0, -1), '坏字']);
  });

  it('makes the lists of a period one workbook of six sheets', async () => {
    const frame = aFrame('2026-W48');
    const lists = buildLists([buildCase({ stop: 'closed' })], frame);
    const sheets = await readBack(listSheets(lists, frame));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      '问题清单',
      '问题解决情况清单',
      '分类汇总（问题类型）',
      '分类汇总（主办单位）',
      '分类汇总（所属县区）',
      '分类汇总（名单）',
    ]);
    const [problems, solutions, summary] = sheets.map(({ data }) => data);
    expect(problems?.[1]?.[0]).toBe('统计期：2026年11月23日至2026年11月29日，截至期末');
    expect(problems?.[3]).toHaveLength(20);
    expect(problems?.[4]?.slice(0, 3)).toEqual([1, 'BQ-2026-000123', '涿州市盛弘机械有限责任公司']);
    expect(solutions?.[3]).toHaveLength(19);
    expect(solutions?.[4]?.[10]).toEqual(new Date('2026-11-26T10:00:00Z'));
    expect(summary?.at(-1)?.slice(0, 10)).toEqual(['合计', 0, 1, 0, 1, 1, null, 1, 0, 0]);
  });
});
