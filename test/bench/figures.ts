/** The middle one; the lower of two middle ones. @throws RangeError when there is none. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which so great a part of the values lies. @throws RangeError when there is none. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
  if (value === undefined) throw new RangeError('no values');
  return value;
}

/** One line of the table. */
export interface Figure {
  what: string;
  value: string;
}

/** Writes figures under a heading, values in one column. */
export function table(heading: string, figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ what }) => what.length));
  return [heading, ...figures.map(({ what, value }) => `  ${what.padEnd(width)}  ${value}`), ''].join('\n');
}
