import { matchedPosition } from '../update/matched-position.ts';
import { type Doc, isDoc, setField } from '../values/documents.ts';
import { parseProjection, type Projection, type Tree } from './parse-projection.ts';

/** Makes of a stored document what a client asked to see of it. */
export type Project = (doc: Doc) => Doc;

function descend(value: unknown, tree: Tree, root: Projection & { doc: Doc }): unknown {
  if (isDoc(value)) return projectFields(value, tree, root);
  if (!Array.isArray(value)) return root.including ? undefined : value;
  const items = value.map((item: unknown) => descend(item, tree, root));
  return items.filter((item) => item !== undefined);
}

function projectFields(doc: Doc, tree: Tree, root: Projection & { doc: Doc }): Doc {
  const result: Doc = {};
  for (const [field, value] of Object.entries(doc)) {
    const node = tree.get(field);
    let kept: unknown;
    if (node instanceof Map) kept = descend(value, node, root);
    else if (typeof node === 'function') kept = node(value, root.doc);
    else kept = (node === true) === root.including ? value : undefined;
    if (kept !== undefined) setField(result, field, kept);
  }
  return result;
}

/** Compiles a projection for the documents that a filter finds. @throws MongoError for a form that is not served. */
export function compileProjection(spec: Doc, filter: Doc): Project {
  if (Object.keys(spec).length === 0) return (doc) => doc;
  const projection = parseProjection(spec, (doc) => matchedPosition(doc, filter));
  return (doc) => projectFields(doc, projection.tree, { ...projection, doc });
}
