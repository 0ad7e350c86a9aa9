import { withId } from '../collection.ts';
import { filterOf } from '../filter/compile-filter.ts';
import { MongoError } from '../mongo-error.ts';
import { runQuery } from '../plan/run-query.ts';
import type { Doc } from '../values/documents.ts';
import { runBatch } from './batch.ts';
import {
  type Command,
  type CommandContext,
  checkFields,
  collectionName,
  docList,
  docOption,
  type Request,
} from './command.ts';
import { type UpdateOutcome, updateDocuments } from './update-documents.ts';

const UPDATE_FIELDS = ['q', 'u', 'upsert', 'multi', 'arrayFilters', 'sort'];
const DELETE_FIELDS = ['q', 'limit'];

function insert(request: Request, { catalog }: CommandContext): Doc {
  const { command, database } = request;
  const collection = catalog.ensure(database, collectionName(request));
  let n = 0;
  const errors = runBatch(command, docList(command, 'documents'), (doc) => {
    collection.insert(withId(doc));
    n++;
  });
  return { n, ...errors };
}

function listOption(statement: Doc, field: string): unknown[] {
  const list = statement[field] ?? [];
  if (Array.isArray(list)) return list;
  throw new MongoError(14, `BSON field '${field}' is the wrong type, expected type 'array'`);
}

function update(request: Request, { catalog, now }: CommandContext): Doc {
  const { command, database } = request;
  const statements = docList(command, 'updates');
  const name = collectionName(request);
  const collection = statements.some(({ upsert }) => upsert === true)
    ? catalog.ensure(database, name)
    : catalog.find(database, name);
  const upserted: Doc[] = [];
  const total = { n: 0, nModified: 0 };
  const errors = runBatch(command, statements, (statement, index) => {
    checkFields('update.updates', statement, UPDATE_FIELDS);
    const { upsert, multi, u } = statement;
    const options = { filter: filterOf(statement.q), update: u, upsert: upsert === true, multi: multi === true, now };
    const arrayFilters = listOption(statement, 'arrayFilters');
    const outcome: UpdateOutcome = updateDocuments(collection, {
      ...options,
      arrayFilters,
      sort: docOption(statement, 'sort'),
    });
    total.n += outcome.matched;
    total.nModified += outcome.modified;
    if (outcome.upserted) upserted.push({ index, _id: outcome.upserted._id });
  });
  return {
    n: total.n + upserted.length,
    nModified: total.nModified,
    ...(upserted.length > 0 ? { upserted } : {}),
    ...errors,
  };
}

function remove(request: Request, { catalog }: CommandContext): Doc {
  const { command, database } = request;
  const collection = catalog.find(database, collectionName(request));
  let n = 0;
  const errors = runBatch(command, docList(command, 'deletes'), (statement) => {
    checkFields('delete.deletes', statement, DELETE_FIELDS);
    const limit = Number(statement.limit ?? 0);
    if (limit !== 0 && limit !== 1)
      throw new MongoError(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
    const found = runQuery(collection, { filter: filterOf(statement.q), limit });
    for (const stored of found) collection?.remove(stored);
    n += found.length;
  });
  return { n, ...errors };
}

/** The commands that write documents in batches. */
export const WRITE_COMMANDS: Readonly<Record<string, Command>> = {
  insert: { fields: ['insert', 'documents', 'ordered', 'bypassDocumentValidation'], run: insert },
  update: { fields: ['update', 'updates', 'ordered', 'bypassDocumentValidation'], run: update },
  delete: { fields: ['delete', 'deletes', 'ordered'], run: remove },
};
