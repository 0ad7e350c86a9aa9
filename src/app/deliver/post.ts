import type { Attachment } from '../../domain/attachment.ts';
import type { AppClient, WecomClient } from '../../wecom/client.ts';
import type { Context } from '../context.ts';
import { pressedCard } from './pressed-card.ts';
import type { Message } from './send.ts';

/** What the platform told of a message that it has taken. */
export interface Sent {
  msgid?: string;
  responseCode?: string;
}

/** Gives one message to the platform, by its way. @throws WecomError when it was not taken. */
export async function post(message: Message, context: Context): Promise<Sent> {
  const { way, text } = message;
  const { wecom } = context;
  switch (way.kind) {
    case 'response':
      await wecom.respond(way.url, text);
      return {};
    case 'webhook':
      await wecom.sendWebhook(way.key, await groupMessage(message, way.key, context));
      return {};
    case 'answer':
      await way.by.respond(way.origin, { type: 'markdown', content: text });
      return {};
    case 'push':
      await way.by.push(way.target, { type: 'markdown', content: text });
      return {};
    case 'app': {
      const shown = await personMessage(message, context);
      const { msgid, responseCode } = await appOf(context).sendMessage({ touser: [way.userid], message: shown });
      return { ...(msgid ? { msgid } : {}), ...(responseCode ? { responseCode } : {}) };
    }
    case 'card': {
      const card = await pressedCard(message.rows[0]?.about ?? { kind: 'text', text }, way, context);
      await appOf(context).updateTemplateCard({ userids: [way.userid], responseCode: way.responseCode, card });
      return {};
    }
  }
}

/** Pictures that a webhook takes as such (消息推送配置说明); anything else goes as a file. */
const PICTURES = ['image/jpeg', 'image/png'];
const PICTURE_BYTES = 2 * 1024 * 1024;

type GroupMessage = Parameters<WecomClient['sendWebhook']>[1];

async function groupMessage({ rows, text }: Message, key: string, context: Context): Promise<GroupMessage> {
  const file = fileOf(rows);
  const bytes = file && (await context.stores.attachments.read(file.id));
  if (!file || !bytes) return { type: 'markdown', content: text };
  if (PICTURES.includes(file.type) && bytes.length <= PICTURE_BYTES) return { type: 'image', bytes };
  const mediaId = await context.wecom.webhook.uploadMedia(key, 'file', { filename: file.name, bytes });
  return { type: 'file', mediaId };
}

type PersonMessage = Parameters<AppClient['sendMessage']>[0]['message'];

async function personMessage({ rows, text, card }: Message, context: Context): Promise<PersonMessage> {
  const file = fileOf(rows);
  const bytes = file && (await context.stores.attachments.read(file.id));
  if (file && bytes) {
    const type = PICTURES.includes(file.type) ? 'image' : 'file';
    return { type, mediaId: await appOf(context).uploadMedia(type, { filename: file.name, bytes }) };
  }
  return card ? { type: 'template_card', card } : { type: 'text', content: text };
}

function fileOf(rows: Message['rows']): Attachment | null {
  const about = rows[0]?.about;
  return about?.kind === 'file' ? about.file : null;
}

/** @throws Error when a way of the app was chosen without one: a bug. */
function appOf({ wecom }: Context): AppClient {
  if (!wecom.app) throw new Error('a message was to leave by the app, which is not configured');
  return wecom.app;
}
