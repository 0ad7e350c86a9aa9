import { describe, expect, it } from 'vitest';
import { codeOf, useEngine } from './support/engine.ts';

describe('collections and databases', () => {
  const engine = useEngine();

  const names = async () => (await engine.connection.listCollections()).map(({ name }) => name);

  it('makes a collection by its first document and by name', async () => {
    await engine.connection.collection('written').insertOne({ a: 1 });
    await engine.connection.createCollection('created');
    expect(await names()).toEqual(expect.arrayContaining(['written', 'created']));
    expect(await engine.connection.db?.listCollections({ name: 'created' }, { nameOnly: true }).toArray()).toHaveLength(
      1,
    );
  });

  it('drops a collection with its documents and indexes', async () => {
    const collection = engine.fresh();
    await collection.createIndex({ a: 1 }, { unique: true });
    await collection.insertOne({ a: 1 });
    await collection.drop();
    expect(await collection.countDocuments()).toBe(0);
    await collection.insertMany([{ a: 1 }, { a: 1 }] as never[]);
    expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_']);
  });

  it('says that indexes of a collection that is not there cannot be listed', async () => {
    expect(await codeOf(engine.fresh().indexes())).toBe(26);
  });

  it('answers ping, buildInfo and serverStatus', async () => {
    const admin = engine.connection.db?.admin();
    expect(await admin?.ping()).toMatchObject({ ok: 1 });
    expect((await admin?.buildInfo())?.version).toMatch(/^\d+\.\d+/);
    expect((await admin?.serverStatus())?.ok).toBe(1);
  });

  it('drops a whole database', async () => {
    const other = engine.connection.useDb(`${engine.connection.name}_other`);
    await other.collection('c').insertOne({ a: 1 });
    await other.dropDatabase();
    expect(await other.collection('c').countDocuments()).toBe(0);
  });

  it('refuses a command that does not exist', async () => {
    expect(await codeOf(engine.connection.db?.command({ noSuchCommand: 1 }) ?? Promise.resolve())).toBe(59);
  });
});
