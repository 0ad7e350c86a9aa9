/** What one cell holds; an instant is a moment or a day in Asia/Shanghai, by its column's kind. */
export type Cell = string | number | Date | null;

/** How a column's cells are shown: rates are 0..1. */
export type CellKind = 'text' | 'label' | 'count' | 'day' | 'moment' | 'rate';

export interface Column {
  header: string;
  /** In characters of Latin script; one of Chinese takes two. */
  width: number;
  kind: CellKind;
}

/** One sheet of a workbook, in plain values: a title, a line of notes, a header, rows, perhaps a last row of totals. */
export interface Sheet {
  /** What stands on the tab, at most 31 characters. */
  name: string;
  title: string;
  notes: readonly string[];
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  hasTotal: boolean;
  /** How many columns stay in sight when one scrolls sideways. */
  stickyColumns: number;
}

/** A column together with where its value comes from. */
export interface Field<T> extends Column {
  of: (row: T, index: number) => Cell;
}

/** Rows laid out by their fields. */
export function layOut<T>(rows: readonly T[], fields: readonly Field<T>[]): Pick<Sheet, 'columns' | 'rows'> {
  return {
    columns: fields.map(({ header, width, kind }) => ({ header, width, kind })),
    rows: rows.map((row, index) => fields.map((field) => field.of(row, index))),
  };
}
