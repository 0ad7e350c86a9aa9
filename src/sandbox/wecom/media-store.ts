import { randomBytes } from 'node:crypto';
import type { ApiRequest, FileAnswer } from './api.ts';
import { readUpload } from './read-upload.ts';
import { refuse, taken, type Verdict } from './verdict.ts';

/** A file that was uploaded. */
export interface StoredFile {
  type: string;
  filename: string;
  bytes: Buffer;
  /** Who may use it: the key of a webhook, or `CORP` for every app of the corp. */
  owner: string;
  createdAt: Date;
}

/** Who owns what an app uploads. */
export const CORP = 'corp';

/** Files by their media_id, each for three days of business time (上传临时素材). */
export interface MediaStore {
  /** Takes an upload for its owner, or says why not. `types` are the types that are taken there. */
  upload(request: ApiRequest, v: { owner: string; types: readonly string[] }): Verdict;
  /** Finds a file that its owner may use now. */
  find(mediaId: unknown, owner: string, now: Date): StoredFile | null;
  get(request: ApiRequest): Verdict | FileAnswer;
}

const LIFE_MS = 3 * 86_400_000;
const MB = 1024 * 1024;
const MAX_BYTES: Readonly<Record<string, number>> = { image: 10 * MB, voice: 2 * MB, video: 10 * MB, file: 20 * MB };
const MIN_BYTES = 5;

/** How a file of a type begins; what is not named may begin in any way. */
const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  image: ['89504e47', 'ffd8ff'],
  voice: [Buffer.from('#!AMR').toString('hex')],
};

/** Builds a platform without files. */
export function buildMediaStore(): MediaStore {
  const files = new Map<string, StoredFile>();
  const find: MediaStore['find'] = (mediaId, owner, now) => {
    const file = typeof mediaId === 'string' ? files.get(mediaId) : undefined;
    if (!file || file.owner !== owner || now.getTime() - file.createdAt.getTime() > LIFE_MS) return null;
    return file;
  };
  return {
    find,
    upload({ query, raw, contentType, now }, { owner, types }) {
      const type = query('type');
      if (!types.includes(type)) return refuse(40004, 'invalid media type');
      const upload = raw && readUpload(raw, contentType);
      if (!upload || upload.bytes.length === 0) return refuse(44001, 'empty media data');
      const { bytes, filename } = upload;
      if (bytes.length <= MIN_BYTES) return refuse(40006, 'invalid media size');
      if (bytes.length > (MAX_BYTES[type] ?? 0)) return refuse(45001, 'media size out of limit');
      if (!beginsRight(type, bytes)) return refuse(40004, 'invalid media type');
      const mediaId = `3${randomBytes(30).toString('base64url')}`;
      files.set(mediaId, { type, filename, bytes, owner, createdAt: now });
      return taken({ type, media_id: mediaId, created_at: String(Math.floor(now.getTime() / 1000)) });
    },
    get({ query, now }) {
      const file = find(query('media_id'), CORP, now);
      return file
        ? { bytes: file.bytes, disposition: dispositionOf(file.filename) }
        : refuse(40007, 'invalid media_id');
    },
  };
}

/** A name as the platform gives it: once for old readers, once as RFC 5987. */
export function dispositionOf(filename: string): string {
  const plain = filename.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(filename)}`;
}

function beginsRight(type: string, bytes: Buffer): boolean {
  const beginnings = BEGINNINGS[type];
  return !beginnings || beginnings.some((hex) => bytes.subarray(0, hex.length / 2).toString('hex') === hex);
}
