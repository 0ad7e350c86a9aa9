import type { Collection } from '../collection.ts';
import { filterOf } from '../filter/compile-filter.ts';
import { MongoError } from '../mongo-error.ts';
import { runQuery } from '../plan/run-query.ts';
import { compileProjection, type Project } from '../projection/apply-projection.ts';
import type { Doc } from '../values/documents.ts';
import { type Command, type CommandContext, collectionName, docOption, type Request } from './command.ts';
import { updateDocuments } from './update-documents.ts';

const FIELDS = [
  'findAndModify',
  'findandmodify',
  'query',
  'sort',
  'remove',
  'update',
  'new',
  'fields',
  'upsert',
  'arrayFilters',
  'bypassDocumentValidation',
];

function removeOne(collection: Collection | null, command: Doc, project: Project): Doc {
  const query = { filter: filterOf(command.query), sort: docOption(command, 'sort'), limit: 1 };
  const [stored] = runQuery(collection, query);
  if (!stored) return { lastErrorObject: { n: 0 }, value: null };
  collection?.remove(stored);
  return { lastErrorObject: { n: 1 }, value: project(stored.doc) };
}

function updateOne(
  collection: Collection | null,
  command: Doc,
  { project, now }: { project: Project; now: Date },
): Doc {
  const outcome = updateDocuments(collection, {
    filter: filterOf(command.query),
    update: command.update,
    arrayFilters: Array.isArray(command.arrayFilters) ? command.arrayFilters : [],
    sort: docOption(command, 'sort'),
    upsert: command.upsert === true,
    multi: false,
    now,
  });
  const value = command.new === true ? outcome.after : outcome.before;
  const upserted = outcome.upserted ? { upserted: outcome.upserted._id } : {};
  const n = outcome.upserted ? 1 : outcome.matched;
  return { lastErrorObject: { n, updatedExisting: outcome.matched > 0, ...upserted }, value: value && project(value) };
}

function findAndModify(request: Request, { catalog, now }: CommandContext): Doc {
  const { command, database } = request;
  const name = collectionName(request);
  const project = compileProjection(docOption(command, 'fields'), filterOf(command.query));
  const collection = command.upsert === true ? catalog.ensure(database, name) : catalog.find(database, name);
  if (command.remove !== true) return updateOne(collection, command, { project, now });
  if (command.update !== undefined) throw new MongoError(9, 'Cannot specify both an update and remove=true');
  if (command.new === true)
    throw new MongoError(
      9,
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    );
  return removeOne(collection, command, project);
}

/** `findAndModify` under both its spellings. */
export const FIND_AND_MODIFY_COMMANDS: Readonly<Record<string, Command>> = {
  findAndModify: { fields: FIELDS, run: findAndModify },
  findandmodify: { fields: FIELDS, run: findAndModify },
};
