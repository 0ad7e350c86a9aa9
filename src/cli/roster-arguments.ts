import { ROSTER_USAGE, WORKBOOK_FAULTS } from '../../config/texts/roster-workbook.ts';

/** What was asked for, or one sentence about why it cannot be done. */
export type RosterRequest =
  | { command: 'import'; file: string; skipBad: boolean; openCases: boolean }
  | { command: 'export' | 'template'; file: string }
  | { refusal: string };

/** Tables of other programs, which would be read as JSON in vain. */
const OTHER_FORMAT = /\.(?:xls|xlsm|xlsb|et|ods|csv|tsv)$/i;

const OPTIONS = ['--skip-bad', '--open-cases'];

/** Reads the words after `npm run roster --`. */
export function readRosterArguments(words: readonly string[]): RosterRequest {
  const [command, file, ...more] = words.filter((word) => !word.startsWith('--'));
  const options = words.filter((word) => word.startsWith('--'));
  if (!file || more.length > 0) return { refusal: ROSTER_USAGE };
  if (command === 'export' || command === 'template') {
    if (options.length > 0) return { refusal: ROSTER_USAGE };
    return isWorkbook(file) ? { command, file } : { refusal: WORKBOOK_FAULTS.notXlsx(file) };
  }
  if (command !== 'import' || options.some((option) => !OPTIONS.includes(option))) return { refusal: ROSTER_USAGE };
  if (OTHER_FORMAT.test(file)) return { refusal: WORKBOOK_FAULTS.otherFormat(file) };
  return { command, file, skipBad: options.includes('--skip-bad'), openCases: options.includes('--open-cases') };
}

/** Whether a file is a workbook by its name. */
export function isWorkbook(file: string): boolean {
  return /\.xlsx$/i.test(file);
}
