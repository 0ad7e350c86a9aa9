import { type Json, objectAt } from '../../wecom/json.ts';
import { refuse, type Verdict } from './verdict.ts';

export { isJson, type Json, objectAt, parseJson } from '../../wecom/json.ts';

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

/** Gets the text under a key; empty when there is none. */
export function textAt(parent: Json, key: string): string {
  const value = parent[key];
  return typeof value === 'string' ? value : '';
}
