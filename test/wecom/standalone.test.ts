import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = path.resolve(import.meta.dirname, '../../src/wecom');

/** What names callbacks in the words of the service is no part of the client. */
const OURS = /(^|-)inbound\.ts$/;

const files = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isFile() && !OURS.test(entry.name))
  .map(({ name }) => name);

describe('the client of WeCom', () => {
  it.each(files)('could be published with %s as it is', (file) => {
    const text = readFileSync(path.join(FOLDER, file), 'utf8');
    const names = [...text.matchAll(/\bfrom '([^']+)'/g)].map(([, name = '']) => name);
    expect(names.filter((name) => !/^(\.\/[\w-]+\.ts|node:[\w/]+|axios)$/.test(name))).toEqual([]);
    expect(names.filter((name) => OURS.test(name))).toEqual([]);
  });
});
