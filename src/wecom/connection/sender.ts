import type { Origin } from '../../domain/inbound.ts';
import { cutBytes } from '../bytes.ts';
import { CMD } from './frame.ts';
import type { Line } from './line.ts';
import { notConnected, pointless } from './read-ack.ts';
import { type Upload, type Uploaded, uploadMedia } from './upload.ts';

/** A file that was uploaded by this bot within three days. */
export interface MediaMessage {
  type: 'file' | 'image' | 'voice' | 'video';
  mediaId: string;
  /** Of a video alone. */
  title?: string;
  description?: string;
}

/** What the bot can say of itself. A card is the platform's `template_card` object. */
export type PushMessage =
  | { type: 'markdown'; content: string }
  | { type: 'template_card'; card: object }
  | MediaMessage;

/** What an answer can be; a stream's content replaces what stood there, within six minutes of its first. */
export type ReplyMessage = PushMessage | { type: 'stream'; id: string; content: string; finish: boolean };

/** A chat that the bot knows: somebody wrote to it there before. A person's id is the bare userid of the bot's own corp. */
export type PushTarget = { kind: 'group'; chatid: string } | { kind: 'single'; userid: string };

/** What is asked of the platform by the long connection. Each call resolves when it is acknowledged. @throws WecomError otherwise */
export interface Sender {
  /** Answers a message: as often as one likes, within 24 hours, on the connection that brought it. */
  respond(origin: Origin, message: ReplyMessage): Promise<void>;
  /** Greets whoever has entered the 1:1 chat, within 5 s. */
  welcome(
    origin: Origin,
    message: { type: 'text'; content: string } | { type: 'template_card'; card: object },
  ): Promise<void>;
  /** Changes the card whose button was pressed, within 5 s; for everybody unless `userids` says for whom. */
  updateCard(origin: Origin, card: object, userids?: readonly string[]): Promise<void>;
  push(target: PushTarget, message: PushMessage): Promise<void>;
  upload(file: Upload): Promise<Uploaded>;
}

const DAY_MS = 86_400_000;

/** 智能机器人长连接: an answer within 24 hours, a greeting and the update of a card within 5 seconds. */
const LIFE_MS = { [CMD.respond]: DAY_MS, [CMD.welcome]: 5_000, [CMD.updateCard]: 5_000 } as const;

/** Longest content, bytes of UTF-8. The page gives it for streams and markdown answers; pushes are taken to be alike. */
export const CONNECTION_CONTENT_BYTES = 20_480;

const STALE_REQ_ID = 846605;

/** Builds the calls over whatever connection stands at the time. */
export function buildSender(current: () => Line | null): Sender {
  const standing = (cmd: string): Line => {
    const line = current();
    if (!line) throw notConnected(cmd);
    return line;
  };
  const answer = async (cmd: keyof typeof LIFE_MS, origin: Origin, body: object): Promise<void> => {
    const line = standing(cmd);
    if (origin.line !== line.id) throw pointless(cmd, STALE_REQ_ID, 'the message came by an earlier connection');
    if (Date.now() - origin.heardAt > LIFE_MS[cmd])
      throw pointless(cmd, STALE_REQ_ID, 'its time for an answer is over');
    await line.request(cmd, body, origin.reqId);
  };
  return {
    respond: (origin, message) => answer(CMD.respond, origin, bodyOf(message)),
    welcome: (origin, message) => answer(CMD.welcome, origin, welcomeBody(message)),
    updateCard: (origin, card, userids = []) =>
      answer(CMD.updateCard, origin, {
        response_type: 'update_template_card',
        ...(userids.length > 0 ? { userids } : {}),
        template_card: card,
      }),
    async push(target, message) {
      await standing(CMD.send).request(CMD.send, { ...addressOf(target), ...bodyOf(message) });
    },
    upload: async (file) => uploadMedia(standing(CMD.uploadInit), file),
  };
}

/** Without `chat_type` the platform guesses, and takes a person for a group of that id. */
function addressOf(target: PushTarget): object {
  return target.kind === 'single' ? { chatid: target.userid, chat_type: 1 } : { chatid: target.chatid, chat_type: 2 };
}

function bodyOf(message: ReplyMessage): object {
  switch (message.type) {
    case 'markdown':
      return { msgtype: 'markdown', markdown: { content: cut(message.content) } };
    case 'stream':
      return {
        msgtype: 'stream',
        stream: { id: message.id, finish: message.finish, content: cut(message.content) },
      };
    case 'template_card':
      return { msgtype: 'template_card', template_card: message.card };
    default: {
      const { type, mediaId, title, description } = message;
      const more = type === 'video' ? { ...(title && { title }), ...(description && { description }) } : {};
      return { msgtype: type, [type]: { media_id: mediaId, ...more } };
    }
  }
}

function welcomeBody(message: Parameters<Sender['welcome']>[1]): object {
  if (message.type === 'template_card') return { msgtype: 'template_card', template_card: message.card };
  return { msgtype: 'text', text: { content: cut(message.content) } };
}

function cut(content: string): string {
  return cutBytes(content, CONNECTION_CONTENT_BYTES);
}
