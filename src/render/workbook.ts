import writeXlsxFile, { type CellObject, type Row } from 'write-excel-file/node';
import { pageFeature, rowHeight } from './workbook-page.ts';
import type { Cell, CellKind, Column, Sheet } from '../domain/lists/sheet.ts';

const FONT = { fontFamily: '宋体', fontSize: 10 } as const;
const BORDER = { borderStyle: 'thin', borderColor: '#808080' } as const;

/** How each kind of cell looks; numbers and dates stay numbers and dates, so that people can sort and count them. */
const LOOKS: Record<CellKind, CellObject> = {
  text: { align: 'left' },
  label: { align: 'center' },
  count: { align: 'center', format: '0' },
  day: { align: 'center', format: 'yyyy-mm-dd' },
  moment: { align: 'center', format: 'yyyy-mm-dd hh:mm' },
  rate: { align: 'center', format: '0.0%' },
};

/** The .xlsx file of some sheets: a title and notes across, a bold header that stays in sight and can be filtered, landscape. */
export async function renderWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const { toBuffer } = writeXlsxFile(sheets.map(drawSheet), { ...FONT, features: [pageFeature(sheets)] });
  return toBuffer();
}

function drawSheet(sheet: Sheet) {
  const { name, columns, notes, stickyColumns } = sheet;
  const across = columns.length;
  return {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    orientation: 'landscape' as const,
    stickyRowsCount: notes.length + 2,
    stickyColumnsCount: stickyColumns,
    data: [
      [{ value: sheet.title, fontWeight: 'bold' as const, fontSize: 16, height: 28, ...line(across) }],
      ...notes.map((note) => [{ value: note, ...line(across) }]),
      columns.map(drawHeader),
      ...sheet.rows.map((row, index) => drawRow(row, sheet, sheet.hasTotal && index === sheet.rows.length - 1)),
    ] satisfies Row[],
  };
}

/** A frozen column cuts whatever spans it, so a line across is not centred: its beginning stays in sight. */
function line(columnSpan: number) {
  return { columnSpan, align: 'left', alignVertical: 'center' } as const;
}

function drawHeader({ header }: Column): CellObject {
  const look = {
    align: 'center',
    alignVertical: 'center',
    wrap: true,
    backgroundColor: '#DDE6F0',
    height: 30,
  } as const;
  return { value: header, fontWeight: 'bold', ...look, ...BORDER };
}

function drawRow(row: readonly Cell[], { columns }: Sheet, isTotal: boolean): Row {
  const height = rowHeight(row, { columns });
  return columns.map(({ kind }, i) => {
    const weight = isTotal ? ({ fontWeight: 'bold' } as const) : {};
    return { ...drawCell(row[i] ?? null, kind), alignVertical: 'center', wrap: true, height, ...weight, ...BORDER };
  });
}

function drawCell(cell: Cell, kind: CellKind): CellObject {
  if (cell === null || cell === '') return { value: '', align: 'center' };
  if (cell instanceof Date) return { ...LOOKS[kind], type: Date, value: asWallClock(cell, kind) };
  if (typeof cell === 'number') return { ...LOOKS[kind], type: Number, value: cell };
  // Declared as text, so that a number of a case or a phone never turns into a figure, and a sentence never into a formula.
  return { align: LOOKS[kind].align ?? 'left', type: String, format: '@', value: cell };
}

const OFFSET_MS = 8 * 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A spreadsheet knows no time zones: what the clock in Shanghai shows is written as if it were UTC, to the minute or the day. */
function asWallClock(instant: Date, kind: CellKind): Date {
  const unit = kind === 'day' ? DAY_MS : MINUTE_MS;
  return new Date(Math.floor((instant.getTime() + OFFSET_MS) / unit) * unit);
}
