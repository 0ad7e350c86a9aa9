import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import writeXlsxFile, { type CellObject, type Feature, type Sheet } from 'write-excel-file/node';
import {
  EXAMPLE_MARK,
  GUIDE_NAME,
  ROSTER_SHEETS,
  type SheetColumn,
  type SheetKey,
  type SheetTable,
} from '../../config/texts/roster-sheets.ts';
import { GUIDE } from '../../config/texts/roster-workbook.ts';
import { rowsOf } from '../domain/roster-export.ts';
import { type RosterFile, SHEET_KEYS } from '../domain/roster-sheets.ts';
import { columnName } from '../domain/sheet.ts';

type Content = Stream | Buffer | Blob;

const DEFAULT_WIDTH = 16;
const GUIDE_WIDTHS = [14, 20, 8, 76, 40];
const LINE_HEIGHT = 16;
/** Rows that are ready for typing: as text, so that Excel makes no number of a telephone or a code. */
const READY_ROWS = 200;
/** Choices are offered this far down. */
const LAST_ROW = 5000;
const LINE = { borderStyle: 'thin', borderColor: '#BFBFBF' } as const;
const TEXT = { type: String, format: '@', wrap: true, alignVertical: 'top' } as const;
const EXAMPLE = { ...TEXT, fontStyle: 'italic', textColor: '#7F7F7F' } as const;
const REQUIRED = '#FCE4D6';
const OPTIONAL = '#DDEBF7';

/** A roster as a workbook that can be imported again. */
export function buildRosterWorkbook(file: RosterFile): Promise<Buffer> {
  return write(
    SHEET_KEYS.map((key) =>
      sheetOf(
        key,
        rowsOf(key, file[key]).map((row) => row.map(textCell)),
      ),
    ),
  );
}

/** An empty workbook: 填写说明, and every sheet with its headers and two rows that show how. */
export function buildRosterTemplate(): Promise<Buffer> {
  const sheets = SHEET_KEYS.map((key) => {
    const { columns, examples } = ROSTER_SHEETS[key];
    const shown = examples.map((example) =>
      columns.map(({ field }, index): CellObject => {
        const value = example[field];
        return value ? { ...EXAMPLE, value: index === 0 ? `${EXAMPLE_MARK}${value}` : value } : EXAMPLE;
      }),
    );
    const ready = Array.from({ length: READY_ROWS }, () => columns.map((): CellObject => TEXT));
    return sheetOf(key, [...shown, ...ready]);
  });
  return write([guideSheet(), ...sheets]);
}

function write(sheets: Sheet<Content>[]): Promise<Buffer> {
  return writeXlsxFile(sheets, { fontFamily: '宋体', fontSize: 11, features: [EXTRAS] }).toBuffer();
}

function sheetOf(key: SheetKey, rows: CellObject[][]): Sheet<Content> {
  const { name, columns } = ROSTER_SHEETS[key];
  const headers = columns.map(({ header, required }) => headCell(header, required ? REQUIRED : OPTIONAL));
  return {
    sheet: name,
    columns: columns.map(({ width = DEFAULT_WIDTH }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
    data: [
      headers,
      ...rows.map((row) =>
        tall(
          row,
          columns.map(({ width = DEFAULT_WIDTH }) => width),
        ),
      ),
    ],
  };
}

function headCell(value: string, backgroundColor: string): CellObject {
  return { ...LINE, value, backgroundColor, fontWeight: 'bold', align: 'center', alignVertical: 'center', height: 24 };
}

/** A row high enough for its text; not every program fits the height when it opens a file. */
function tall(row: CellObject[], widths: readonly number[]): CellObject[] {
  const lines = row.map(({ value }, index) => linesOf(String(value ?? ''), widths[index] ?? DEFAULT_WIDTH));
  const most = Math.max(1, ...lines);
  return most > 1 ? row.map((cell) => ({ ...cell, height: most * LINE_HEIGHT })) : row;
}

/** A Chinese character is as wide as two digits; a little room stays free at the edge. */
function linesOf(text: string, width: number): number {
  const lines = text.split('\n').map((line) => line.replace(/[^\0-\xff]/gu, '  ').length);
  return lines.reduce((sum, length) => sum + Math.max(1, Math.ceil(length / (width - 2))), 0);
}

function textCell(value: string | null): CellObject {
  return value === null ? TEXT : { ...TEXT, value: escapeText(value) };
}

/** A workbook writes some characters as _xHHHH_, and so what looks like that has to be written in such a way itself. */
function escapeText(text: string): string {
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_').replace(/[\r\uFDD0-\uFDEF\uFFFD-\uFFFF]/g, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}

/** One line a column, in the order of the sheets. */
function guideSheet(): Sheet<Content> {
  const { title, notes, headers } = GUIDE;
  const across = { columnSpan: headers.length, wrap: true, alignVertical: 'center' } as const;
  const lines = SHEET_KEYS.flatMap((key) =>
    ROSTER_SHEETS[key].columns.map((column) => guideLine(ROSTER_SHEETS[key], column)),
  );
  return {
    sheet: GUIDE_NAME,
    columns: GUIDE_WIDTHS.map((width) => ({ width })),
    showGridLines: false,
    orientation: 'landscape',
    data: [
      [{ ...across, value: title, fontWeight: 'bold', fontSize: 16, height: 30 }],
      ...notes.map((note): CellObject[] => [{ ...across, value: note, height: 20 }]),
      headers.map((header) => headCell(header, OPTIONAL)),
      ...lines.map((line) => tall(line, GUIDE_WIDTHS)),
    ],
  };
}

function guideLine(
  { name, examples }: SheetTable,
  { header, field, about, required, words, choices, many }: SheetColumn,
) {
  const allowed = (words ? Object.keys(words) : (choices ?? [])).join('、');
  const rule = allowed && (many ? GUIDE.someOf(allowed) : GUIDE.oneOf(allowed));
  const cells = [
    name,
    header,
    required ? GUIDE.required : GUIDE.optional,
    `${about}${rule}${many ? GUIDE.many : ''}`,
    examples.map((example) => example[field]).find(Boolean) ?? '',
  ];
  return cells.map((value, index): CellObject => {
    const colour = required && index === 2 ? { backgroundColor: REQUIRED } : {};
    return { ...TEXT, ...LINE, ...colour, value, alignVertical: 'center', height: 18 };
  });
}

/** What the writer has no option for: words to choose from in a column, and a print as wide as the paper. */
const EXTRAS: Feature<Content> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, { sheet }) => {
          const key = SHEET_KEYS.find((each) => ROSTER_SHEETS[each].name === sheet);
          return xml
            .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
            .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ')
            .replace('</sheetData>', `</sheetData>${key ? choicesOf(ROSTER_SHEETS[key].columns) : ''}`);
        },
      },
    },
  },
};

function choicesOf(columns: readonly SheetColumn[]): string {
  const lists = columns.flatMap(({ words, choices, many }, index) => {
    const allowed = words ? Object.keys(words) : choices;
    // A list admits one word alone, so a column for several goes without.
    if (!allowed || many) return [];
    const cells = `${columnName(index)}2:${columnName(index)}${LAST_ROW}`;
    const attributes = `type="list" allowBlank="1" showErrorMessage="1" sqref="${cells}"`;
    return `<dataValidation ${attributes}><formula1>"${allowed.join(',')}"</formula1></dataValidation>`;
  });
  return lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : '';
}
