import { type ContentRule, type Json, objectAt, readContent } from './content.ts';
import type { Groups } from './groups.ts';
import type { SeenLog } from './seen.ts';
import { refuse, TAKEN, type Verdict } from './verdict.ts';
import type { WebhookLimit } from './webhook-limit.ts';

/** What a webhook needs to know of the platform. */
export interface WebhookState {
  groups: Groups;
  limit: WebhookLimit;
  log: SeenLog;
}

/** A request as it came; `body` is null when it was no JSON object. */
export interface WebhookRequest {
  key: string;
  body: Json | null;
  now: Date;
}

// 消息推送配置说明; other types exist on the platform and are not simulated.
const RULES: readonly ContentRule[] = [
  { msgtype: 'text', maxBytes: 2048, emptyCode: 44004 },
  { msgtype: 'markdown', maxBytes: 4096, emptyCode: 40063 },
  { msgtype: 'markdown_v2', maxBytes: 4096, emptyCode: 40063 },
];

/** Takes a message for the group of the key, or says why not. */
export function takeWebhook({ groups, limit, log }: WebhookState, { key, body, now }: WebhookRequest): Verdict {
  const chat = groups.findByKey(key);
  if (!chat) return refuse(93000, 'invalid webhook url');
  if (limit.isClosed(key, now)) return refuse(45009, 'api freq out of limit');
  if (!body) return refuse(40058, 'invalid Request Parameter. Warning: wrong json format.');
  const rule = RULES.find(({ msgtype }) => msgtype === body.msgtype);
  if (!rule) return refuse(40008, 'invalid message type');
  const read = readContent(body, rule);
  if ('errcode' in read) return read;
  const mentions = readMentions(objectAt(body, rule.msgtype));
  if (!mentions) return refuse(40058, 'mentioned_list is not a list of strings. invalid Request Parameter');
  limit.count(key, now);
  const mentioned = mentions.length > 0 && rule.msgtype === 'text' ? { mentions } : {};
  log.add({ at: now, chat, from: 'bot', text: read.content, via: 'webhook', ...mentioned });
  return TAKEN;
}

function readMentions(message: Json): string[] | null {
  const lists = [message.mentioned_list ?? [], message.mentioned_mobile_list ?? []];
  if (!lists.every(isStrings)) return null;
  return lists.flat();
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string');
}
