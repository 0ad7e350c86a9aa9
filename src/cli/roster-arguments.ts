import { ROSTER_USAGE, WORKBOOK_FAULTS } from '../../config/texts/roster-workbook.ts';

/** What was asked for, or one sentence about why it cannot be done. */
export type RosterRequest =
  /** `file`: the roster, null when only running cases are taken over; `openCases`: the file of those. */
  | { command: 'import'; file: string | null; skipBad: boolean; openCases: string | null }
  | { command: 'export' | 'template'; file: string }
  | { refusal: string };

/** Tables of other programs, which would be read as JSON in vain. */
const OTHER_FORMAT = /\.(?:xls|xlsm|xlsb|et|ods|csv|tsv)$/i;

const OPTIONS = ['--skip-bad', '--open-cases'];

/** Reads the words after `npm run roster --`. */
export function readRosterArguments(words: readonly string[]): RosterRequest {
  const [command, file, ...more] = words.filter((word) => !word.startsWith('--'));
  const options = words.filter((word) => word.startsWith('--'));
  if (!file) return { refusal: ROSTER_USAGE };
  if (command === 'import') return readImport([file, ...more], options);
  if (more.length > 0) return { refusal: ROSTER_USAGE };
  if (command === 'export' || command === 'template') {
    if (options.length > 0) return { refusal: ROSTER_USAGE };
    return isWorkbook(file) ? { command, file } : { refusal: WORKBOOK_FAULTS.notXlsx(file) };
  }
  return { refusal: ROSTER_USAGE };
}

/** `import 名册`, `import 在办问题 --open-cases`, or both with the file of the running cases last. */
function readImport(files: readonly string[], options: readonly string[]): RosterRequest {
  const takesOver = options.includes('--open-cases');
  const tooMany = files.length > (takesOver ? 2 : 1);
  if (tooMany || options.some((option) => !OPTIONS.includes(option))) return { refusal: ROSTER_USAGE };
  const other = files.find((file) => OTHER_FORMAT.test(file));
  if (other) return { refusal: WORKBOOK_FAULTS.otherFormat(other) };
  const openCases = takesOver ? (files.at(-1) ?? null) : null;
  const file = takesOver && files.length === 1 ? null : (files[0] ?? null);
  return { command: 'import', file, skipBad: options.includes('--skip-bad'), openCases };
}

/** Whether a file is a workbook by its name. */
export function isWorkbook(file: string): boolean {
  return /\.xlsx$/i.test(file);
}
