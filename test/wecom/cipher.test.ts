import { createCipheriv } from 'node:crypto';
import * as official from '@wecom/crypto';
import { describe, expect, it } from 'vitest';
import { decodeAesKey, decrypt, encrypt } from '../../src/wecom/cipher.ts';
import { buildCredentials } from './credentials.ts';
import { getVector, HAS_VECTORS, VECTORS, type Vector } from './vectors.ts';

const CREDENTIALS = buildCredentials();
const SEALED = [...VECTORS.official, ...VECTORS.generated].filter((vector) => vector.plaintext !== undefined);

function envelopeOf(vector: Vector) {
  return { aesKey: vector.encodingAESKey, receiveid: vector.receiveid };
}

describe('decrypt', () => {
  it.each([0, 1, 11, 12, 13, 16, 44, 1000])('opens what encrypt closed, at %i bytes', (length) => {
    const text = 'x'.repeat(length);
    expect(decrypt(encrypt(text, CREDENTIALS), CREDENTIALS)).toEqual({ ok: true, plaintext: text });
  });

  it('keeps Chinese words, emoji and a byte order mark as they are', () => {
    const text = '\uFEFF营业执照变更😀';
    expect(decrypt(encrypt(text, CREDENTIALS), CREDENTIALS)).toEqual({ ok: true, plaintext: text });
  });

  it.each(['', '!!!!', 'abcd', 'AAAA AAAA', `${encrypt('x', CREDENTIALS)}\n`, encrypt('x', CREDENTIALS).slice(0, -1)])(
    'refuses %j, which is not whole blocks in base64',
    (sealed) => {
      expect(decrypt(sealed, CREDENTIALS)).toMatchObject({
        ok: false,
        problem: expect.stringMatching(/base64|blocks/),
      });
    },
  );

  it('refuses a text closed under another key', () => {
    const other = buildCredentials({ aesKey: 'z'.repeat(43) });
    expect(decrypt(encrypt('text', other), CREDENTIALS)).toMatchObject({ ok: false });
  });

  it('refuses a text meant for another receiveid', () => {
    const other = buildCredentials({ receiveid: 'wwOTHER' });
    expect(decrypt(encrypt('text', other), CREDENTIALS)).toEqual({
      ok: false,
      problem: 'the envelope is meant for another receiveid',
    });
  });
});

/** Seals raw bytes, so that a test can hold what our own encrypt never makes. */
function sealBytes(padded: Buffer): string {
  const key = decodeAesKey(CREDENTIALS.aesKey);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
}

describe('decrypt, of what no platform sends', () => {
  const header = Buffer.concat([Buffer.alloc(16), Buffer.from([0, 0, 0, 2])]);

  it('refuses padding to blocks of 16', () => {
    const message = Buffer.concat([header.subarray(0, 16), Buffer.from([0, 0, 0, 12]), Buffer.from('x'.repeat(12))]);
    const sealed = sealBytes(Buffer.concat([message, Buffer.alloc(16, 16)]));
    expect(decrypt(sealed, CREDENTIALS)).toEqual({ ok: false, problem: 'the padding is wrong' });
  });

  it('refuses a message that is not UTF-8', () => {
    const sealed = sealBytes(Buffer.concat([header, Buffer.from([0xff, 0xfe]), Buffer.alloc(10, 10)]));
    expect(decrypt(sealed, CREDENTIALS)).toEqual({ ok: false, problem: 'the message is not UTF-8' });
  });

  it('refuses an envelope too short for its own header', () => {
    const sealed = sealBytes(Buffer.concat([Buffer.alloc(10), Buffer.alloc(22, 22)]));
    expect(decrypt(sealed, CREDENTIALS)).toEqual({ ok: false, problem: 'the envelope is too short' });
  });
});

describe('decodeAesKey', () => {
  it('gives 32 bytes', () => {
    expect(decodeAesKey(CREDENTIALS.aesKey)).toHaveLength(32);
  });

  it.each(['a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}+`])('refuses %s without repeating it', (aesKey) => {
    expect(() => decodeAesKey(aesKey)).toThrow(/43 letters and digits/);
    expect(() => decodeAesKey(aesKey)).not.toThrow(aesKey);
  });
});

describe('the unmodified @wecom/crypto', () => {
  it('opens what we close', () => {
    const sealed = encrypt('{"msgtype":"stream"}', CREDENTIALS);
    expect(official.decrypt(CREDENTIALS.aesKey, sealed)).toMatchObject({ message: '{"msgtype":"stream"}', id: '' });
  });

  it('closes what we open', () => {
    const sealed = official.encrypt(CREDENTIALS.aesKey, '政企包联', '');
    expect(decrypt(sealed, CREDENTIALS)).toEqual({ ok: true, plaintext: '政企包联' });
  });
});

describe.skipIf(!HAS_VECTORS)('cipher, by the shared vectors', () => {
  it.each(SEALED)('opens $name', (vector) => {
    expect(decrypt(vector.encrypt, envelopeOf(vector))).toEqual({ ok: true, plaintext: vector.plaintext });
  });

  it.each(SEALED)('closes $name byte for byte', (vector) => {
    const random = Buffer.from(vector.random_hex, 'hex');
    expect(encrypt(vector.plaintext, envelopeOf(vector), random)).toBe(vector.encrypt);
  });

  it.each([
    ['neg-wrong-receiveid', /receiveid/],
    ['neg-pad-byte-zero', /padding/],
    ['neg-pad-byte-33', /padding/],
    ['neg-pad-bytes-inconsistent', /padding/],
    ['neg-msg-len-overflow', /length/],
    ['neg-ciphertext-not-multiple-of-16', /blocks/],
    ['neg-echostr-plus-became-space', /base64/],
  ])('refuses %s', (name, problem) => {
    const vector = getVector(name);
    expect(decrypt(vector.encrypt, envelopeOf(vector))).toEqual({ ok: false, problem: expect.stringMatching(problem) });
  });

  it.each(['neg-encodingaeskey-42-chars', 'neg-encodingaeskey-44-chars'])('refuses the key of %s', (name) => {
    expect(() => decodeAesKey(getVector(name).encodingAESKey)).toThrow(/43/);
  });
});
