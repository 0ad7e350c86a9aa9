import { GUIDE_NAME, ROSTER_SHEETS, type SheetColumn, type SheetTable } from '../../config/texts/roster-sheets.ts';
import { SHEET_FAULTS } from '../../config/texts/roster-workbook.ts';
import type { RowProblem } from './roster-rows.ts';
import { columnIndex, columnName, isBlank, nearestWord, type Sheet } from './sheet.ts';

/** Where a sheet's columns stand. */
export interface HeaderRow {
  /** Counted from 0; the rows of the roster follow. */
  index: number;
  columns: { at: number; column: SheetColumn }[];
}

const TABLES = Object.values(ROSTER_SHEETS);

/** Names the sheets that are missing, and those that the roster does not know and that are not empty. */
export function findSheetFaults(sheets: readonly Sheet[]): RowProblem[] {
  const names = new Set(sheets.map(({ name }) => name.trim()));
  const missing = TABLES.map(({ name }) => name).filter((name) => !names.has(name));
  const known = new Set([...TABLES.map(({ name }) => name), GUIDE_NAME]);
  const strange = sheets.filter(
    ({ name, rows }) => !known.has(name.trim()) && rows.flat().some((cell) => !isBlank(cell)),
  );
  const guesses = strange.map(({ name }) => ({ name, nearest: nearestWord(name, missing) }));
  const guessed = new Set(guesses.map(({ nearest }) => nearest));
  const all = TABLES.map(({ name }) => name).join('、');
  return [
    ...guesses.map(({ name, nearest }) => ofSheet(name, SHEET_FAULTS.unknownSheet({ name, nearest, all }))),
    ...missing.filter((name) => !guessed.has(name)).map((name) => ofSheet(name, SHEET_FAULTS.missingSheet({ name }))),
  ];
}

/** Finds a sheet's header, its first row with anything in it, and names what is wrong with it; null when there is none. */
export function readHeader(sheet: Sheet, table: SheetTable, faults: RowProblem[]): HeaderRow | null {
  const index = sheet.rows.findIndex((row) => row.some((cell) => !isBlank(cell)));
  if (index < 0) return null;
  const place = { sheet: table.name, row: index + 1 };
  const found = (sheet.rows[index] ?? []).map((cell) => (isBlank(cell) ? '' : plain(String(cell))));
  const columns = found.flatMap((header, at) => {
    const column = table.columns.find((each) => each.header === header);
    return column ? [{ at, column }] : [];
  });
  if (columns.length === 0) {
    const all = table.columns.map(({ header }) => header).join('、');
    faults.push({ ...place, field: null, reason: SHEET_FAULTS.noHeader({ all }) });
    return null;
  }
  faults.push(...headerFaults(found, table).map((fault) => ({ ...place, ...fault })));
  return { index, columns };
}

function headerFaults(found: readonly string[], table: SheetTable): Pick<RowProblem, 'field' | 'reason'>[] {
  const missing = table.columns.filter(({ header }) => !found.includes(header));
  const words = missing.map(({ header }) => header);
  const strange = found.filter((header) => header !== '' && !table.columns.some((each) => each.header === header));
  const guesses = [...new Set(strange)].map((header) => ({ header, nearest: nearestWord(header, words) }));
  const guessed = new Set(guesses.map(({ nearest }) => nearest));
  const all = (words.length > 0 ? words : table.columns.map(({ header }) => header)).join('、');
  const repeated = table.columns.map(({ header }) => header).filter((header) => placesOf(header, found).length > 1);
  return [
    ...guesses.map(({ header, nearest }) => ({
      field: header.slice(0, 50),
      reason: SHEET_FAULTS.unknownHeader({ header: header.slice(0, 50), nearest, all }),
    })),
    ...repeated.map((header) => ({
      field: header,
      reason: SHEET_FAULTS.repeatedHeader({ columns: placesOf(header, found).map(columnName).join('、') }),
    })),
    ...missing
      .filter(({ required, header }) => required && !guessed.has(header))
      .map(({ header }) => ({ field: header, reason: SHEET_FAULTS.missingHeader({ header }) })),
  ];
}

function placesOf(header: string, found: readonly string[]): number[] {
  return found.flatMap((each, at) => (each === header ? [at] : []));
}

/** Names every merged range that reaches a row with something in it: only its first cell has a value. */
export function findMerges(sheet: Sheet, { table, header }: { table: SheetTable; header: HeaderRow }): RowProblem[] {
  return sheet.merges.flatMap((range) => {
    const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)/.exec(range) ?? [];
    const row = Number(digits);
    if (row > sheet.rows.length) return [];
    const column = header.columns.find(({ at }) => at === columnIndex(letters))?.column;
    return [{ sheet: table.name, row, field: column?.header ?? null, reason: SHEET_FAULTS.merged({ range }) }];
  });
}

/** Names the first value of every column that has no header: nobody can tell what it means. */
export function findHeadless(sheet: Sheet, { table, header }: { table: SheetTable; header: HeaderRow }): RowProblem[] {
  const headers = sheet.rows[header.index] ?? [];
  const first = new Map<number, number>();
  for (const [index, row] of sheet.rows.entries()) {
    if (index <= header.index) continue;
    for (const [at, cell] of row.entries()) {
      if (!isBlank(cell) && isBlank(headers[at]) && !first.has(at)) first.set(at, index + 1);
    }
  }
  return [...first].map(([at, row]) => {
    const reason = SHEET_FAULTS.valueWithoutHeader({ column: columnName(at) });
    return { sheet: table.name, row, field: null, reason };
  });
}

/** A header without spaces, in half width, and without the star that some put at what is required. */
function plain(header: string): string {
  return header.normalize('NFKC').replace(/\s|\*+$/gu, '');
}

function ofSheet(sheet: string, reason: string): RowProblem {
  return { sheet: sheet.slice(0, 50), row: 0, field: null, reason };
}
