import { readFile, stat, writeFile } from 'node:fs/promises';
import { WORKBOOK_FAULTS } from '../../config/texts/roster-workbook.ts';
import type { Sheet } from '../domain/sheet.ts';
import { readWorkbook } from '../render/read-workbook.ts';

const MAX_BYTES = 10 * 1024 * 1024;

/** Reads the sheets of an .xlsx file of at most 10 MiB. @throws with one sentence that says what to do. */
export async function readWorkbookFile(path: string): Promise<Sheet[]> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new Error(WORKBOOK_FAULTS.missing(path));
  if (found.size > MAX_BYTES) throw new Error(WORKBOOK_FAULTS.tooBig(path));
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) throw new Error(WORKBOOK_FAULTS.unreadable(path));
  const read = await readWorkbook(bytes);
  if (Array.isArray(read)) return read;
  throw new Error(
    read.refusal === 'badCell' ? WORKBOOK_FAULTS.badCell(path, read) : WORKBOOK_FAULTS[read.refusal](path),
  );
}

/**
 * Writes a new file that its owner alone can read: a roster names people, their telephones and the keys of groups.
 * @throws with one sentence when there is such a file already, or it cannot be written.
 */
export async function writeNewFile(path: string, bytes: Buffer): Promise<void> {
  try {
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new Error(isThere ? WORKBOOK_FAULTS.exists(path) : WORKBOOK_FAULTS.unwritable(path), { cause: error });
  }
}
