/** One figure: what it is, its value, and what it was compared with in the same run. */
export interface Row {
  what: string;
  value: string;
  note?: string;
}

/** Prints the rows of one part. */
export function printTable(title: string, rows: readonly Row[]): void {
  process.stdout.write(`\n${title}\n`);
  for (const { what, value, note } of rows)
    process.stdout.write(`  ${what.padEnd(58)} ${value.padStart(14)}${note ? `   ${note}` : ''}\n`);
}

/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The figure below which a share of them lies. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
