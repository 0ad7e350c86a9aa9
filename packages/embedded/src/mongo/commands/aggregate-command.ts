import { filterOf } from '../filter/compile-filter.ts';
import { MongoError, notServed } from '../mongo-error.ts';
import { runQuery } from '../plan/run-query.ts';
import type { Doc } from '../values/documents.ts';
import { isDoc } from '../values/documents.ts';
import { equalValues } from '../values/order.ts';
import { type Command, type CommandContext, collectionName, countOption, docList, type Request } from './command.ts';

const STAGES = ['$match', '$skip', '$limit', '$group'];
const COUNT_GROUP = { _id: 1, n: { $sum: 1 } };

function stageName(stage: Doc): string {
  const [name, ...more] = Object.keys(stage);
  if (name === undefined || more.length > 0) {
    throw new MongoError(40323, 'A pipeline stage specification object must contain exactly one field.');
  }
  if (STAGES.includes(name)) return name;
  throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}' (the embedded server serves no pipelines)`);
}

/** What `countDocuments` of the driver sends: `$match`, perhaps `$skip` and `$limit`, then a `$group` that counts. */
function countPipeline(command: Doc): Doc {
  const stages = docList(command, 'pipeline');
  const names = stages.map(stageName);
  const merged: Doc = Object.assign({}, ...stages);
  const inOrder = names.every((name, i) => i === 0 || STAGES.indexOf(name) > STAGES.indexOf(names[i - 1] ?? ''));
  const counts = names[0] === '$match' && names.at(-1) === '$group' && equalValues(merged.$group, COUNT_GROUP);
  if (!inOrder || !counts) throw notServed('a pipeline other than that of countDocuments');
  return merged;
}

function aggregate(request: Request, { catalog, cursors, now }: CommandContext): Doc {
  const { command, database } = request;
  if (typeof command.aggregate !== 'string') throw notServed('aggregate without a collection');
  const name = collectionName(request);
  const stages = countPipeline(command);
  const query = {
    filter: filterOf(stages.$match),
    skip: countOption(stages, '$skip'),
    limit: countOption(stages, '$limit'),
  };
  if ('$limit' in stages && query.limit === 0) throw new MongoError(15958, 'the limit must be positive');
  const collection = catalog.find(database, name);
  const n = runQuery(collection, query).length;
  const found = n > 0 ? [{ doc: { _id: 1, n }, size: 0 }] : [];
  const batchSize =
    isDoc(command.cursor) && command.cursor.batchSize !== undefined
      ? countOption(command.cursor, 'batchSize')
      : undefined;
  return cursors.open({ namespace: `${database}.${name}`, found, project: (doc) => doc, now }, batchSize);
}

/** `aggregate`, as far as counting documents needs it. */
export const AGGREGATE_COMMANDS: Readonly<Record<string, Command>> = {
  aggregate: { fields: ['aggregate', 'pipeline', 'cursor', 'allowDiskUse'], run: aggregate },
};
