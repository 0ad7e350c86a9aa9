import { EXAMPLE_MARK, ROSTER_SHEETS, type SheetColumn, type SheetKey } from '../../config/texts/roster-sheets.ts';
import { CELL_FAULTS } from '../../config/texts/roster-workbook.ts';
import { findHeadless, findMerges, findSheetFaults, type HeaderRow, readHeader } from './roster-headers.ts';
import { addAll, type RowProblem } from './roster-rows.ts';
import { type Cell, columnName, isBlank, type Sheet } from './sheet.ts';

/** The JSON form of a roster, its cells not yet checked. */
export type RosterFile = Record<SheetKey, Record<string, unknown>[]>;

/** A roster workbook as a roster file. */
export interface RosterReading {
  file: RosterFile;
  /** What is wrong with sheets and headers. While there is any, the file means nothing. */
  faults: RowProblem[];
  /** Says a problem of the file in the workbook's own words: its sheet, its row, its header. */
  inWorkbook(problem: RowProblem): RowProblem;
}

/** No reader of a field takes this for a value, so a row with such a cell is a bad row; why is said in its stead. */
const UNREADABLE = false;
/** Excel keeps 15 digits of a number. */
const EXACT_BELOW = 1e15;
const SEPARATORS = /[、，,；;]/u;
const EXCEL_ERROR = /^#(?:N\/A|NAME\?|REF!|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!)$/;

interface Reader {
  key: SheetKey;
  file: RosterFile;
  /** The row of the workbook that each row of the file is. */
  rows: Record<SheetKey, number[]>;
  /** Why a cell cannot be read, by its place in the file. */
  reasons: Map<string, string>;
}

/** Reads the cells of a workbook as a roster file. */
export function readRosterSheets(sheets: readonly Sheet[]): RosterReading {
  const faults = findSheetFaults(sheets);
  const file: RosterFile = { units: [], persons: [], subjects: [], chats: [] };
  const rows = { units: [], persons: [], subjects: [], chats: [] };
  const reasons = new Map<string, string>();
  for (const key of SHEET_KEYS) {
    const table = ROSTER_SHEETS[key];
    const sheet = sheets.find(({ name }) => name.trim() === table.name);
    const header = sheet && readHeader(sheet, table, faults);
    if (!header) continue;
    addAll(faults, [...findMerges(sheet, { table, header }), ...findHeadless(sheet, { table, header })]);
    readRows(sheet, header, { key, file, rows, reasons });
  }
  return { file, faults, inWorkbook: (problem) => inWorkbook(problem, { rows, reasons }) };
}

/** The sheets in the order in which problems are named. */
export const SHEET_KEYS: readonly SheetKey[] = ['units', 'persons', 'subjects', 'chats'];

function readRows(sheet: Sheet, header: HeaderRow, reader: Reader): void {
  const { key, file, rows, reasons } = reader;
  const naming = header.columns.find(({ column }) => column === ROSTER_SHEETS[key].columns[0]);
  for (const [index, cells] of sheet.rows.entries()) {
    if (index <= header.index || cells.every(isBlank) || isExample(cells[naming?.at ?? -1])) continue;
    rows[key].push(index + 1);
    const row: Record<string, unknown> = {};
    for (const { at, column } of header.columns) {
      const address = `${columnName(at)}${index + 1}`;
      const result = sheet.formulas.has(address)
        ? { reason: CELL_FAULTS.formula }
        : readCell(cells[at] ?? null, column);
      row[column.field] = 'reason' in result ? UNREADABLE : result.value;
      if ('reason' in result) reasons.set(`${key}/${rows[key].length}/${column.field}`, result.reason);
    }
    file[key].push(row);
  }
}

function isExample(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && cell.trimStart().replace(':', '：').startsWith(EXAMPLE_MARK);
}

type CellResult = { value: string | string[] | null } | { reason: string };

/** An empty cell is null, and so takes away what is stored; a column that is not there says nothing. */
function readCell(cell: Cell, column: SheetColumn): CellResult {
  if (isBlank(cell)) return { value: null };
  const text = textOf(cell);
  if (typeof text !== 'string') return text;
  const values = column.many ? splitValues(text) : [text.trim()];
  const { words } = column;
  if (words && values.some((value) => !Object.hasOwn(words, value) && !Object.values(words).includes(value))) {
    return { reason: CELL_FAULTS.noSuchWord({ words: Object.keys(words).join('、') }) };
  }
  const said = values.map((value) => (words && Object.hasOwn(words, value) ? words[value] : value) ?? value);
  if (column.many) return { value: said.length > 0 ? said : null };
  return { value: said[0] ?? null };
}

function textOf(cell: Cell): string | { reason: string } {
  if (typeof cell === 'string') return EXCEL_ERROR.test(cell.trim()) ? { reason: CELL_FAULTS.error } : cell;
  if (typeof cell === 'number') {
    return Math.abs(cell) < EXACT_BELOW ? String(cell) : { reason: CELL_FAULTS.longNumber };
  }
  return { reason: typeof cell === 'boolean' ? CELL_FAULTS.notText : CELL_FAULTS.date };
}

/** The values in a cell: one a line when there are lines, since a name may itself hold a 、, else as separated. */
function splitValues(text: string): string[] {
  const pieces = text.split(text.includes('\n') ? '\n' : SEPARATORS);
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** Puts values into one cell in such a way that they are read as the same values. */
export function joinValues(values: readonly string[]): string {
  if (!values.some((value) => SEPARATORS.test(value))) return values.join('、');
  return values.length > 1 ? values.join('\n') : `${values[0]}\n`;
}

function inWorkbook(problem: RowProblem, { rows, reasons }: Pick<Reader, 'rows' | 'reasons'>): RowProblem {
  const key = SHEET_KEYS.find((each) => each === problem.sheet);
  if (!key) return problem;
  const { name, columns } = ROSTER_SHEETS[key];
  const rowOf = (row: number): number => rows[key][row - 1] ?? 0;
  const why = reasons.get(`${key}/${problem.row}/${problem.field}`);
  return {
    sheet: name,
    row: rowOf(problem.row),
    field: columns.find(({ field }) => field === problem.field)?.header ?? problem.field,
    reason: why ?? inItsWords(problem.reason, rowOf),
  };
}

/** A reason that names a row or a role names it as the workbook does. */
function inItsWords(reason: string, rowOf: (row: number) => number): string {
  return reason
    .replace(/^与第(\d+)行/u, (_, row) => `与第${rowOf(Number(row))}行`)
    .replace('没有 leader，', '没有“包联领导”，');
}
