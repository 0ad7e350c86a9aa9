/** A JSON object of the platform, nothing about it believed yet. */
export type Json = { [key: string]: unknown };

/** Says whether a value is a JSON object. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses a JSON object; null when the text is none. */
export function parseJson(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : null;
  } catch {
    return null;
  }
}

/** Gets the object under a key; an empty one when there is none. */
export function objectAt(parent: Json, key: string): Json {
  const value = parent[key];
  return isJson(value) ? value : {};
}

/** Gets the text under a key; null when there is none or it is empty. */
export function textAt(parent: Json, key: string): string | null {
  const value = parent[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Gets the objects of the list under a key; none when there is no list. */
export function objectsAt(parent: Json, key: string): Json[] {
  const value = parent[key];
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** Gets the texts under a key: a list, or as in the answers to message/send one text joined by `|`. */
export function textsAt(parent: Json, key: string): string[] {
  const value = parent[key];
  const parts: unknown[] = typeof value === 'string' ? value.split('|') : Array.isArray(value) ? value : [];
  return parts.map(String).filter((part) => part !== '');
}
