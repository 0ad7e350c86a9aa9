import { ID_INDEX } from '../collection.ts';
import { compileFilter, filterOf } from '../filter/compile-filter.ts';
import type { Doc } from '../values/documents.ts';
import { type Command, type CommandContext, collectionName, type Request } from './command.ts';

/** As in MongoDB 7, making a collection that is there with the same options (none are served) is no error. */
function create(request: Request, { catalog }: CommandContext): Doc {
  catalog.ensure(request.database, collectionName(request));
  return {};
}

function drop(request: Request, { catalog }: CommandContext): Doc {
  const name = collectionName(request);
  const nIndexesWas = catalog.drop(request.database, name);
  return nIndexesWas === null ? {} : { ns: `${request.database}.${name}`, nIndexesWas };
}

function dropDatabase({ database }: Request, { catalog }: CommandContext): Doc {
  for (const name of catalog.collectionsOf(database).keys()) catalog.drop(database, name);
  return { dropped: database };
}

function describeCollection(name: string, nameOnly: boolean): Doc {
  const short: Doc = { name, type: 'collection' };
  return nameOnly ? short : { ...short, options: {}, info: { readOnly: false }, idIndex: { ...ID_INDEX } };
}

function listCollections({ command, database }: Request, { catalog, cursors, now }: CommandContext): Doc {
  const test = compileFilter(filterOf(command.filter));
  const names = [...catalog.collectionsOf(database).keys()];
  const found = names
    .map((name) => describeCollection(name, command.nameOnly === true))
    .filter(test)
    .map((doc) => ({ doc, size: 0 }));
  return cursors.open(
    { namespace: `${database}.$cmd.listCollections`, found, project: (doc) => doc, now },
    found.length,
  );
}

function listDatabases({ command }: Request, { catalog }: CommandContext): Doc {
  const test = compileFilter(filterOf(command.filter));
  const databases = catalog.databases().map((name): Doc => ({ name, sizeOnDisk: 0, empty: false }));
  return { databases: databases.filter(test), totalSize: 0 };
}

/** The commands about collections and databases. */
export const CATALOG_COMMANDS: Readonly<Record<string, Command>> = {
  create: { fields: ['create'], run: create },
  drop: { fields: ['drop'], run: drop },
  dropDatabase: { fields: ['dropDatabase'], run: dropDatabase },
  listCollections: {
    fields: ['listCollections', 'filter', 'nameOnly', 'authorizedCollections', 'cursor'],
    run: listCollections,
  },
  listDatabases: { fields: ['listDatabases', 'filter', 'nameOnly', 'authorizedDatabases'], run: listDatabases },
};
