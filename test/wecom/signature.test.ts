import { describe, expect, it } from 'vitest';
import { isSigned, signature } from '../../src/wecom/signature.ts';
import { getVector, HAS_VECTORS, VECTORS } from './vectors.ts';

const PARTS = { token: 'aToken', timestamp: '1700000012', nonce: 'Zz-9', encrypt: 'bm90aGluZw==' };

describe('isSigned', () => {
  it('takes the signature of the same four parts', () => {
    expect(isSigned(PARTS, signature(PARTS))).toBe(true);
  });

  it.each(['token', 'timestamp', 'nonce', 'encrypt'] as const)('refuses it when the %s is another', (part) => {
    expect(isSigned({ ...PARTS, [part]: `${PARTS[part]}0` }, signature(PARTS))).toBe(false);
  });

  it.each(['', 'abc', 'ü'.repeat(40), `${'a'.repeat(40)}\n`])('refuses %j without throwing', (given) => {
    expect(isSigned(PARTS, given)).toBe(false);
  });

  it('refuses the right signature in upper case', () => {
    expect(isSigned(PARTS, signature(PARTS).toUpperCase())).toBe(false);
  });
});

describe.skipIf(!HAS_VECTORS)('signature, by the shared vectors', () => {
  it.each([...VECTORS.official, ...VECTORS.generated])('signs $name as published', (vector) => {
    expect(signature(vector)).toBe(vector.msg_signature);
  });

  it('sorts by bytes, not by locale', () => {
    const vector = getVector('gen-signature-sort-order');
    expect(signature(vector)).not.toBe(vector.wrong_signature_if_locale_sorted);
  });

  it.each(['neg-bad-signature', 'neg-signature-uppercase', 'neg-echostr-plus-became-space'])('refuses %s', (name) => {
    const vector = getVector(name);
    expect(isSigned(vector, vector.msg_signature)).toBe(false);
  });
});
