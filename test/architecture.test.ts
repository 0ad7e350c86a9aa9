import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { envSchema } from '../config/env.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const BELOW_HANDLERS = ['config', 'src/domain'];
const BELOW_APP = [
  ...BELOW_HANDLERS,
  'src/store',
  'src/wecom',
  'src/llm',
  'src/render',
  'handlers',
  'jobs',
  'packages/embedded',
];
const TOP = [...BELOW_APP, 'src/app', 'src/sandbox', 'src/console'];
const READS_CLOCK = /\bDate\.now\(\)|\bnew Date\(\)/;

/** What may import what, row by row: a row also may import itself. `pure` rows load no platform and read no clock. */
const ROWS: Record<string, { may: string[]; pure?: boolean; packages?: RegExp }> = {
  config: { may: [], packages: /^(zod|node:.*)$/ },
  'src/domain': { may: ['config'], pure: true, packages: /^(chinese-days|pinyin-pro)(\/|$)/ },
  'src/store': { may: BELOW_HANDLERS },
  'src/wecom': { may: BELOW_HANDLERS },
  'src/llm': { may: BELOW_HANDLERS },
  'src/render': { may: BELOW_HANDLERS },
  handlers: { may: BELOW_HANDLERS, pure: true, packages: /^$/ },
  jobs: { may: BELOW_HANDLERS, pure: true, packages: /^$/ },
  'src/app': { may: BELOW_APP },
  // The sandbox stands above the app: it drives the loop by a clock of its own; the app knows nothing of it.
  'src/sandbox': { may: [...BELOW_APP, 'src/app'] },
  'src/console': { may: BELOW_APP },
  'src/cli': { may: TOP },
  'src/main.ts': { may: TOP },
  'packages/embedded': { may: [] },
};

const files = ['config', 'src', 'handlers', 'jobs', 'packages/embedded/src', 'packages/embedded/test'].flatMap(filesIn);

function filesIn(folder: string): string[] {
  const names = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => path.posix.join(folder, name));
}

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const rowOf = (file: string): string => Object.keys(ROWS).find((row) => `${file}/`.startsWith(`${row}/`)) ?? 'no row';

/** Imported names; a relative one as its path from the root, marked by a leading slash. */
function importsOf(file: string): string[] {
  const found = read(file).matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].map(([, name = '']) =>
    name.startsWith('.') ? `/${path.posix.join(path.dirname(file), name)}` : name,
  );
}

/** The imports of one row that its rule forbids, as `file -> import`. */
function breaches(row: string): string[] {
  const { may, packages = /./ } = ROWS[row] ?? { may: [] };
  const isAllowed = (name: string): boolean =>
    name.startsWith('/') ? [row, ...may].includes(rowOf(name.slice(1))) : packages.test(name);
  return files
    .filter((file) => rowOf(file) === row)
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => !isAllowed(name))
        .map((name) => `${file} -> ${name}`),
    );
}

describe('the import rule', () => {
  it.each(Object.keys(ROWS))('%s imports nothing but what its row allows', (row) => {
    expect(breaches(row)).toEqual([]);
  });

  it('has a row for every source file', () => {
    expect(files.filter((file) => rowOf(file) === 'no row')).toEqual([]);
  });

  it('reads no clock where decisions are made', () => {
    const pure = files.filter((file) => ROWS[rowOf(file)]?.pure);
    expect(pure.filter((file) => READS_CLOCK.test(read(file)))).toEqual([]);
  });
});

describe('the house rules', () => {
  it('keeps every source file within 200 lines', () => {
    expect(files.filter((file) => read(file).trimEnd().split('\n').length > 200)).toEqual([]);
  });

  it('documents in .env.example exactly the variables that config/env.ts reads', () => {
    const documented = [...read('.env.example').matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);
    expect(documented).toHaveLength(new Set(documented).size);
    expect(new Set(documented)).toEqual(new Set(Object.keys(envSchema.shape)));
  });
});
