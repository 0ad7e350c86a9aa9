import type { Collection } from '../collection.ts';
import type { IndexSpec } from '../index/collection-index.ts';
import { compileFilter } from '../filter/compile-filter.ts';
import { MongoError, notServed } from '../mongo-error.ts';
import { type Doc, isDoc } from '../values/documents.ts';
import { equalValues } from '../values/order.ts';
import { isIndex } from '../values/path.ts';
import { type Command, type CommandContext, collectionName, docList, type Request } from './command.ts';

const OPTIONS = new Set([
  'key',
  'name',
  'v',
  'ns',
  'background',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
]);

function checkKey(key: unknown): Doc {
  if (!isDoc(key) || Object.keys(key).length === 0) throw new MongoError(67, 'Index keys cannot be an empty object');
  for (const [path, direction] of Object.entries(key)) {
    if (typeof direction === 'string')
      throw new MongoError(67, `Unknown index plugin '${direction}': the embedded server serves ordered indexes alone`);
    if (path.includes('$') || path.split('.').some((part) => part === '' || isIndex(part))) {
      throw new MongoError(67, `an index on the path '${path}' is not served by the embedded server`);
    }
    if (typeof direction !== 'number' || direction === 0)
      throw new MongoError(67, `Values in the index key pattern can't be ${String(direction)}`);
  }
  return Object.fromEntries(Object.entries(key).map(([path, direction]) => [path, Math.sign(Number(direction))]));
}

function specOf(given: Doc): IndexSpec {
  for (const [option, value] of Object.entries(given)) {
    if (OPTIONS.has(option) || value === undefined || value === false) continue;
    throw notServed(`the index option '${option}'`);
  }
  const { name, unique, sparse, partialFilterExpression: partial, expireAfterSeconds: ttl } = given;
  if (typeof name !== 'string' || name === '')
    throw new MongoError(9, "The 'name' field is a required property of an index specification");
  if (partial !== undefined && !isDoc(partial)) throw new MongoError(67, 'partialFilterExpression must be an object');
  if (ttl !== undefined && (typeof ttl !== 'number' || ttl < 0))
    throw new MongoError(67, 'expireAfterSeconds must be a number that is not negative');
  const key = checkKey(given.key);
  if (ttl !== undefined && Object.keys(key).length > 1)
    throw new MongoError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL');
  compileFilter(partial ?? {});
  return {
    v: 2,
    key,
    name,
    ...(unique === true ? { unique } : {}),
    ...(sparse === true ? { sparse } : {}),
    ...(partial ? { partialFilterExpression: partial } : {}),
    ...(ttl === undefined ? {} : { expireAfterSeconds: ttl }),
  };
}

/** Whether the index is there already. @throws MongoError 85 or 86 when another one stands in its way. */
function isThere(collection: Collection, spec: IndexSpec): boolean {
  const sameKey = (other: IndexSpec) => equalValues(other.key, spec.key);
  const specs = collection.indexes.map((index) => index.spec);
  const byName = specs.find(({ name }) => name === spec.name);
  if (byName && !sameKey(byName))
    throw new MongoError(86, `An existing index has the same name as the requested index: ${spec.name}`);
  const found =
    byName ??
    specs.find((other) => sameKey(other) && equalValues(other.partialFilterExpression, spec.partialFilterExpression));
  if (!found) return false;
  if (found.name === '_id_') return true;
  const { name, ...options } = found;
  const { name: wantedName, ...wanted } = spec;
  if (name === wantedName && equalValues(sortFields(options), sortFields(wanted))) return true;
  if (name === wantedName)
    throw new MongoError(86, `An equivalent index already exists with the same name but different options: ${name}`);
  throw new MongoError(85, `Index already exists with a different name: ${name}`);
}

function sortFields(doc: Doc): Doc {
  return Object.fromEntries(Object.entries(doc).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function createIndexes(request: Request, { catalog }: CommandContext): Doc {
  const { command, database } = request;
  const specs = docList(command, 'indexes').map(specOf);
  const existed = catalog.find(database, collectionName(request)) !== null;
  const collection = catalog.ensure(database, collectionName(request));
  const numIndexesBefore = collection.indexes.length;
  for (const spec of specs) if (!isThere(collection, spec)) collection.addIndex(spec);
  catalog.save(collection);
  return { numIndexesBefore, numIndexesAfter: collection.indexes.length, createdCollectionAutomatically: !existed };
}

function existing(request: Request, { catalog }: CommandContext): Collection {
  const name = collectionName(request);
  const found = catalog.find(request.database, name);
  if (found) return found;
  throw new MongoError(26, `ns does not exist: ${request.database}.${name}`);
}

function listIndexes(request: Request, context: CommandContext): Doc {
  const collection = existing(request, context);
  const found = collection.indexes.map(({ spec }) => ({ doc: publicSpec(spec), size: 0 }));
  return context.cursors.open(
    { namespace: collection.namespace, found, project: (doc) => doc, now: context.now },
    found.length,
  );
}

function publicSpec(spec: IndexSpec): Doc {
  const { unique, ...rest } = spec;
  return spec.name === '_id_' || unique === undefined ? rest : { ...rest, unique };
}

function namesToDrop(collection: Collection, wanted: unknown): string[] {
  const names = collection.indexes.slice(1).map(({ spec }) => spec.name);
  if (wanted === '*') return names;
  return (Array.isArray(wanted) ? wanted : [wanted]).map((want: unknown) => {
    const found = collection.indexes.find(({ spec }) =>
      isDoc(want) ? equalValues(spec.key, want) : spec.name === want,
    );
    if (!found)
      throw new MongoError(27, `index not found with name [${isDoc(want) ? JSON.stringify(want) : String(want)}]`);
    if (found.spec.name === '_id_') throw new MongoError(72, 'cannot drop _id index');
    return found.spec.name;
  });
}

function dropIndexes(request: Request, context: CommandContext): Doc {
  const collection = existing(request, context);
  const nIndexesWas = collection.indexes.length;
  for (const name of namesToDrop(collection, request.command.index)) collection.removeIndex(name);
  context.catalog.save(collection);
  return { nIndexesWas };
}

/** The commands about indexes. */
export const INDEX_COMMANDS: Readonly<Record<string, Command>> = {
  createIndexes: { fields: ['createIndexes', 'indexes'], run: createIndexes },
  listIndexes: { fields: ['listIndexes', 'cursor'], run: listIndexes },
  dropIndexes: { fields: ['dropIndexes', 'index'], run: dropIndexes },
};
