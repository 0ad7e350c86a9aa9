import { refuse, type Verdict } from './verdict.ts';

/** A JSON object that a client sent, nothing about it believed yet. */
export type Json = { [key: string]: unknown };

/** What a message of one type may hold. */
export interface ContentRule {
  msgtype: string;
  maxBytes: number;
  /** Code for a content that is empty. */
  emptyCode: number;
  /** Code for a content that is too long; 45002 is the table's word for it, the pages name none. */
  longCode?: number;
}

/** Reads the words of a message of the rule's type, or says why the platform refuses it; sizes count in bytes. */
export function readContent(body: Json, rule: ContentRule): { content: string } | Verdict {
  const content = objectAt(body, rule.msgtype).content;
  if (content === undefined || content === '') return refuse(rule.emptyCode, 'empty content');
  if (typeof content !== 'string')
    return refuse(40058, `${rule.msgtype}.content is not a string. invalid Request Parameter`);
  if (Buffer.byteLength(content) > rule.maxBytes) return refuse(rule.longCode ?? 45002, 'content size out of limit');
  return { content };
}

/** Gets the object under a key, an empty one when there is none. */
export function objectAt(parent: Json, key: string): Json {
  const value = parent[key];
  return isJson(value) ? value : {};
}

/** Gets the text under a key; empty when there is none. */
export function textAt(parent: Json, key: string): string {
  const value = parent[key];
  return typeof value === 'string' ? value : '';
}

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
