import type { Catalog } from './catalog.ts';
import type { Collection } from './collection.ts';
import { runQuery } from './plan/run-query.ts';
import type { Doc } from './values/documents.ts';

function expire(collection: Collection, filter: Doc): void {
  for (const stored of runQuery(collection, { filter })) collection.remove(stored);
}

/** Removes what the TTL indexes say is over (MongoDB manual, "TTL Indexes"). */
export function expireDocuments(catalog: Catalog, now: Date): void {
  for (const collection of catalog.everyCollection()) {
    for (const { spec, paths } of collection.indexes) {
      const [path] = paths;
      if (spec.expireAfterSeconds === undefined || path === undefined) continue;
      const before = new Date(now.getTime() - spec.expireAfterSeconds * 1000);
      expire(collection, { $and: [{ [path]: { $lte: before } }, spec.partialFilterExpression ?? {}] });
    }
  }
}
