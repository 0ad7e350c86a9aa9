import { createHash } from 'node:crypto';
import { type Article, given, newsBody } from './articles.ts';
import { cutBytes } from './bytes.ts';
import type { AnyCard, TemplateCard } from './cards.ts';
import { checkCard } from './check-card.ts';
import { unsent } from './errors.ts';
import { textAt } from './json.ts';
import { CONTENT_LIMITS } from './limits.ts';
import { checkFile } from './media-limits.ts';
import { type MediaFile, packMedia, uploadTime } from './multipart.ts';
import { addressOf, postJson, type Reach, request } from './request.ts';

/**
 * A message for a group's webhook (消息推送配置说明). Only a text can mention people: `mentions` are userids or `@all`,
 * `mobiles` telephone numbers. A `mediaId` is one that was uploaded with the same key, within three days.
 */
export type WebhookMessage =
  | { type: 'text'; content: string; mentions?: string[]; mobiles?: string[] }
  | { type: 'markdown' | 'markdown_v2'; content: string }
  /** JPG or PNG, 2 MB at most. */
  | { type: 'image'; bytes: Uint8Array }
  | { type: 'news'; articles: Article[] }
  | { type: 'file' | 'voice'; mediaId: string }
  | { type: 'template_card'; card: TemplateCard | AnyCard };

/** What a webhook does besides taking messages. */
export interface WebhookClient {
  /** Uploads a file for the group of this key and gives its media_id. */
  uploadMedia(key: string, type: 'file' | 'voice', file: MediaFile): Promise<string>;
}

const SEND = '/cgi-bin/webhook/send';
const UPLOAD = '/cgi-bin/webhook/upload_media';
const MAX_IMAGE_BYTES = 2 * 1024 * 1024;

/** Posts a message to the group whose webhook has this key. @throws WecomError when it was not taken. */
export async function sendWebhook(reach: Reach, key: string, message: WebhookMessage): Promise<void> {
  const body = { msgtype: message.type, [message.type]: contentOf(message) };
  await postJson(reach, { url: addressOf(reach.base, SEND, { key }), endpoint: SEND, body });
}

/** Builds the rest of the webhooks. */
export function buildWebhookClient(reach: Reach): WebhookClient {
  return {
    async uploadMedia(key, type, file) {
      checkFile(UPLOAD, type, file);
      const url = addressOf(reach.base, UPLOAD, { key, type });
      const answer = await request(reach, {
        url,
        endpoint: UPLOAD,
        method: 'POST',
        ...packMedia(file),
        timeoutMs: uploadTime(reach, file),
      });
      return textAt(answer, 'media_id') ?? '';
    },
  };
}

function contentOf(message: WebhookMessage): object {
  switch (message.type) {
    case 'text':
      return {
        content: cutBytes(message.content, CONTENT_LIMITS.text),
        ...given({ mentioned_list: some(message.mentions), mentioned_mobile_list: some(message.mobiles) }),
      };
    case 'markdown':
    case 'markdown_v2':
      return { content: cutBytes(message.content, CONTENT_LIMITS[message.type]) };
    case 'image':
      return imageOf(message.bytes);
    case 'news':
      return newsBody(SEND, message.articles);
    case 'file':
    case 'voice':
      return { media_id: message.mediaId };
    case 'template_card':
      return checkedCard(message.card);
  }
}

function some(list: string[] | undefined): string[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

function imageOf(bytes: Uint8Array): object {
  if (bytes.length > MAX_IMAGE_BYTES)
    throw unsent(SEND, {
      errcode: 40009,
      words: `an image may have ${MAX_IMAGE_BYTES} bytes, this one has ${bytes.length}`,
    });
  const base64 = Buffer.from(bytes).toString('base64');
  return { base64, md5: createHash('md5').update(bytes).digest('hex') };
}

function checkedCard(card: TemplateCard | AnyCard): object {
  const problem = checkCard(card, 'webhook');
  if (problem) throw unsent(SEND, problem);
  return card;
}
