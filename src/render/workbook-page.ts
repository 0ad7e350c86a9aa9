import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import {
  findElement,
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import type { Cell, Sheet } from '../domain/lists/sheet.ts';

/** Paper by its number in ECMA-376, `ST_PaperSize`. */
const PAPER = { A3: 8, A4: 9 } as const;

/** Sheets wider than this, in characters of Latin script, would be too small to read on A4. */
const WIDEST_ON_A4 = 240;

const SHEET_XML = 'xl/worksheets/sheet{id}.xml';
const WORKBOOK_XML = 'xl/workbook.xml';

/** How sheets are filtered and printed: a filter over the rows, the columns on one page, the header on each. */
export function pageFeature(sheets: readonly Sheet[]): Feature<Stream | Buffer | Blob> {
  const nth = (index: number) => {
    const sheet = sheets[index];
    if (!sheet) throw new RangeError(`there is no sheet ${index}`);
    return sheet;
  };
  return {
    files: {
      transform: {
        [SHEET_XML]: {
          transform: (xml, _, { sheetIndex }) =>
            inserted(inserted(xml, FIT_TO_PAGE, SHEET_XML), filterOf(nth(sheetIndex)), SHEET_XML),
          transformElementAttributes: (tag, attributes, _, __, { sheetIndex }) =>
            tag === 'pageSetup' ? { ...attributes, ...pageOf(nth(sheetIndex)) } : attributes,
        },
        [WORKBOOK_XML]: { transform: (xml) => withNames(xml, sheets.map(printTitle).join('')) },
      },
    },
  };
}

const FIT_TO_PAGE = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

/** One page wide, and as many high as it takes. */
function pageOf({ columns }: Sheet) {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return { paperSize: width > WIDEST_ON_A4 ? PAPER.A3 : PAPER.A4, fitToWidth: 1, fitToHeight: 0 };
}

/** Heights in points: one line of the lists' font, the room round it, and the most that a spreadsheet takes. */
const LINE = 13;
const ROOM = 5;
const HIGHEST = 409;

/** How high a row must be for its words to be seen: not every program works it out when it opens a file. */
export function rowHeight(row: readonly Cell[], { columns }: Pick<Sheet, 'columns'>): number {
  const lines = columns.map(({ width }, i) => {
    const cell = row[i];
    return typeof cell === 'string' ? linesOf(cell, width) : 1;
  });
  return Math.min(HIGHEST, Math.max(...lines) * LINE + ROOM);
}

/** A sign of Chinese script is two wide; a cell has a little less room than its column. */
function linesOf(text: string, width: number): number {
  const widthOf = (line: string) => [...line].reduce((sum, sign) => sum + (sign > '\u00FF' ? 2 : 1), 0);
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil(widthOf(line) / (width - 1))));
  return lines.reduce((sum, count) => sum + count, 0);
}

/** The title and the notes stand above the header. */
function headerRow({ notes }: Sheet): number {
  return notes.length + 2;
}

/** A total is no row to be filtered. */
function filterOf(sheet: Sheet): string {
  const header = headerRow(sheet);
  const last = header + sheet.rows.length - Number(sheet.hasTotal);
  const ref = `${getCellAddress(header - 1, 0)}:${getCellAddress(last - 1, sheet.columns.length - 1)}`;
  return `<autoFilter ref="${ref}"/>`;
}

function printTitle(sheet: Sheet, index: number): string {
  const rows = `'${sheet.name.replaceAll("'", "''")}'!$1:$${headerRow(sheet)}`;
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sanitizeTextContent(rows)}</definedName>`;
}

function withNames(xml: string, names: string): string {
  const markup = `<definedNames>${names}</definedNames>`;
  const known = findElement(xml, 'definedNames');
  return known ? replaceElement(xml, known, markup) : inserted(xml, markup, WORKBOOK_XML);
}

/** Spreadsheets refuse elements that are out of order. */
function inserted(xml: string, markup: string, file: typeof SHEET_XML | typeof WORKBOOK_XML): string {
  const root = file === SHEET_XML ? 'worksheet' : 'workbook';
  const order = getOrderOfSiblings(file, root);
  if (!order) throw new Error(`the order of elements in ${file} is not known`);
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, root);
}
