import { type Collection, withId } from '../collection.ts';
import { compileFilter } from '../filter/compile-filter.ts';
import { MongoError } from '../mongo-error.ts';
import { runQuery } from '../plan/run-query.ts';
import { type CompiledUpdate, compileUpdate, isModifierUpdate } from '../update/apply-update.ts';
import { upsertSeed } from '../update/upsert-seed.ts';
import { type Doc, isDoc } from '../values/documents.ts';
import { equalValues } from '../values/order.ts';

/** One update statement, of `update` or of `findAndModify`. */
export interface UpdateStatement {
  filter: Doc;
  update: unknown;
  arrayFilters: readonly unknown[];
  sort: Doc;
  upsert: boolean;
  multi: boolean;
  now: Date;
}

/** What an update statement did; the versions are those of the last document. */
export interface UpdateOutcome {
  matched: number;
  modified: number;
  upserted: Doc | null;
  before: Doc | null;
  after: Doc | null;
}

function insertNew(collection: Collection, statement: UpdateStatement, apply: CompiledUpdate): UpdateOutcome {
  const seed = upsertSeed(statement.filter);
  const made = apply(seed, { inserting: true, now: statement.now });
  if ('_id' in seed && !equalValues(seed._id, made._id)) {
    throw new MongoError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  const doc = withId(made);
  collection.insert(doc);
  return { matched: 0, modified: 0, upserted: doc, before: null, after: doc };
}

/** Applies one update statement. @throws MongoError when the update is refused for a document; those before it stay changed. */
export function updateDocuments(collection: Collection | null, statement: UpdateStatement): UpdateOutcome {
  const { filter, update, multi, sort, now } = statement;
  if (multi && isDoc(update) && !isModifierUpdate(update)) {
    throw new MongoError(9, 'multi update is not supported for replacement-style update');
  }
  const apply = compileUpdate(update, filter, statement.arrayFilters);
  compileFilter(filter);
  const outcome: UpdateOutcome = { matched: 0, modified: 0, upserted: null, before: null, after: null };
  if (!collection) return outcome;
  for (const stored of runQuery(collection, { filter, sort, limit: multi ? 0 : 1 })) {
    outcome.before = stored.doc;
    outcome.after = apply(stored.doc, { inserting: false, now });
    outcome.matched++;
    if (collection.replace(stored, outcome.after)) outcome.modified++;
  }
  return outcome.matched === 0 && statement.upsert ? insertNew(collection, statement, apply) : outcome;
}
