import { createHash } from 'node:crypto';
import { WecomError } from '../errors.ts';
import { type Body, CMD } from './frame.ts';
import type { Line } from './line.ts';
import { lostAck, pointless } from './read-ack.ts';

/** A file to be sent by the bot. */
export interface Upload {
  type: 'file' | 'image' | 'voice' | 'video';
  filename: string;
  bytes: Buffer;
}

/** A file that the platform keeps for three days. */
export interface Uploaded {
  mediaId: string;
}

/** Longest chunk before base64, bytes (智能机器人长连接). */
export const CHUNK_BYTES = 512 * 1024;

const MB = 1024 * 1024;
const MAX_BYTES: Readonly<Record<Upload['type'], number>> = {
  file: 20 * MB,
  image: 10 * MB,
  voice: 2 * MB,
  video: 10 * MB,
};
const MIN_BYTES = 5;
const MAX_NAME_BYTES = 256;

/** Uploads a file in chunks over a connection, which must stand until the end. @throws WecomError */
export async function uploadMedia(line: Line, file: Upload): Promise<Uploaded> {
  checkFile(file);
  const { type, filename, bytes } = file;
  const chunks = chunksOf(bytes);
  const md5 = createHash('md5').update(bytes).digest('hex');
  const size = { total_size: bytes.length, total_chunks: chunks.length };
  const begun = await line.request(CMD.uploadInit, { type, filename, ...size, md5 });
  const upload = { upload_id: textAt(begun, 'upload_id', CMD.uploadInit) };
  for (const [index, chunk] of chunks.entries()) {
    // From 0, as the platform's SDK does; its page counts from 1 in one example.
    await sendChunk(line, { ...upload, chunk_index: index, base64_data: chunk.toString('base64') });
  }
  const ended = await line.request(CMD.uploadFinish, upload);
  return { mediaId: textAt(ended, 'media_id', CMD.uploadFinish) };
}

/** A chunk that comes twice is ignored, so one whose acknowledgement is lost may be sent again. */
async function sendChunk(line: Line, chunk: object): Promise<void> {
  try {
    await line.request(CMD.uploadChunk, chunk);
  } catch (error) {
    if (!(error instanceof WecomError) || error.outcome !== 'unknown') throw error;
    await line.request(CMD.uploadChunk, chunk);
  }
}

function checkFile({ type, filename, bytes }: Upload): void {
  if (bytes.length < MIN_BYTES) throw pointless(CMD.uploadInit, 40006, `a ${type} has ${MIN_BYTES} bytes at least`);
  if (bytes.length > MAX_BYTES[type])
    throw pointless(CMD.uploadInit, 45001, `a ${type} may have ${MAX_BYTES[type]} bytes, this one has ${bytes.length}`);
  if (filename === '' || Buffer.byteLength(filename) > MAX_NAME_BYTES)
    throw pointless(CMD.uploadInit, 40058, `a file name has 1 to ${MAX_NAME_BYTES} bytes`);
}

function chunksOf(bytes: Buffer): Buffer[] {
  const count = Math.ceil(bytes.length / CHUNK_BYTES);
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES));
}

function textAt(body: Body, key: string, cmd: string): string {
  const value = body[key];
  if (typeof value !== 'string' || value === '') throw lostAck(cmd, `its acknowledgement has no ${key}`);
  return value;
}
