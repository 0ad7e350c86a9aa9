import mongoose, { type mongo } from 'mongoose';
import { makeDocument, makeFilter, makeProjection, makeSort, makeUpdate } from './cases.ts';
import { type Random, seededRandom } from './random.ts';

/** A question put to both servers, and the difference in their answers. */
export interface Difference {
  kind: string;
  question: string;
  left: string;
  right: string;
}

/** What came of a comparison: how many questions of each kind, and every difference. */
export interface Comparison {
  asked: Record<string, number>;
  differences: Difference[];
}

interface Question {
  kind: string;
  text: unknown;
  changes: boolean;
  ask: (collection: mongo.Collection) => Promise<unknown>;
}

const DOCUMENTS = 40;
const REFRESH_EVERY = 60;
const REFUSED = 'refused';

/** One spelling for what is equal to MongoDB, whatever number type carries it. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value instanceof Date) return { date: value.getTime() };
  if (value instanceof mongoose.mongo.ObjectId) return { id: value.toHexString() };
  if (value instanceof mongoose.mongo.Decimal128) return { decimal: Number(value.toString()) };
  if (typeof value === 'number') return Number(value.toPrecision(10));
  if (typeof value !== 'object' || value === null) return value ?? null;
  const sorted = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([field, inner]) => [field, canonical(inner)]));
}

const everything = (collection: mongo.Collection) => collection.find().sort({ _id: 1 }).toArray();

function findQuestion(r: Random): Question {
  const filter = makeFilter(r);
  const ask = (c: mongo.Collection) =>
    c
      .find(filter, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .toArray();
  return { kind: 'find', text: filter, changes: false, ask };
}

function sortQuestion(r: Random): Question {
  const sort = makeSort(r);
  // An empty array sorts before null in MongoDB, beside it in DocumentDB.
  const filter = Object.fromEntries(Object.keys(sort).map((field) => [field, { $not: { $size: 0 } }]));
  const [skip, limit] = [r.below(3), r.below(20)];
  const ask = (c: mongo.Collection) =>
    c.find(filter, { projection: { _id: 1 }, sort: sort as mongo.Sort, skip, limit }).toArray();
  return { kind: 'sort', text: { sort, skip, limit }, changes: false, ask };
}

function projectionQuestion(r: Random): Question {
  const projection = makeProjection(r);
  const ask = (c: mongo.Collection) => c.find({}, { projection }).sort({ _id: 1 }).toArray();
  return { kind: 'projection', text: projection, changes: false, ask };
}

function updateQuestion(r: Random): Question {
  const filter = makeFilter(r);
  const update = makeUpdate(r);
  const ask = async (c: mongo.Collection) => {
    await c.updateMany(filter, update);
    return everything(c);
  };
  return { kind: 'update', text: { filter, update }, changes: true, ask };
}

function elementQuestion(r: Random): Question {
  const named = {
    update: r.pick([{ $set: { 'items.$[e].v': 1 } }, { $inc: { 'items.$[e].v': 3 } }]),
    arrayFilters: [{ 'e.v': { $gt: r.below(8) } }],
  };
  const { update, arrayFilters } = r.pick([named, { update: { $set: { 'items.$[].z': 1 } }, arrayFilters: undefined }]);
  const ask = async (c: mongo.Collection) => {
    const result = await c.updateMany({ items: { $exists: true } }, update, arrayFilters ? { arrayFilters } : {});
    return { matched: result.matchedCount, documents: await everything(c) };
  };
  return { kind: 'elements', text: { update, arrayFilters }, changes: true, ask };
}

function claimQuestion(r: Random): Question {
  const filter = { s: r.pick(['a', 'b']), 'items.k': r.pick(['p', 'q', 'none']) };
  const update = r.pick<mongo.UpdateFilter<mongo.Document>>([
    { $set: { 'items.$.hit': r.below(99) } },
    { $inc: { n: 1 } },
  ]);
  const ask = (c: mongo.Collection) =>
    c.findOneAndUpdate(filter, update, { sort: { n: 1, _id: 1 }, returnDocument: 'after' });
  return { kind: 'claim', text: { filter, update }, changes: true, ask };
}

const KINDS = [
  findQuestion,
  findQuestion,
  findQuestion,
  sortQuestion,
  projectionQuestion,
  updateQuestion,
  elementQuestion,
  claimQuestion,
];

async function answerOf(question: Question, collection: mongo.Collection): Promise<string> {
  return question.ask(collection).then(
    (answer) => JSON.stringify(canonical(answer)),
    () => REFUSED,
  );
}

async function refill(collections: readonly mongo.Collection[], r: Random): Promise<void> {
  const documents = Array.from({ length: DOCUMENTS }, (_, i) => makeDocument(r, i));
  for (const collection of collections) {
    await collection.deleteMany({});
    await collection.insertMany(documents.map((doc) => ({ ...doc })));
  }
}

/** Asks both collections the same random questions and collects where their answers differ. */
export async function compareServers(
  left: mongo.Collection,
  right: mongo.Collection,
  options: { seed: number; count: number },
): Promise<Comparison> {
  const r = seededRandom(options.seed);
  const comparison: Comparison = { asked: {}, differences: [] };
  await refill([left, right], r);
  for (let i = 1; i <= options.count; i++) {
    const question = r.pick(KINDS)(r);
    const answers = { left: await answerOf(question, left), right: await answerOf(question, right) };
    comparison.asked[question.kind] = (comparison.asked[question.kind] ?? 0) + 1;
    const same = answers.left === answers.right;
    if (!same)
      comparison.differences.push({ kind: question.kind, question: JSON.stringify(question.text), ...answers });
    // A refused update leaves what it did before on MongoDB, nothing on PostgreSQL.
    const apart = question.changes && (!same || answers.left === REFUSED);
    if (i % REFRESH_EVERY === 0 || apart) await refill([left, right], r);
  }
  return comparison;
}
