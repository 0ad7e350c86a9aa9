import { createCipheriv, createDecipheriv } from 'node:crypto';

const PAD_BLOCK = 32;
const AES_BLOCK = 16;

/**
 * Opens a file of a bot's chat: the cipher and padding of callbacks without their header (接收消息). The key is the
 * EncodingAESKey, or the base64 that came with the message on a long connection. Null when it does not open.
 */
export function openMedia(sealed: Buffer, aesKey: string): Buffer | null {
  const key = keyOf(aesKey);
  if (!key || sealed.length === 0 || sealed.length % AES_BLOCK !== 0) return null;
  const aes = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([aes.update(sealed), aes.final()]);
  const pad = padded.at(-1) ?? 0;
  if (pad < 1 || pad > PAD_BLOCK || pad > padded.length) return null;
  const end = padded.length - pad;
  return padded.subarray(end).every((byte) => byte === pad) ? padded.subarray(0, end) : null;
}

/**
 * Closes a file as the platform does.
 * @throws Error when the key is not 32 bytes in base64.
 */
export function sealMedia(bytes: Uint8Array, aesKey: string): Buffer {
  const key = keyOf(aesKey);
  if (!key) throw new Error('The key of a file must be 32 bytes in base64.');
  const pad = PAD_BLOCK - (bytes.length % PAD_BLOCK);
  const aes = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([aes.update(bytes), aes.update(Buffer.alloc(pad, pad)), aes.final()]);
}

function keyOf(aesKey: string): Buffer | null {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(aesKey)) return null;
  const key = Buffer.from(aesKey, 'base64');
  return key.length === 32 ? key : null;
}
