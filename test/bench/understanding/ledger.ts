/** One line of a table: what was measured, and how it stands against its bar. */
export interface Entry {
  what: string;
  /** The figure that a bar would be held against, or all there is to say. */
  figure: string;
  /** What stands behind the figure: counts, a range. */
  detail?: string;
  bar?: string;
  /** False when the bar is missed; left out where there is no bar or nothing to hold against it. */
  isMet?: boolean;
}

/** A heading and its lines. */
export interface Section {
  heading: string;
  entries: readonly Entry[];
}

/** A share of so many, held against a bar. */
export interface ShareOf {
  what: string;
  count: number;
  of: number;
  /** At least so great, or with `most` at most so great; null = no bar. */
  bar?: number | null;
  most?: boolean;
}

/** The line of a share; without rows there is no verdict. */
export function shareEntry({ what, count, of, bar = null, most = false }: ShareOf): Entry {
  const share = count / of;
  const detail = `${count}/${of}`;
  const figure = of === 0 ? '-' : percent(share);
  if (bar === null) return { what, figure, detail };
  const wanted = `${most ? '<=' : '>='} ${Math.round(bar * 100)} %`;
  return { what, figure, detail, bar: wanted, ...(of > 0 && { isMet: most ? share <= bar : share >= bar }) };
}

/** Writes a section as aligned columns, the verdict last. */
export function writeSection({ heading, entries }: Section): string {
  const widthOf = (text: (entry: Entry) => string): number => Math.max(...entries.map((entry) => text(entry).length));
  const [what, figure, detail, bar] = [
    widthOf((entry) => entry.what),
    widthOf((entry) => entry.figure),
    widthOf((entry) => entry.detail ?? ''),
    widthOf((entry) => entry.bar ?? ''),
  ];
  const lines = entries.map((entry) =>
    [
      entry.what.padEnd(what),
      entry.figure.padStart(figure),
      (entry.detail ?? '').padEnd(detail),
      (entry.bar ?? '').padEnd(bar),
      entry.isMet === undefined ? '' : entry.isMet ? 'ok' : 'MISSED',
    ]
      .join('  ')
      .trimEnd(),
  );
  return [heading, ...lines.map((line) => `  ${line}`), '', ''].join('\n');
}

/** The lines whose bar is missed, each with the heading it stands under. */
export function missedBars(sections: readonly Section[]): string[] {
  return sections.flatMap(({ heading, entries }) =>
    entries
      .filter((entry) => entry.isMet === false)
      .map((entry) => `${heading.split(',')[0]}: ${entry.what.trim()}, ${entry.figure}, ${entry.detail ?? ''}`),
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
