import { compileFilter } from '../filter/compile-filter.ts';
import { type Doc, isDoc } from '../values/documents.ts';
import { valueAt } from '../values/path.ts';

function elementTest(condition: unknown, rest: readonly string[]): (element: unknown) => boolean {
  if (rest.length > 0) {
    const test = compileFilter({ [rest.join('.')]: condition });
    return (element) => isDoc(element) && test(element);
  }
  const test = compileFilter({ element: condition });
  // $elemMatch wants the array around the element, every other operator the element.
  const wants = isDoc(condition) && '$elemMatch' in condition;
  return (element) => test({ element: wants ? [element] : element });
}

function positionOfField(doc: Doc, path: string, condition: unknown): number {
  const parts = path.split('.');
  for (let length = 1; length <= parts.length; length++) {
    const array = valueAt(doc, parts.slice(0, length));
    if (Array.isArray(array)) return array.findIndex(elementTest(condition, parts.slice(length)));
  }
  return -1;
}

function positionOfBranch(doc: Doc, branches: unknown): number {
  for (const branch of Array.isArray(branches) ? branches : []) {
    const position = isDoc(branch) && compileFilter(branch)(doc) ? matchedPosition(doc, branch) : -1;
    if (position >= 0) return position;
  }
  return -1;
}

/** Place of the first array element by which a document matches a filter, for the positional `$`; -1 for none. */
export function matchedPosition(doc: Doc, filter: Doc): number {
  let position = -1;
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' || key === '$or') position = positionOfBranch(doc, condition);
    else if (!key.startsWith('$')) position = positionOfField(doc, key, condition);
    if (position >= 0) return position;
  }
  return -1;
}
