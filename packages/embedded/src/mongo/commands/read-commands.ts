import { filterOf } from '../filter/compile-filter.ts';
import { MongoError } from '../mongo-error.ts';
import { runQuery } from '../plan/run-query.ts';
import { compileProjection } from '../projection/apply-projection.ts';
import type { Doc } from '../values/documents.ts';
import { encodeKey } from '../values/encode-key.ts';
import { valuesAt } from '../values/path.ts';
import {
  type Command,
  type CommandContext,
  checkFields,
  collectionName,
  countOption,
  docOption,
  type Request,
} from './command.ts';

/** The fields that `find` takes, also within `explain`. */
export const FIND_FIELDS = [
  'find',
  'filter',
  'sort',
  'projection',
  'skip',
  'limit',
  'batchSize',
  'singleBatch',
  'allowDiskUse',
  'noCursorTimeout',
  'allowPartialResults',
];

function find(request: Request, { catalog, cursors, now }: CommandContext): Doc {
  const { command, database } = request;
  const name = collectionName(request);
  const filter = filterOf(command.filter);
  const project = compileProjection(docOption(command, 'projection'), filter);
  const limit = Math.abs(Number(command.limit ?? 0));
  const query = { filter, sort: docOption(command, 'sort'), skip: countOption(command, 'skip'), limit };
  const collection = catalog.find(database, name);
  const found = runQuery(collection, query);
  const batchSize = command.batchSize === undefined ? undefined : countOption(command, 'batchSize');
  return cursors.open(
    { namespace: `${database}.${name}`, found, project, now },
    batchSize,
    command.singleBatch === true,
  );
}

function count(request: Request, { catalog }: CommandContext): Doc {
  const { command, database } = request;
  const collection = catalog.find(database, collectionName(request));
  const filter = filterOf(command.query);
  const skip = countOption(command, 'skip');
  const limit = Math.abs(Number(command.limit ?? 0));
  if (Object.keys(filter).length > 0) return { n: runQuery(collection, { filter, skip, limit }).length };
  const rest = Math.max(0, (collection?.size ?? 0) - skip);
  return { n: limit > 0 ? Math.min(rest, limit) : rest };
}

function distinct(request: Request, { catalog }: CommandContext): Doc {
  const { command, database } = request;
  if (typeof command.key !== 'string')
    throw new MongoError(14, `BSON field 'distinct.key' is the wrong type, expected type 'string'`);
  const collection = catalog.find(database, collectionName(request));
  const path = command.key.split('.');
  const found = runQuery(collection, { filter: filterOf(command.query) });
  const values = new Map<string, unknown>();
  for (const { doc } of found) {
    for (const value of valuesAt(doc, path).flat()) if (value !== undefined) values.set(encodeKey(value), value);
  }
  return {
    values: [...values.entries()].toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))).map(([, value]) => value),
  };
}

function getMore({ command }: Request, { cursors, now }: CommandContext): Doc {
  return cursors.more(String(command.getMore), countOption(command, 'batchSize'), now);
}

function killCursors({ command }: Request, { cursors }: CommandContext): Doc {
  const asked: unknown[] = Array.isArray(command.cursors) ? command.cursors : [];
  const killed = new Set(asked.filter((id) => cursors.kill(String(id))));
  return {
    cursorsKilled: [...killed],
    cursorsNotFound: asked.filter((id) => !killed.has(id)),
    cursorsAlive: [],
    cursorsUnknown: [],
  };
}

/** Says which index a `find` takes and how many documents it looks at. */
function explain({ command, database }: Request, { catalog }: CommandContext): Doc {
  const inner = docOption(command, 'explain');
  if (typeof inner.find !== 'string') throw new MongoError(59, 'explain is served for find alone');
  checkFields('find', inner, FIND_FIELDS);
  const collection = catalog.find(database, inner.find);
  const report = { indexNames: [] as (string | null)[], docsExamined: 0 };
  const query = {
    filter: filterOf(inner.filter),
    sort: docOption(inner, 'sort'),
    skip: countOption(inner, 'skip'),
    limit: Math.abs(Number(inner.limit ?? 0)),
  };
  const found = runQuery(collection, query, report);
  const stages = report.indexNames.map((indexName) =>
    indexName === null ? { stage: 'COLLSCAN' } : { stage: 'IXSCAN', indexName },
  );
  return {
    queryPlanner: {
      namespace: `${database}.${inner.find}`,
      winningPlan: stages.length > 1 ? { stage: 'OR', inputStages: stages } : { ...stages[0] },
    },
    executionStats: { executionSuccess: true, nReturned: found.length, totalDocsExamined: report.docsExamined },
  };
}

/** The commands that change nothing. */
export const READ_COMMANDS: Readonly<Record<string, Command>> = {
  find: { fields: FIND_FIELDS, run: find },
  count: { fields: ['count', 'query', 'skip', 'limit', 'fields'], run: count },
  distinct: { fields: ['distinct', 'key', 'query'], run: distinct },
  getMore: { fields: ['getMore', 'collection', 'batchSize'], run: getMore },
  killCursors: { fields: ['killCursors', 'cursors'], run: killCursors },
  explain: { fields: ['explain', 'verbosity'], run: explain },
};
