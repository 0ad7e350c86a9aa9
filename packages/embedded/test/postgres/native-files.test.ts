import { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyNativeFiles, findNativeFiles, linkLibraries } from '../../src/postgres/native-files.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'native-files-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function buildNative(): string {
  const native = path.join(dir, 'package', 'native');
  mkdirSync(path.join(native, 'lib'), { recursive: true });
  writeFileSync(path.join(native, 'lib', 'libx.so.1.2'), 'library');
  const links = [{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }];
  writeFileSync(path.join(native, 'pg-symlinks.json'), JSON.stringify(links));
  return native;
}

describe('findNativeFiles', () => {
  it('finds the programs of this platform', () => {
    expect(existsSync(path.join(findNativeFiles().folder, 'bin', 'postgres'))).toBe(true);
  });

  it('names REDIS_URL where npm ships no PostgreSQL', () => {
    expect(() => findNativeFiles('plan9-mips')).toThrow(/no embedded PostgreSQL for plan9-mips.*set REDIS_URL/);
  });
});

describe('linkLibraries', () => {
  it('makes the links that a denied install script left out, and is content with those that are there', () => {
    const native = buildNative();
    linkLibraries(native);
    linkLibraries(native);
    expect(readlinkSync(path.join(native, 'lib', 'libx.so.1'))).toBe('libx.so.1.2');
  });
});

describe('copyNativeFiles', () => {
  it('copies programs and links into a folder named by their version, once', () => {
    const native = { folder: buildNative(), version: '18.4.0' };
    const copy = copyNativeFiles(native, dir);
    expect(copy.folder).toBe(path.join(dir, 'native-18.4.0'));
    expect(readlinkSync(path.join(copy.folder, 'lib', 'libx.so.1'))).toBe('libx.so.1.2');
    writeFileSync(path.join(copy.folder, 'mark'), '');
    expect(existsSync(path.join(copyNativeFiles(native, dir).folder, 'mark'))).toBe(true);
  });
});
