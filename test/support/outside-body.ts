import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The bytes of a picture whose md5 is right. */
export function pictureOf(body: string): Buffer | null {
  const { msgtype, image } = JSON.parse(body) as { msgtype?: unknown; image?: { base64?: string; md5?: string } };
  const bytes = msgtype === 'image' && image?.base64 ? Buffer.from(image.base64, 'base64') : null;
  return bytes && createHash('md5').update(bytes).digest('hex') === image?.md5 ? bytes : null;
}

/** The words of a markdown message; null for anything else. */
export function markdownOf(body: string): string | null {
  const { msgtype, markdown } = JSON.parse(body) as { msgtype?: unknown; markdown?: { content?: unknown } };
  return msgtype === 'markdown' && typeof markdown?.content === 'string' ? markdown.content : null;
}

/** The whole of a request's body. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
