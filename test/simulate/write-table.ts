import type { Check } from './checks/year-evidence.ts';

const SHOWN_AT_MOST = 15;

/** The table of a year: its figures, and one line an invariant. The same year gives the same table. */
export function writeTable(figures: readonly string[], checks: readonly Check[]): string {
  return [...figures, '', '  looked at  violations  what must hold', ...checks.flatMap(lineOf), '', verdict(checks)]
    .join('\n')
    .concat('\n');
}

function lineOf({ name, looked, broken }: Check): string[] {
  const head = `  ${String(looked).padStart(9)}  ${String(broken.length).padStart(10)}  ${name}`;
  const rest = broken.length > SHOWN_AT_MOST ? [`      and ${broken.length - SHOWN_AT_MOST} more`] : [];
  return [head, ...broken.slice(0, SHOWN_AT_MOST).map((what) => `      ${what}`), ...rest];
}

function verdict(checks: readonly Check[]): string {
  const count = checks.reduce((sum, { broken }) => sum + broken.length, 0);
  return count === 0 ? 'Everything held.' : `${count} violations.`;
}
