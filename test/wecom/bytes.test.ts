import { describe, expect, it } from 'vitest';
import { CUT_NOTICE, cutBytes, splitBytes } from '../../src/wecom/bytes.ts';

describe('cutBytes', () => {
  it('leaves a text alone that just fits', () => {
    expect(cutBytes('政企', 6)).toBe('政企');
  });

  it('keeps the head and says that there was more, within the limit', () => {
    const cut = cutBytes('问题'.repeat(100), 100);
    expect(cut.endsWith(CUT_NOTICE)).toBe(true);
    expect(cut.startsWith('问题问题')).toBe(true);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(100);
  });

  it.each([4, 5, 6, 7])('never splits a code point at %i bytes', (max) => {
    expect(cutBytes('😀😀😀', max, '')).toBe('😀');
  });

  it('leaves the notice out where there is no room for it', () => {
    expect(cutBytes('政企包联', 6)).toBe('政企');
  });

  it('replaces half of a surrogate pair', () => {
    expect(cutBytes('a\ud83d', 100)).toBe('a\ufffd');
  });
});

describe('splitBytes', () => {
  it('packs as many lines into a text as fit, in order', () => {
    expect(splitBytes(['aa', 'bb', 'cc'], 5)).toEqual(['aa\nbb', 'cc']);
  });

  it('breaks a line that is too long itself at code points, without loss', () => {
    const texts = splitBytes(['包联帮扶问题'], 7);
    expect(texts).toEqual(['包联', '帮扶', '问题']);
  });

  it('keeps empty lines between others', () => {
    expect(splitBytes(['a', '', 'b'], 10)).toEqual(['a\n\nb']);
  });

  it('gives nothing for no lines', () => {
    expect(splitBytes([], 10)).toEqual([]);
  });

  it('refuses a limit that holds no code point', () => {
    expect(() => splitBytes(['a'], 3)).toThrow(/4 or more/);
  });
});
