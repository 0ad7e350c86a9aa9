/** A cell as a workbook gives it; of a formula, what it last came to. */
export type Cell = string | number | boolean | Date | null;

/** One sheet of a workbook. Rows and columns stand where the workbook shows them: the first is row 1, column A. */
export interface Sheet {
  name: string;
  rows: readonly (readonly Cell[])[];
  /** Where a formula stands, e.g. B3. */
  formulas: ReadonlySet<string>;
  /** Merged cells, e.g. B2:B4. */
  merges: readonly string[];
}

/** The letters over a column, counted from 0. */
export function columnName(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}

/** Where letters stand, counted from 0. */
export function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 65) - 64, 0) - 1;
}

/** Nothing, or nothing that can be seen. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** The word that looks most like another, by the characters both have; null when none does. */
export function nearestWord(word: string, words: readonly string[]): string | null {
  let best = { word: '', likeness: 0.3 };
  for (const each of words) {
    const likeness = likenessOf(word, each);
    if (likeness > best.likeness) best = { word: each, likeness };
  }
  return best.word || null;
}

function likenessOf(a: string, b: string): number {
  const left = [...new Set(a)];
  const right = new Set(b);
  return (2 * left.filter((character) => right.has(character)).length) / (left.length + right.size || 1);
}
