import type { IncomingMessage } from 'node:http';

/** The raw bytes of a request body; null when it is longer than `limit` bytes: the rest is not read. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > limit) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A small JSON object of a request; null when it is none. */
export async function readJson(request: IncomingMessage, limit = 64 * 1024): Promise<Record<string, unknown> | null> {
  const body = await readBody(request, limit);
  if (!body) return null;
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
