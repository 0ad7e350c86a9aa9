import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const CORPUS = resolve(import.meta.dirname, '../../../../shared/corpus');

/** False where the labelled material does not lie beside the checkout. */
export const HAS_CORPUS = existsSync(CORPUS);

/** What a labelled message is expected to be read as. */
export interface Labelled {
  text: string;
  kind: string;
  kindAlt?: string[];
  referenceTime: string;
  enterprise: string | null;
  enterpriseAlt?: string[];
  category: string | null;
  altCategories?: string[];
  deadline: { type: string; date?: string; altDates?: string[]; n?: number };
  contact: string | null;
  phone: string | null;
  action?: string;
  actionAlt?: string[];
  rating: { score: number; resolved?: boolean; onTime?: boolean } | null;
}

/** Rows of a JSON or JSON-lines file of the corpus; the caller names their shape. */
export function corpusRows<Row>(file: string): Row[] {
  const text = readFileSync(resolve(CORPUS, file), 'utf8');
  const rows: unknown = file.endsWith('.jsonl')
    ? text
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line))
    : JSON.parse(text);
  return rows as Row[];
}

/** The share of rows that are read right. */
export function shareOf<Row>(rows: readonly Row[], isRight: (row: Row) => boolean): number {
  return rows.filter(isRight).length / rows.length;
}
