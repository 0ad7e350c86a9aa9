import { ROSTER_SHEETS, type SheetKey } from '../../config/texts/roster-sheets.ts';
import { rowsOf } from '../../src/domain/roster-export.ts';
import { readRosterSheets, SHEET_KEYS } from '../../src/domain/roster-sheets.ts';
import type { Cell, Sheet } from '../../src/domain/sheet.ts';
import { aRosterFile, plan, type RosterFile } from './roster-factory.ts';

/** The headers of a sheet, in their order. */
export function headersOf(key: SheetKey): string[] {
  return ROSTER_SHEETS[key].columns.map(({ header }) => header);
}

/** A roster file as the sheets of a workbook. */
export function theSheets(file: RosterFile = aRosterFile()): Sheet[] {
  return SHEET_KEYS.map((key) => aSheet(ROSTER_SHEETS[key].name, [headersOf(key), ...rowsOf(key, file[key])]));
}

/** A sheet without formulas and merged cells, unless told otherwise. */
export function aSheet(name: string, rows: Cell[][], marks: Partial<Sheet> = {}): Sheet {
  return { name, rows, formulas: new Set(), merges: [], ...marks };
}

/** The sheets of the example with one of them changed. */
export function withSheet(key: SheetKey, change: (sheet: Sheet) => Partial<Sheet>): Sheet[] {
  const { name } = ROSTER_SHEETS[key];
  return theSheets().map((sheet) => (sheet.name === name ? { ...sheet, ...change(sheet) } : sheet));
}

/** The sheets of the example with one cell changed. Rows count as the workbook shows them. */
export function withCell(key: SheetKey, place: { row: number; header: string }, value: Cell): Sheet[] {
  const at = headersOf(key).indexOf(place.header);
  return withSheet(key, ({ rows }) => ({
    rows: rows.map((cells, index) => (index === place.row - 1 ? cells.with(at, value) : cells)),
  }));
}

/** What an import of these sheets says is wrong, in the words of the workbook. */
export function problemsOf(sheets: readonly Sheet[]) {
  const { file, faults, inWorkbook } = readRosterSheets(sheets);
  return faults.length > 0 ? faults : plan(file).problems.map(inWorkbook);
}
