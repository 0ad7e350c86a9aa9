import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Credentials } from './credentials.ts';

/** Half of the credentials: what opens and closes an envelope. */
export type Envelope = Pick<Credentials, 'aesKey' | 'receiveid'>;

/** What an envelope held, or why it was not opened. */
export type Opened = { ok: true; plaintext: string } | { ok: false; problem: string };

const PAD_BLOCK = 32;
const AES_BLOCK = 16;
const HEADER = 20;

/**
 * Turns an EncodingAESKey into the 32 bytes it stands for.
 * @throws Error when it is not 43 letters and digits; the key itself is not in the message.
 */
export function decodeAesKey(aesKey: string): Buffer {
  if (!/^[A-Za-z0-9]{43}$/.test(aesKey)) {
    throw new Error(
      `The EncodingAESKey must be 43 letters and digits, got ${aesKey.length} characters: copy it again from the bot's API page.`,
    );
  }
  return Buffer.from(`${aesKey}=`, 'base64');
}

/** Opens an `encrypt` text: strict base64, whole blocks, strict PKCS#7 over 32 bytes, the length field and the receiveid checked. */
export function decrypt(encrypt: string, { aesKey, receiveid }: Envelope): Opened {
  const sealed = Buffer.from(encrypt, 'base64');
  if (sealed.toString('base64') !== encrypt) return refuse('encrypt is not base64');
  if (sealed.length === 0 || sealed.length % AES_BLOCK !== 0) return refuse('encrypt is not whole AES blocks');
  const body = unpad(decipher(sealed, decodeAesKey(aesKey)));
  if (!body) return refuse('the padding is wrong');
  return readLayout(body, receiveid);
}

/** Closes a text into an `encrypt` text; `random` (16 bytes) is for tests that compare with published vectors. */
export function encrypt(plaintext: string, { aesKey, receiveid }: Envelope, random = randomBytes(16)): string {
  const key = decodeAesKey(aesKey);
  const message = Buffer.from(plaintext);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  const body = Buffer.concat([random, length, message, Buffer.from(receiveid)]);
  const pad = PAD_BLOCK - (body.length % PAD_BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(body), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString('base64');
}

function refuse(problem: string): Opened {
  return { ok: false, problem };
}

function decipher(sealed: Buffer, key: Buffer): Buffer {
  // OpenSSL's own unpadding knows 16-byte blocks only and throws on pads above 16.
  const aes = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([aes.update(sealed), aes.final()]);
}

function unpad(padded: Buffer): Buffer | null {
  const pad = padded.at(-1) ?? 0;
  if (padded.length % PAD_BLOCK !== 0 || pad < 1 || pad > PAD_BLOCK) return null;
  const end = padded.length - pad;
  return padded.subarray(end).every((byte) => byte === pad) ? padded.subarray(0, end) : null;
}

/** Layout: 16 random bytes, 4 bytes big-endian length, the message, the receiveid. */
function readLayout(body: Buffer, receiveid: string): Opened {
  if (body.length < HEADER) return refuse('the envelope is too short');
  const end = HEADER + body.readUInt32BE(16);
  if (end > body.length) return refuse('the length in the envelope goes beyond its end');
  if (!body.subarray(end).equals(Buffer.from(receiveid))) return refuse('the envelope is meant for another receiveid');
  return readUtf8(body.subarray(HEADER, end));
}

function readUtf8(bytes: Buffer): Opened {
  const plaintext = bytes.toString('utf8');
  return Buffer.from(plaintext).equals(bytes) ? { ok: true, plaintext } : refuse('the message is not UTF-8');
}
