import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const CORPUS = resolve(import.meta.dirname, '../../../../shared/corpus');

/** False where the labelled material does not lie beside the checkout. */
export const HAS_CORPUS = existsSync(CORPUS);

/** What a labelled message is expected to be read as. */
export interface Labelled {
  id: string;
  text: string;
  kind: string;
  kindAlt?: string[];
  referenceTime: string;
  enterprise: string | null;
  enterpriseAlt?: string[];
  category: string | null;
  altCategories?: string[];
  deadline: LabelledTime;
  contact: string | null;
  phone: string | null;
  phoneAlt?: string[];
  action?: string;
  actionAlt?: string[];
  rating: { score?: number | null; resolved?: boolean; onTime?: boolean } | null;
  tags?: string[];
}

/** What the words about time are expected to mean. */
export interface LabelledTime {
  type: 'none' | 'date' | 'days' | 'workdays' | 'vague';
  date?: string;
  altDates?: string[];
  n?: number;
}

/** Words about time and what they are expected to mean. */
export interface TimeRow {
  id: string;
  text: string;
  referenceTime: string;
  deadline: LabelledTime;
}

/** A name as people write it, and the registered one that is meant; null when none of the roster is. */
export interface MatchRow {
  id: string;
  query: string;
  target: string | null;
  /** True when several registered names fit. */
  ambiguous: boolean;
}

/** Rows of a JSON or JSON-lines file of the corpus, or of any other by its full path; the caller names their shape. */
export function corpusRows<Row>(file: string): Row[] {
  const text = readFileSync(resolve(CORPUS, file), 'utf8').trim();
  const lines = (): unknown[] => text.split('\n').map((line): unknown => JSON.parse(line));
  return (text.startsWith('[') ? JSON.parse(text) : lines()) as Row[];
}

/** The share of rows that are read right. */
export function shareOf<Row>(rows: readonly Row[], isRight: (row: Row) => boolean): number {
  return rows.filter(isRight).length / rows.length;
}
