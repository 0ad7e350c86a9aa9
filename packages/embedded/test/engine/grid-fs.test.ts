import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import mongoose, { type mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { useEngine } from './support/engine.ts';

describe('GridFS', () => {
  const engine = useEngine();

  function bucket(): mongo.GridFSBucket {
    return new mongoose.mongo.GridFSBucket(engine.connection.db as mongo.Db, { bucketName: 'files' });
  }

  async function upload(name: string, bytes: Buffer): Promise<mongo.ObjectId> {
    const upload = bucket().openUploadStream(name, { metadata: { kind: 'test' } });
    await pipeline(Readable.from([bytes]), upload);
    return upload.id;
  }

  it('gives a file of several chunks back byte by byte', async () => {
    const bytes = Buffer.alloc(700_000, 'abcdefg');
    const id = await upload('large.bin', bytes);
    expect((await buffer(bucket().openDownloadStream(id))).equals(bytes)).toBe(true);
  });

  it('gives a part of a file', async () => {
    const id = await upload('part.txt', Buffer.from('0123456789'));
    expect((await buffer(bucket().openDownloadStream(id, { start: 2, end: 5 }))).toString()).toBe('234');
  });

  it('lists files by their metadata and deletes them with their chunks', async () => {
    const id = await upload('gone.txt', Buffer.from('x'));
    expect(await bucket().find({ filename: 'gone.txt', 'metadata.kind': 'test' }).toArray()).toHaveLength(1);
    await bucket().delete(id);
    expect(await bucket().find({ filename: 'gone.txt' }).toArray()).toHaveLength(0);
    expect(await engine.connection.collection('files.chunks').countDocuments({ files_id: id })).toBe(0);
  });
});
