import readXlsxFile, { InvalidSpreadsheetError } from 'read-excel-file/node';
import { type Cell, columnName, type Sheet } from '../domain/sheet.ts';
import { marksOf, type SheetMarks, unpackParts } from './workbook-marks.ts';

/** Why bytes cannot be read as a workbook; `badCell` says which cell. */
export type WorkbookRefusal =
  | { refusal: 'notWorkbook' | 'oldOrLocked' | 'tooWide' }
  | { refusal: 'badCell'; row: number; column: string };

/** What the largest workbook that is allowed may come to once unpacked. */
const MAX_UNPACKED = 200 * 1024 * 1024;
const MAX_EXTENT = { rows: 100_001, columns: 100 };
/** Old .xls files and encrypted workbooks both are compound files. */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const NO_MARKS: SheetMarks = { formulas: new Set(), merges: [], extent: { rows: 0, columns: 0 } };

/** Reads every sheet of an .xlsx file; never throws for what is in it. */
export async function readWorkbook(bytes: Buffer): Promise<Sheet[] | WorkbookRefusal> {
  if (bytes.subarray(0, 4).equals(COMPOUND_FILE)) return { refusal: 'oldOrLocked' };
  const marks = readMarks(bytes);
  if (!(marks instanceof Map)) return marks;
  try {
    const sheets = await readXlsxFile(bytes, { trim: false });
    return sheets.map(({ sheet, data }) => {
      const { formulas, merges } = marks.get(sheet) ?? NO_MARKS;
      return { name: sheet, rows: data.map((row) => row.map(cellOf)), formulas, merges };
    });
  } catch (error) {
    return refusalOf(error);
  }
}

function readMarks(bytes: Uint8Array): Map<string, SheetMarks> | WorkbookRefusal {
  try {
    const parts = unpackParts(bytes, MAX_UNPACKED);
    if (!parts) return { refusal: 'tooWide' };
    const marks = marksOf(parts);
    // The reader fills every gap with empty cells, so one stray mark far out would cost all the memory there is.
    const isTooWide = [...marks.values()].some(
      ({ extent }) => extent.rows > MAX_EXTENT.rows || extent.columns > MAX_EXTENT.columns,
    );
    return isTooWide ? { refusal: 'tooWide' } : marks;
  } catch {
    return { refusal: 'notWorkbook' };
  }
}

/** The reader's types say `typeof Date` where a date comes. */
function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value instanceof Date ? value : null;
}

function refusalOf(error: unknown): WorkbookRefusal {
  const place = error instanceof InvalidSpreadsheetError ? /at row (\d+), col (\d+)/.exec(error.message) : null;
  if (!place) return { refusal: 'notWorkbook' };
  return { refusal: 'badCell', row: Number(place[1]), column: columnName(Number(place[2]) - 1) };
}
