import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** Rows of the table: number, behaviour, what ours does, test. */
const rows = [...read('docs/wecom-simulator.md').matchAll(/^\| (\d+) \| (.+) \| (.+) \| (.+) \|$/gm)];

describe('docs/wecom-simulator.md', () => {
  it('has a row for each of the 27 points', () => {
    expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 27 }, (_, at) => at + 1));
  });

  it.each(rows.map(([, number = '', , , test = '']) => [number, test]))(
    'names for point %s a test that exists: %s',
    (_number, test) => {
      const [, file = '', title = ''] = /^`([\w/-]+\.test\.ts)`: (.+)$/.exec(test) ?? [];
      expect(read(`test/sandbox/wecom/${file}`)).toContain(`'${title}'`);
    },
  );
});
