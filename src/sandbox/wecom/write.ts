import { createHash, randomUUID } from 'node:crypto';
import type { SeenChat } from './seen.ts';

/** What somebody does in a chat. `as` is a userid, or `corpid/userid` for a person of another corp. */
export interface Post {
  as: string;
  chat: { kind: 'group'; chatid: string; webhookKey?: string } | { kind: 'single' };
  /** Words; with a voice what was recognised of it, with pictures what stands before them. */
  text: string;
  /** A file, or pictures among words; alone it reaches the bot in a 1:1 chat only. */
  media?: Media;
  /** Words of the message that is quoted; a quote carries no more. */
  quote?: string;
  /** Whether a group message mentions the bot: only then it is delivered. True by default. */
  mention?: boolean;
  /** Of a message that was posted already: that one is delivered again, to the letter. */
  msgid?: string;
}

/** What a member sends besides words (接收消息). `mixed` is words with pictures; a voice comes as its words alone. */
export interface Media {
  type: 'image' | 'file' | 'video' | 'voice' | 'mixed';
  files: { filename: string; bytes: Uint8Array }[];
}

/** What is common to the callbacks of one person in one chat. */
export interface Writer {
  as: string;
  chat: SeenChat;
  msgid: string;
  /** Whether the bot hears of the person by an encrypted id. */
  hidden?: boolean;
}

const BOT_ID = 'aibSANDBOX0001';

/** Makes an id in the style of the platform's. */
export function buildMsgid(): string {
  return `CAIQ${randomUUID().replaceAll('-', '')}`;
}

/** Builds the head of each callback: who, where, to which bot (接收消息). */
export function buildHead({ as, chat, msgid, hidden }: Writer): object {
  const where = chat.kind === 'group' ? { chatid: chat.id, chattype: 'group' } : { chattype: 'single' };
  const slash = as.indexOf('/');
  const name = hidden ? `wo${createHash('sha256').update(as).digest('base64url').slice(0, 30)}` : as.slice(slash + 1);
  const from = slash < 0 ? { userid: name } : { corpid: as.slice(0, slash), userid: name };
  return { msgid, aibotid: BOT_ID, ...where, from };
}

/** Builds the body of a message, the mention standing in its words as it does on the platform. `links` are those of its files. */
export function buildMessage(
  writer: Writer,
  said: { text: string; quote?: string | undefined; responseUrl: string; media?: Media | undefined; links: string[] },
): object {
  const quote = said.quote === undefined ? {} : { quote: { msgtype: 'text', text: { content: said.quote } } };
  return { ...buildHead(writer), response_url: said.responseUrl, ...contentOf(said), ...quote };
}

function contentOf({ text, media, links }: { text: string; media?: Media | undefined; links: string[] }): object {
  const words = { msgtype: 'text', text: { content: text } };
  if (!media) return words;
  const { type } = media;
  if (type === 'voice') return { msgtype: type, voice: { content: text } };
  if (type !== 'mixed') return { msgtype: type, [type]: { url: links[0] } };
  const pictures = links.map((url) => ({ msgtype: 'image', image: { url } }));
  return { msgtype: type, mixed: { msg_item: [words, ...pictures] } };
}

/** Puts the mention before the words, unless they hold it already somewhere. */
export function mentionBot(text: string, botName: string, space = ' '): string {
  return text.includes(`@${botName}`) ? text : `@${botName}${space}${text}`;
}
