import { unsent } from './errors.ts';
import type { MediaFile } from './multipart.ts';

/** What can be uploaded. A group's webhook takes `file` and `voice` alone. */
export type MediaType = 'image' | 'voice' | 'video' | 'file';

const MB = 1024 * 1024;

/** Largest files in bytes (上传临时素材); each is larger than `MIN_MEDIA_BYTES`. */
export const MEDIA_LIMITS: Readonly<Record<MediaType, number>> = {
  image: 10 * MB,
  voice: 2 * MB,
  video: 10 * MB,
  file: 20 * MB,
};

/** A file of this many bytes or fewer is refused. */
export const MIN_MEDIA_BYTES = 5;

/** @throws WecomError when the platform would refuse the file for its size. */
export function checkFile(endpoint: string, type: MediaType, { bytes }: MediaFile): void {
  const max = MEDIA_LIMITS[type];
  if (bytes.length <= MIN_MEDIA_BYTES)
    throw unsent(endpoint, { errcode: 40006, words: `a ${type} must have more than ${MIN_MEDIA_BYTES} bytes` });
  if (bytes.length > max)
    throw unsent(endpoint, { errcode: 45001, words: `a ${type} may have ${max} bytes, this one has ${bytes.length}` });
}
