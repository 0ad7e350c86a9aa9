import { strFromU8, unzipSync } from 'fflate';
import { columnIndex } from '../domain/sheet.ts';

/** What reading the values of a sheet does not tell. */
export interface SheetMarks {
  formulas: Set<string>;
  merges: string[];
  /** Rows times columns up to the last cell with anything in it. */
  extent: { rows: number; columns: number };
}

/** The XML parts of a workbook, unpacked; null when they would be larger than `maxBytes`. @throws when it is no archive. */
export function unpackParts(bytes: Uint8Array, maxBytes: number): Record<string, string> | null {
  let total = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/.test(name)) return false;
      total += originalSize;
      return total <= maxBytes;
    },
  });
  if (total > maxBytes) return null;
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]));
}

/** The marks of each sheet, by its name. */
export function marksOf(parts: Readonly<Record<string, string>>): Map<string, SheetMarks> {
  const targets = new Map(
    elementsOf('Relationship', parts['xl/_rels/workbook.xml.rels']).map(({ Id, Target = '' }) => [Id, pathOf(Target)]),
  );
  return new Map(
    elementsOf('sheet', parts['xl/workbook.xml']).map((sheet) => {
      const id = Object.entries(sheet).find(([key]) => key.endsWith(':id'))?.[1];
      return [sheet.name ?? '', readMarks(parts[targets.get(id) ?? ''] ?? '')];
    }),
  );
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

// None of these expressions crosses a "<", so that they stay linear on any text.
const CELL = /<(?:\w+:)?c\b([^<>]*)>\s*<((?:\w+:)?f\b)?/g;
const ADDRESS = /\br="([A-Z]{1,3})(\d{1,7})"/;

function readMarks(xml: string): SheetMarks {
  const marks: SheetMarks = { formulas: new Set(), merges: [], extent: { rows: 0, columns: 0 } };
  for (const [, attributes = '', formula] of xml.matchAll(CELL)) {
    if (attributes.endsWith('/')) continue;
    const [, letters, digits] = ADDRESS.exec(attributes) ?? [];
    if (!letters || !digits) continue;
    marks.extent.rows = Math.max(marks.extent.rows, Number(digits));
    marks.extent.columns = Math.max(marks.extent.columns, columnIndex(letters) + 1);
    if (formula) marks.formulas.add(`${letters}${digits}`);
  }
  marks.merges = elementsOf('mergeCell', xml).flatMap(({ ref }) => ref ?? []);
  return marks;
}

/** The attributes of every element of a name. */
function elementsOf(name: string, xml = ''): Record<string, string>[] {
  const elements = xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^<>]*)>`, 'g'));
  return [...elements].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key = '', one, other]) => [
        key,
        unescapeXml(one ?? other ?? ''),
      ]),
    ),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return ENTITIES[name] ?? whole;
      const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return point <= 0x10_ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
