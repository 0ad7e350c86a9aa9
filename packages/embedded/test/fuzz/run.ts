// Compares two MongoDB servers by random questions: node --import tsx packages/embedded/test/fuzz/run.ts URI_A URI_B [SEED] [COUNT]
import mongoose from 'mongoose';
import { compareServers } from './compare.ts';

const SHOWN = 20;
const WIDTH = 300;

const [left, right, seed = '1', count = '3000'] = process.argv.slice(2);
if (left === undefined || right === undefined) {
  console.error('usage: run.ts URI_A URI_B [SEED] [COUNT]');
  process.exit(2);
}
const clients = await Promise.all([left, right].map((uri) => mongoose.mongo.MongoClient.connect(uri)));
const [a, b] = clients.map((client) => client.db('fuzz').collection('documents'));
if (!a || !b) throw new Error('two servers are needed');
// An index on one side alone must change no answer.
if (process.env.INDEXES)
  for (const field of ['a', 'b', 'n', 's', 'arr', 'items.k', 'a.x', 'at']) await b.createIndex({ [field]: 1 });
if (process.env.INDEXES)
  await b.createIndexes([
    { key: { s: 1, n: -1 } },
    { key: { 'items.k': 1, 'items.v': 1 } },
    { key: { c: 1 }, sparse: true },
  ]);
const { asked, differences } = await compareServers(a, b, { seed: Number(seed), count: Number(count) });
console.log('asked', asked, 'differences', differences.length);
for (const { kind, question, left: one, right: other } of differences.slice(0, SHOWN)) {
  console.log(`${kind} ${question.slice(0, WIDTH)}\n  A ${one.slice(0, WIDTH)}\n  B ${other.slice(0, WIDTH)}`);
}
await Promise.all(clients.map((client) => client.close()));
process.exitCode = differences.length > 0 ? 1 : 0;
