import { randomUUID } from 'node:crypto';

/** A file as it is handed to the platform. */
export interface MediaFile {
  filename: string;
  bytes: Uint8Array;
}

/**
 * Packs a file into the one field that uploads take (`media`, 上传临时素材). The body is whole, so that its Content-Length is
 * exact: chunked uploads are said to fail with 44001. The name stays UTF-8, which the platform shows as it is.
 */
export function packMedia({ filename, bytes }: MediaFile): { body: Buffer; contentType: string } {
  const boundary = `----wecom${randomUUID().replaceAll('-', '')}`;
  const name = filename.replace(/[\r\n"]/g, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`);
  const disposition = `form-data; name="media"; filename="${name}"; filelength=${bytes.length}`;
  const head = `--${boundary}\r\nContent-Disposition: ${disposition}\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { body, contentType: `multipart/form-data; boundary=${boundary}` };
}

const MEGABYTE = 1024 * 1024;

/** How long an upload may take, ms: a call's time, and a second for each megabyte. */
export function uploadTime({ timeoutMs }: { timeoutMs: number }, { bytes }: MediaFile): number {
  return timeoutMs + Math.ceil(bytes.length / MEGABYTE) * 1_000;
}
