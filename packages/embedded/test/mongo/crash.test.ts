import mongoose from 'mongoose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openMongo } from '../../src/mongo/open-mongo.ts';
import { serverOf } from './support/processes.ts';
import { temporaryDir } from './support/temporary-dir.ts';

const ROUNDS = 3;
const WRITERS = 4;
const WRITES_A_ROUND = 200;

interface Acknowledged {
  ids: string[];
  increments: number;
}

/** Writes until the server is gone; only what the server answered counts. */
async function write(collection: mongoose.mongo.Collection, prefix: string, acknowledged: Acknowledged): Promise<void> {
  for (let i = 0; ; i++) {
    const id = `${prefix}-${i}`;
    const inserted = await collection.insertOne({ _id: id as never, pad: 'x'.repeat(200) }).catch(() => null);
    if (!inserted) return;
    acknowledged.ids.push(id);
    const counted = await collection
      .updateOne({ _id: 'counter' as never }, { $inc: { n: 1 } }, { upsert: true })
      .catch(() => null);
    if (!counted) return;
    acknowledged.increments++;
  }
}

/** Polls in turns of the event loop, which the writers fill. */
async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setImmediate(resolve));
}

async function writeAndKill(dir: string, uri: string, round: number, acknowledged: Acknowledged): Promise<void> {
  const client = await mongoose.mongo.MongoClient.connect(uri, {
    retryWrites: false,
    serverSelectionTimeoutMS: 15_000,
  });
  const collection = client.db().collection('crash');
  const enough = acknowledged.ids.length + WRITES_A_ROUND;
  const writers = Array.from({ length: WRITERS }, (_, k) => write(collection, `${round}-${k}`, acknowledged));
  await until(() => acknowledged.ids.length >= enough);
  process.kill(serverOf(dir), 'SIGKILL');
  await Promise.all(writers);
  await client.close();
}

describe('a server that is killed under load', () => {
  it('has every acknowledged write when it is started again', async () => {
    const dir = await temporaryDir();
    const mongo = await openMongo({ dir });
    onTestFinished(() => mongo.close());
    const acknowledged: Acknowledged = { ids: [], increments: 0 };
    for (let round = 0; round < ROUNDS; round++) await writeAndKill(dir, mongo.uri, round, acknowledged);

    const client = await mongoose.mongo.MongoClient.connect(mongo.uri, { serverSelectionTimeoutMS: 15_000 });
    onTestFinished(() => client.close());
    const collection = client.db().collection<{ _id: string; n?: number }>('crash');
    const present = new Set(await collection.distinct('_id'));
    expect(acknowledged.ids.length).toBeGreaterThanOrEqual(ROUNDS * WRITES_A_ROUND);
    expect(acknowledged.ids.filter((id) => !present.has(id))).toEqual([]);
    expect((await collection.findOne({ _id: 'counter' }))?.n).toBeGreaterThanOrEqual(acknowledged.increments);
  });
});
