import { createHash } from 'node:crypto';
import type { Attachment } from '../../domain/attachment.ts';
import { splitBytes } from '../../wecom/bytes.ts';
import { type AppClient, CONTENT_LIMITS, type WecomClient } from '../../wecom/client.ts';
import type { Sender } from '../../wecom/connection/sender.ts';
import { WecomError } from '../../wecom/errors.ts';
import type { Context } from '../context.ts';
import { pressedCard } from './pressed-card.ts';
import type { Message } from './send.ts';
import type { SendWay } from './way.ts';

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
      await way.by.push(way.target, await pushMessage(message, way.by, context));
      return {};
    case 'app':
      return sendByApp(message, way.userid, context);
    case 'kf':
      return sendByDesk(message, way, context);
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
  if (!file) return { type: 'markdown', content: text };
  const bytes = await bytesOf(file, context);
  if (PICTURES.includes(file.type) && bytes.length <= PICTURE_BYTES) return { type: 'image', bytes };
  const upload = () => context.wecom.webhook.uploadMedia(key, 'file', { filename: file.name, bytes });
  const mediaId = await uploaded(upload);
  return { type: 'file', mediaId };
}

type PushMessage = Parameters<Sender['push']>[1];

async function pushMessage({ rows, text }: Message, by: Sender, context: Context): Promise<PushMessage> {
  const file = fileOf(rows);
  if (!file) return { type: 'markdown', content: text };
  const bytes = await bytesOf(file, context);
  const { mediaId } = await uploaded(() => by.upload({ type: 'file', filename: file.name, bytes }));
  return { type: 'file', mediaId };
}

/** Within this time the same words to the same person are taken for a repeat of a send whose outcome is unknown. */
const REPEAT_SECONDS = 1_800;

/** A card, or the words in as few messages as hold them; the platform says of the last one what it knows it by. */
async function sendByApp({ rows, text, card }: Message, userid: string, context: Context): Promise<Sent> {
  const app = appOf(context);
  const [row] = rows;
  // Two answers to one person may honestly be the same; two notices are not.
  const isRepeat = row !== undefined && (row.maybeSent || row.attempts > 0);
  const once = row?.to.kind === 'person' || isRepeat ? { duplicateCheckSeconds: REPEAT_SECONDS } : {};
  const parts = splitBytes(text.split('\n'), CONTENT_LIMITS.text).map((content) => ({
    type: 'text' as const,
    content,
  }));
  const messages = card && !row?.spent ? [{ type: 'template_card' as const, card }] : parts;
  let sent: Sent = {};
  for (const message of messages) {
    const { msgid, responseCode } = await app.sendMessage({ touser: [userid], message, ...once });
    sent = { ...(msgid ? { msgid } : {}), ...(responseCode ? { responseCode } : {}) };
  }
  return sent;
}

type DeskWay = Extract<SendWay, { kind: 'kf' }>;

/** As few messages as hold the words. The platform takes a msgid once: what an earlier attempt has brought is not doubled. */
async function sendByDesk({ rows, text }: Message, way: DeskWay, context: Context): Promise<Sent> {
  const { outbox, conversations } = context.stores;
  const { kf } = context.wecom;
  if (!kf) throw new Error('a message was to leave by 微信客服 without an app: a bug');
  const ids = rows.map((row) => row._id);
  const isRepeat = rows.some((row) => row.attempts > 0);
  // Renewed when an operator has it sent once more, which is another message then.
  const madeAt = rows[0]?.createdAt.getTime();
  for (const [i, content] of splitBytes(text.split('\n'), CONTENT_LIMITS.text).entries()) {
    const msgid = createHash('sha256').update(`${ids[0]}/${madeAt}/${i}`).digest('hex').slice(0, 32);
    await outbox.nameMessage(ids, msgid);
    const message = { type: 'text', content } as const;
    const sent = kf.sendMessage({ to: way.customer, openKfId: way.openKfId, msgid, message });
    if (await isTaken(sent, isRepeat)) await conversations.countTold(way.conversation);
  }
  return {};
}

/** 40058: it has had this msgid. False when an earlier attempt had brought it. */
async function isTaken(sent: Promise<unknown>, isRepeat: boolean): Promise<boolean> {
  try {
    await sent;
    return true;
  } catch (error) {
    if (isRepeat && error instanceof WecomError && error.errcode === 40058) return false;
    throw error;
  }
}

/** The bytes of a file. @throws WecomError when they are gone, so that its notice is not taken for sent. */
async function bytesOf(file: Attachment, { stores }: Context): Promise<Buffer> {
  const bytes = await stores.attachments.read(file.id);
  if (bytes) return bytes;
  const failure = {
    errcode: null,
    endpoint: 'attachment',
    retryAfterMs: null,
    retryable: false,
    outcome: 'unsent',
  } as const;
  throw new WecomError(failure, 'The file of this notice is not in the store; ask whoever sent it for it again.');
}

/** An upload that is lost on the way has shown nothing to anybody: it is made again without a doubt. */
async function uploaded<T>(upload: () => Promise<T>): Promise<T> {
  try {
    return await upload();
  } catch (error) {
    if (error instanceof WecomError && error.outcome === 'unknown')
      throw new WecomError({ ...error.toJSON(), outcome: 'unsent' }, error.message);
    throw error;
  }
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
