import { describe, expect, it } from 'vitest';
import { HOUR_MS, subscribed } from './raw.ts';

describe('an upload', () => {
  const begin = { type: 'file', filename: 'a.txt', total_size: 10, total_chunks: 2 };
  const data = (text: string) => Buffer.from(text).toString('base64');

  async function opened(changes: object = {}) {
    const all = await subscribed();
    const { body } = await all.ask('aibot_upload_media_init', { ...begin, ...changes });
    const id = body?.upload_id;
    const chunk = (index: number, text: string) =>
      all.ask('aibot_upload_media_chunk', { upload_id: id, chunk_index: index, base64_data: data(text) });
    return { ...all, chunk, finish: () => all.ask('aibot_upload_media_finish', { upload_id: id }) };
  }

  it.each([0, 1])('counts its chunks from %i, in any order, and ignores a second one', async (first) => {
    const { world, chunk, finish } = await opened();
    await chunk(first + 1, 'world');
    await chunk(first, 'hello');
    expect((await chunk(first, 'other')).errcode).toBe(0);
    const { errcode, body } = await finish();
    expect(errcode).toBe(0);
    expect(world.connection.uploads.bytesOf(String(body?.media_id))?.toString()).toBe('helloworld');
  });

  it('lacking a chunk is refused', async () => {
    const { chunk, finish } = await opened();
    await chunk(0, 'hello');
    expect((await finish()).errcode).toBe(40058);
  });

  it('of another md5 is refused', async () => {
    const { chunk, finish } = await opened({ md5: '0'.repeat(32) });
    await chunk(0, 'hello');
    await chunk(1, 'world');
    expect((await finish()).errcode).toBe(301019);
  });

  it('is over after 30 minutes', async () => {
    const { world, chunk } = await opened();
    world.clock.now = new Date(world.clock.now.getTime() + HOUR_MS / 2 + 1);
    expect((await chunk(0, 'hello')).errcode).toBe(40058);
  });

  it.each([
    ['101 chunks', { total_chunks: 101 }, 40058],
    ['chunks too few for its size', { total_size: 600_000, total_chunks: 1 }, 40058],
    ['too large a file', { total_size: 20 * 1024 * 1024 + 1, total_chunks: 50 }, 45001],
    ['an unknown type', { type: 'paper' }, 40004],
  ])('of %s is refused', async (_, changes, errcode) => {
    const { ask } = await subscribed();
    expect((await ask('aibot_upload_media_init', { ...begin, ...changes })).errcode).toBe(errcode);
  });

  it('takes no chunk longer than 512 KB', async () => {
    const { chunk } = await opened({ total_size: 600_000 });
    expect((await chunk(0, 'x'.repeat(512 * 1024 + 1))).errcode).toBe(45002);
  });
});
