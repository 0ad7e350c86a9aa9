import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import mongoose from 'mongoose';
import { describe, expect, it } from 'vitest';
import { startServer } from '../../src/mongo/server.ts';
import { openDiskStorage, StorageLocked } from '../../src/mongo/storage/disk-storage.ts';
import { temporaryDir } from './support/temporary-dir.ts';

type Db = mongoose.mongo.Db;

async function withServer<T>(dir: string, use: (db: Db) => Promise<T>): Promise<T> {
  const server = await startServer({ dir });
  const client = await mongoose.mongo.MongoClient.connect(server.uri());
  try {
    return await use(client.db());
  } finally {
    await client.close();
    await server.close();
  }
}

describe('what is kept on disk', () => {
  it('comes back with its order of arrival, its changes and its indexes', async () => {
    const dir = await temporaryDir();
    await withServer(dir, async (db) => {
      const things = db.collection('things');
      await things.createIndexes([
        { key: { n: -1 }, unique: true },
        { key: { open: 1 }, partialFilterExpression: { open: true } },
      ]);
      await things.insertMany([3, 1, 2].map((n) => ({ n, open: n > 1 })));
      await things.updateOne({ n: 1 }, { $set: { n: 10 } });
      await things.deleteOne({ n: 2 });
      await db.collection('dropped').insertOne({});
      await db.collection('dropped').drop();
    });
    await withServer(dir, async (db) => {
      const things = db.collection('things');
      expect((await things.find().toArray()).map(({ n }) => n)).toEqual([3, 10]);
      expect((await things.indexes()).map(({ name }) => name)).toEqual(['_id_', 'n_-1', 'open_1']);
      await expect(things.insertOne({ n: 3 })).rejects.toMatchObject({ code: 11000 });
      expect((await db.listCollections().toArray()).map(({ name }) => name)).toEqual(['things']);
      await things.insertOne({ n: 4 });
      expect(await things.countDocuments()).toBe(3);
    });
  });

  it('is whole in one file once the server is closed', async () => {
    const [dir, copy] = [await temporaryDir(), await temporaryDir()];
    await withServer(dir, (db) => db.collection('things').insertOne({ n: 1 }));
    await copyFile(path.join(dir, 'mongo.db'), path.join(copy, 'mongo.db'));
    expect(await withServer(copy, (db) => db.collection('things').countDocuments({ n: 1 }))).toBe(1);
  });

  it('can be opened by one at a time, and again after that one closed it', async () => {
    const file = path.join(await temporaryDir(), 'mongo.db');
    const first = openDiskStorage(file);
    expect(() => openDiskStorage(file)).toThrow(StorageLocked);
    first.close();
    openDiskStorage(file).close();
  });

  it('is durable only after the turn of the event loop in which it was written', async () => {
    const storage = openDiskStorage(path.join(await temporaryDir(), 'mongo.db'));
    const order: string[] = [];
    storage.whenDurable(() => order.push('nothing to wait for'));
    storage.putDocument({ seq: 1, collection: 1, bson: Buffer.from('x') });
    const durable = new Promise<void>((resolve) => {
      storage.whenDurable((error) => {
        order.push(`durable ${String(error)}`);
        resolve();
      });
    });
    order.push('written');
    await durable;
    expect(order).toEqual(['nothing to wait for', 'written', 'durable null']);
    storage.close();
  });

  it('refuses to go on after it could not write', async () => {
    const storage = openDiskStorage(path.join(await temporaryDir(), 'mongo.db'));
    expect(() => storage.putDocument({ seq: 1, collection: 1, bson: null as never })).toThrow(/NOT NULL/);
    expect(() => storage.putDocument({ seq: 2, collection: 1, bson: Buffer.from('x') })).toThrow(
      /can no longer be written/,
    );
    const outcome = await new Promise<Error | null>((resolve) => {
      storage.whenDurable(resolve);
    });
    expect(outcome?.message).toContain('free space');
    storage.close();
  });
});
