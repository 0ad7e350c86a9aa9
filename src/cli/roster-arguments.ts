const USAGE = '用法：npm run roster -- import 名册.json [--skip-bad]（--skip-bad：略去有误的行，导入其余各行）';

/** What was asked for, or one sentence about why it cannot be done. */
export type RosterRequest = { file: string; skipBad: boolean } | { refusal: string };

/** Reads the words after `npm run roster --`. */
export function readRosterArguments(words: readonly string[]): RosterRequest {
  const [command, file, ...more] = words.filter((word) => !word.startsWith('--'));
  const options = words.filter((word) => word.startsWith('--'));
  if (command === 'template')
    return { refusal: '这个版本还不能生成 Excel 模板，请按 config/demo-roster.json 的格式准备 JSON 文件。' };
  if (command !== 'import' || !file || more.length > 0) return { refusal: USAGE };
  if (options.some((option) => option !== '--skip-bad')) return { refusal: USAGE };
  if (/\.xlsx?$/i.test(file))
    return { refusal: '这个版本还不能导入 Excel 文件，请改用 JSON 文件（格式见 config/demo-roster.json）。' };
  return { file, skipBad: options.length > 0 };
}
