import { randomUUID } from 'node:crypto';
import type { SeenChat } from './seen.ts';

/** What somebody does in a chat. `as` is a userid, or `corpid/userid` for a person of another corp. */
export interface Post {
  as: string;
  chat: { kind: 'group'; chatid: string; webhookKey?: string } | { kind: 'single' };
  text: string;
  /** Words of the message that is quoted; a quote carries no more. */
  quote?: string;
  /** Whether a group message mentions the bot: only then it is delivered. True by default. */
  mention?: boolean;
  /** Of a message that was posted already: that one is delivered again, to the letter. */
  msgid?: string;
}

/** What is common to the callbacks of one person in one chat. */
export interface Writer {
  as: string;
  chat: SeenChat;
  msgid: string;
}

const BOT_ID = 'aibSANDBOX0001';

/** Makes an id in the style of the platform's. */
export function buildMsgid(): string {
  return `CAIQ${randomUUID().replaceAll('-', '')}`;
}

/** Builds the head of each callback: who, where, to which bot (接收消息). */
export function buildHead({ as, chat, msgid }: Writer): object {
  const where = chat.kind === 'group' ? { chatid: chat.id, chattype: 'group' } : { chattype: 'single' };
  const slash = as.indexOf('/');
  const from = slash < 0 ? { userid: as } : { corpid: as.slice(0, slash), userid: as.slice(slash + 1) };
  return { msgid, aibotid: BOT_ID, ...where, from };
}

/** Builds the body of a text, the mention standing in its words as it does on the platform. */
export function buildText(
  writer: Writer,
  said: { text: string; quote?: string | undefined; responseUrl: string },
): object {
  const quote = said.quote === undefined ? {} : { quote: { msgtype: 'text', text: { content: said.quote } } };
  const message = { response_url: said.responseUrl, msgtype: 'text', text: { content: said.text }, ...quote };
  return { ...buildHead(writer), ...message };
}

/** Puts the mention before the words, unless they hold it already somewhere. */
export function mentionBot(text: string, botName: string): string {
  return text.includes(`@${botName}`) ? text : `@${botName} ${text}`;
}
