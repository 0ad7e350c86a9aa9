import { OPEN_CASE_SHEET, openCaseFaults } from '../../config/texts/open-cases.ts';
import type { RowProblem } from './roster-rows.ts';
import { type Cell, isBlank, type Sheet } from './sheet.ts';

export type OpenCaseField = keyof typeof OPEN_CASE_SHEET.headers;

/** One row, its cells not yet checked; null when it is no row at all. `row` is where the file shows it. */
export interface OpenCaseRow {
  row: number;
  inWorkbook: boolean;
  cells: Partial<Record<OpenCaseField, unknown>> | null;
}

export type OpenCaseRows = { rows: OpenCaseRow[] } | { fault: RowProblem };

/** The rows of the sheet 在办问题; other sheets are not looked at. */
export function openCasesOfSheets(sheets: readonly Sheet[]): OpenCaseRows {
  const sheet = sheets.find(({ name }) => name.trim() === OPEN_CASE_SHEET.name);
  if (!sheet) return faultOf(0, openCaseFaults.noSheet);
  const header = sheet.rows.findIndex((row) => row.some((cell) => !isBlank(cell)));
  const places = placesOf(sheet.rows[header] ?? []);
  if (OPEN_CASE_SHEET.required.some((field) => !places.has(field))) return faultOf(header + 1, openCaseFaults.noHeader);
  const rows = sheet.rows.flatMap((cells, index) => {
    if (index <= header || cells.every(isBlank)) return [];
    return [
      {
        row: index + 1,
        inWorkbook: true,
        cells: Object.fromEntries([...places].map(([field, at]) => [field, cells[at] ?? null])),
      },
    ];
  });
  return { rows };
}

/** The rows of `{"openCases": [...]}`. */
export function openCasesOfJson(file: unknown): OpenCaseRows {
  const found: unknown = typeof file === 'object' && file !== null && 'openCases' in file ? file.openCases : null;
  if (!Array.isArray(found)) return faultOf(0, openCaseFaults.noSheet);
  return {
    rows: found.map((row: unknown, i) => ({ row: i + 1, inWorkbook: false, cells: isCells(row) ? row : null })),
  };
}

function placesOf(header: readonly Cell[]): Map<OpenCaseField, number> {
  const words = header.map((cell) => (typeof cell === 'string' ? cell : '').normalize('NFKC').replace(/\s|\*+$/gu, ''));
  const fields = Object.entries(OPEN_CASE_SHEET.headers) as [OpenCaseField, string][];
  return new Map(
    fields.flatMap(([field, word]) => (words.includes(word) ? [[field, words.indexOf(word)] as const] : [])),
  );
}

function isCells(row: unknown): row is Partial<Record<OpenCaseField, unknown>> {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

function faultOf(row: number, reason: string): { fault: RowProblem } {
  return { fault: { sheet: OPEN_CASE_SHEET.name, row, field: null, reason } };
}
