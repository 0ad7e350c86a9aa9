import mongoose, { Schema } from 'mongoose';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeOf, useEngine } from './support/engine.ts';

const personSchema = new Schema(
  {
    mail: { type: String, unique: true },
    name: String,
    tags: [String],
    items: [{ sku: String, qty: Number }],
    price: Schema.Types.Decimal128,
    counts: { type: Map, of: Number },
    raw: Buffer,
    friend: { type: Schema.Types.ObjectId, ref: 'Person' },
    active: { type: Boolean, default: true },
  },
  { timestamps: true, optimisticConcurrency: true },
);

describe('a mongoose model', () => {
  const engine = useEngine();
  const personModel = () => engine.connection.model('Person', personSchema);

  beforeAll(async () => {
    await personModel().createIndexes();
  });

  it('gives a saved document back with its types', async () => {
    const Person = personModel();
    const { _id } = await Person.create({
      mail: 'types@x',
      price: mongoose.Types.Decimal128.fromString('1.10'),
      counts: { k: 5 },
      raw: Buffer.from('hi'),
    });
    const found = await Person.findById(_id);
    expect(found?.price?.toString()).toBe('1.10');
    expect(found?.counts?.get('k')).toBe(5);
    expect(found?.raw?.toString()).toBe('hi');
    expect(found?.createdAt).toBeInstanceOf(Date);
    expect(found?.active).toBe(true);
  });

  it('refuses a second save of the same version', async () => {
    const Person = personModel();
    await Person.create({ mail: 'version@x', items: [{ sku: 's', qty: 1 }] });
    const [mine, theirs] = await Promise.all([
      Person.findOne({ mail: 'version@x' }),
      Person.findOne({ mail: 'version@x' }),
    ]);
    mine?.set('name', 'mine');
    theirs?.set('name', 'theirs');
    await mine?.save();
    await expect(theirs?.save()).rejects.toThrow(mongoose.Error.VersionError);
    expect((await Person.findOne({ mail: 'version@x' }))?.name).toBe('mine');
  });

  it('saves changes within lists', async () => {
    const Person = personModel();
    const person = await Person.create({
      mail: 'lists@x',
      tags: ['a'],
      items: [
        { sku: 's', qty: 1 },
        { sku: 't', qty: 2 },
      ],
    });
    person.tags.push('b');
    person.set('items.1.qty', 9);
    await person.save();
    const found = await Person.findById(person._id).lean();
    expect(found?.tags).toEqual(['a', 'b']);
    expect(found?.items.map(({ qty }) => qty)).toEqual([1, 9]);
  });

  it('tells of a duplicate key by its code', async () => {
    const Person = personModel();
    await Person.create({ mail: 'twice@x' });
    expect(await codeOf(Person.create({ mail: 'twice@x' }))).toBe(11000);
  });

  it('populates references', async () => {
    const Person = personModel();
    const friend = await Person.create({ mail: 'friend@x' });
    await Person.create({ mail: 'populate@x', friend: friend._id });
    const found = await Person.findOne({ mail: 'populate@x' }).populate<{ friend: { mail: string } }>('friend', 'mail');
    expect(found?.friend.mail).toBe('friend@x');
  });

  it('counts, finds distinct values and tells whether there is one', async () => {
    const Person = personModel();
    await Person.create([
      { mail: 'd1@x', name: 'D' },
      { mail: 'd2@x', name: 'D' },
      { mail: 'd3@x', name: 'E' },
    ]);
    expect(await Person.countDocuments({ name: 'D' })).toBe(2);
    expect(
      await Person.countDocuments({ name: { $in: ['D', 'E'] } })
        .skip(1)
        .limit(1),
    ).toBe(1);
    expect(await Person.distinct('name', { name: { $in: ['D', 'E'] } })).toEqual(['D', 'E']);
    expect(await Person.exists({ name: 'E' })).not.toBeNull();
    expect(await Person.exists({ name: 'nobody' })).toBeNull();
  });

  it('keeps its indexes in step with the schema', async () => {
    const Person = personModel();
    await Person.collection.createIndex({ stray: 1 });
    expect(await Person.syncIndexes()).toEqual(['stray_1']);
    expect((await Person.collection.indexes()).map(({ name }) => name)).toEqual(['_id_', 'mail_1']);
  });
});
