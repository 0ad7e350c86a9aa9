import mongoose, { type Connection, type Model } from 'mongoose';
import { isDuplicateKey } from './connection.ts';

export type Index = [
  fields: Record<string, 1 | -1>,
  options?: { unique?: boolean; sparse?: boolean; partialFilterExpression?: object },
];

/** Declares one collection of this connection. What is deep in a document is typed by TypeScript and stored as it is. */
export function modelOf<T extends { _id: string }>(
  connection: Connection,
  collection: string,
  v: { fields: (keyof T)[]; indexes?: Index[]; name?: string },
): Model<T> {
  const definition = Object.fromEntries(
    v.fields.map((field) => [field, field === '_id' ? String : mongoose.Schema.Types.Mixed]),
  );
  const schema = new mongoose.Schema(definition, {
    collection,
    versionKey: false,
    minimize: false,
    strict: 'throw',
    _id: false,
  });
  for (const [fields, options] of v.indexes ?? []) schema.index(fields, options);
  return connection.model(v.name ?? collection, schema) as unknown as Model<T>;
}

/**
 * Inserts a document unless its key is there already; true when it is new. It goes to the driver directly: one write,
 * nothing cast, since what is deep in a document is already what it should be.
 */
export async function insertNew<T extends { _id: string }>(model: Model<T>, doc: T): Promise<boolean> {
  try {
    await model.collection.insertOne(doc as never);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
