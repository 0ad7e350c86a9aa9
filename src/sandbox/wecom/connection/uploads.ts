import { createHash, randomBytes } from 'node:crypto';
import type { Json } from '../content.ts';
import { refuse, type Verdict } from '../verdict.ts';
import { buildConversationLimit } from './conversation-limit.ts';

/** What an upload call gives when it is taken. */
export type UploadAnswer = { body: Json } | Verdict;

/** The uploads of the bot and the files that came of them (智能机器人长连接, 上传临时素材). */
export interface Uploads {
  init(body: Json, now: Date): UploadAnswer;
  chunk(body: Json, now: Date): UploadAnswer;
  finish(body: Json, now: Date): UploadAnswer;
  /** Whether a file can be sent now: for three days. */
  isMedia(id: string, now: Date): boolean;
  /** What was uploaded under an id. */
  bytesOf(id: string): Buffer | null;
}

const CHUNK_BYTES = 512 * 1024;
const MAX_CHUNKS = 100;
const SESSION_MS = 30 * 60_000;
const MEDIA_MS = 3 * 86_400_000;
const MB = 1024 * 1024;
const MAX_BYTES = new Map([
  ['file', 20 * MB],
  ['image', 10 * MB],
  ['voice', 2 * MB],
  ['video', 10 * MB],
]);

interface Session {
  type: string;
  size: number;
  count: number;
  md5: string | null;
  begunAt: Date;
  chunks: Map<number, Buffer>;
}

/** Builds a platform to which nothing was uploaded yet. */
export function buildUploads(): Uploads {
  const sessions = new Map<string, Session>();
  const media = new Map<string, { bytes: Buffer; at: Date }>();
  const limit = buildConversationLimit();
  const open = (body: Json, now: Date): Session | null => {
    const session = sessions.get(String(body.upload_id));
    return session && now.getTime() - session.begunAt.getTime() <= SESSION_MS ? session : null;
  };
  return {
    init(body, now) {
      const session = readSession(body, now);
      if ('errcode' in session) return session;
      if (!limit.take('uploads', now)) return refuse(45009, 'api freq out of limit');
      const id = `UP${randomBytes(12).toString('hex')}`;
      sessions.set(id, session);
      return { body: { upload_id: id } };
    },
    chunk(body, now) {
      const session = open(body, now);
      if (!session) return refuse(40058, 'invalid upload_id. invalid Request Parameter');
      return takeChunk(session, body);
    },
    finish(body, now) {
      const session = open(body, now);
      if (!session) return refuse(40058, 'invalid upload_id. invalid Request Parameter');
      const bytes = assemble(session);
      if ('errcode' in bytes) return bytes;
      sessions.delete(String(body.upload_id));
      const id = `MEDIA${randomBytes(16).toString('hex')}`;
      media.set(id, { bytes, at: now });
      return { body: { type: session.type, media_id: id, created_at: Math.floor(now.getTime() / 1000) } };
    },
    isMedia: (id, now) => now.getTime() - (media.get(id)?.at.getTime() ?? Number.NEGATIVE_INFINITY) <= MEDIA_MS,
    bytesOf: (id) => media.get(id)?.bytes ?? null,
  };
}

function readSession(body: Json, now: Date): Session | Verdict {
  const { type, filename, total_size: size, total_chunks: count, md5 } = body;
  const max = MAX_BYTES.get(String(type));
  if (typeof type !== 'string' || max === undefined) return refuse(40004, 'invalid media type');
  if (typeof filename !== 'string' || filename === '' || Buffer.byteLength(filename) > 256)
    return refuse(40058, 'invalid filename. invalid Request Parameter');
  if (!isCount(size) || !isCount(count)) return refuse(40058, 'invalid size. invalid Request Parameter');
  if (size < 5) return refuse(40006, 'invalid media size');
  if (size > max) return refuse(45001, 'media size out of limit');
  if (count > MAX_CHUNKS || count * CHUNK_BYTES < size) return refuse(40058, 'invalid total_chunks');
  return { type, size, count, md5: typeof md5 === 'string' ? md5 : null, begunAt: now, chunks: new Map() };
}

/** One that has come already is ignored, whatever it holds now. */
function takeChunk({ chunks, count }: Session, body: Json): UploadAnswer {
  const { chunk_index: index, base64_data: data } = body;
  if (typeof index !== 'number' || !Number.isSafeInteger(index) || index < 0 || index > count)
    return refuse(40058, 'invalid chunk_index. invalid Request Parameter');
  if (typeof data !== 'string') return refuse(40058, 'invalid base64_data. invalid Request Parameter');
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length === 0 || bytes.length > CHUNK_BYTES) return refuse(45002, 'chunk size out of limit');
  if (!chunks.has(index)) chunks.set(index, bytes);
  return { body: {} };
}

/** The page counts chunks from 1, its SDK from 0: either is taken, a mixture is not. */
function assemble({ chunks, count, size, md5 }: Session): Buffer | Verdict {
  const first = chunks.has(0) ? 0 : 1;
  const parts = Array.from({ length: count }, (_, index) => chunks.get(first + index));
  if (chunks.size !== count || !parts.every((part) => part !== undefined))
    return refuse(40058, 'chunks are missing. invalid Request Parameter');
  const bytes = Buffer.concat(parts);
  if (bytes.length !== size) return refuse(40006, 'invalid media size');
  return md5 !== null && createHash('md5').update(bytes).digest('hex') !== md5.toLowerCase()
    ? refuse(301019, 'md5 of the file is illegal')
    : bytes;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
