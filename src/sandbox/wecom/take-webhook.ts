import type { ApiRequest } from './api.ts';
import { type Json, objectAt, readContent } from './content.ts';
import type { Groups } from './groups.ts';
import type { MediaStore } from './media-store.ts';
import type { SeenLog } from './seen.ts';
import type { Switches } from './switches.ts';
import { refuse, TAKEN, type Verdict } from './verdict.ts';
import { type ContentView, readCard, readFile, readImage, readNews, type Shown } from './webhook-content.ts';
import type { WebhookLimit } from './webhook-limit.ts';

/** What a webhook needs to know of the platform. */
export interface WebhookState {
  groups: Groups;
  limit: WebhookLimit;
  log: SeenLog;
  media: MediaStore;
  switches: Switches;
}

// 消息推送配置说明.
const WORDS: Readonly<Record<string, { maxBytes: number; emptyCode: number }>> = {
  text: { maxBytes: 2048, emptyCode: 44004 },
  markdown: { maxBytes: 4096, emptyCode: 40063 },
  markdown_v2: { maxBytes: 4096, emptyCode: 40063 },
};

/** Takes a message for the group of the key, or says why not. */
export function takeWebhook(state: WebhookState, { query, body, now }: ApiRequest): Verdict {
  const { groups, limit, log, switches } = state;
  const key = query('key');
  const chat = groups.findByKey(key);
  if (!chat) return refuse(93000, 'invalid webhook url');
  if (limit.isClosed(key, now)) return refuse(45009, 'api freq out of limit');
  const view = { media: state.media, owner: key, now, switches };
  const read = body ? readMessage(body, view) : refuse(40058, 'invalid Request Parameter. Warning: wrong json format.');
  if (!('errcode' in read) || switches.webhookCountsRefused) limit.count(key, now);
  if ('errcode' in read) return read;
  log.add({ at: now, chat, from: 'bot', via: 'webhook', ...read });
  return TAKEN;
}

/** Takes a file for the group of the key. */
export function takeWebhookUpload({ groups, media }: WebhookState, request: ApiRequest): Verdict {
  const key = request.query('key');
  if (!groups.findByKey(key)) return refuse(93000, 'invalid webhook url');
  return media.upload(request, { owner: key, types: ['file', 'voice'] });
}

function readMessage(body: Json, view: ContentView): (Shown & { mentions?: string[] }) | Verdict {
  switch (body.msgtype) {
    case 'text':
    case 'markdown':
    case 'markdown_v2':
      return readWords(body, body.msgtype, view.switches);
    case 'image':
      return readImage(body);
    case 'news':
      return readNews(body);
    case 'file':
    case 'voice':
      return readFile(body, body.msgtype, view);
    case 'template_card':
      return readCard(body, 'webhook', view.switches);
    default:
      return refuse(40008, 'invalid message type');
  }
}

function readWords(body: Json, msgtype: string, switches: Switches): (Shown & { mentions?: string[] }) | Verdict {
  const rule = WORDS[msgtype] ?? { maxBytes: 0, emptyCode: 40063 };
  const read = readContent(body, { msgtype, ...rule, longCode: switches.longTextCode });
  if ('errcode' in read) return read;
  const mentions = readMentions(objectAt(body, msgtype));
  if (!mentions) return refuse(40058, 'mentioned_list is not a list of strings. invalid Request Parameter');
  return { text: read.content, ...(mentions.length > 0 && msgtype === 'text' && { mentions }) };
}

function readMentions(message: Json): string[] | null {
  const lists = [message.mentioned_list ?? [], message.mentioned_mobile_list ?? []];
  if (!lists.every(isStrings)) return null;
  return lists.flat();
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string');
}
