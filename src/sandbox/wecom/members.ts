import type { BotMedia } from './bot-media.ts';
import { type Callbacks, type Delivered, messageOf } from './callbacks.ts';
import type { Json } from './content.ts';
import type { Groups } from './groups.ts';
import { readShown, type Trigger } from './passive-message.ts';
import type { Seen, SeenChat, SeenLog } from './seen.ts';
import { findOpenStream, followStream, type StreamOptions } from './streams.ts';
import type { Switches } from './switches.ts';
import type { ResponseCodes } from './take-response.ts';
import { buildHead, buildMessage, buildMsgid, mentionBot, type Post, type Writer } from './write.ts';

/** Something that happens in a chat without words. `detail` is the object under the event's own name. */
export interface EventPost extends Pick<Post, 'as' | 'chat' | 'msgid'> {
  eventtype: Exclude<Trigger, 'message' | 'refresh'>;
  detail?: object;
}

/** What became of a post. */
export interface Posted {
  msgid: string;
  /** HTTP status of the service's answer; 0 when nothing was delivered or nothing answered in time. */
  status: number;
  /** Why the platform would not have taken the answer; null when it would. */
  problem: string | null;
}

/** What the members of chats act upon. */
export interface MembersOptions {
  options: { origin: string; service: { botName: string }; now: () => Promise<Date> };
  groups: Groups;
  log: SeenLog;
  codes: ResponseCodes;
  callbacks: Callbacks;
  botMedia: BotMedia;
  switches: Switches;
  stream: StreamOptions;
  /** Hears why the following of a stream broke off. */
  onProblem: (problem: string) => void;
}

/** The people in the chats. */
export interface Members {
  post(post: Post): Promise<Posted>;
  event(event: EventPost): Promise<Posted>;
}

/** Builds the people in the chats. */
export function buildMembers(platform: MembersOptions): Members {
  const sent = new Map<string, object>();
  const entered = new Set<string>();
  return {
    post: (post) => {
      const msgid = post.msgid ?? buildMsgid();
      const again = sent.get(msgid);
      return again ? repeat(platform, msgid, again) : postText(platform, { ...post, msgid }, sent);
    },
    async event(event) {
      const day = `${event.as} ${dayIn(await platform.options.now())}`;
      const isFirst = event.eventtype !== 'enter_chat' || !entered.has(day);
      if (event.eventtype === 'enter_chat') entered.add(day);
      // 接收事件: only the first entry of a day is told.
      return isFirst ? postEvent(platform, event) : { msgid: event.msgid ?? buildMsgid(), status: 0, problem: null };
    },
  };
}

/** The network repeats a message to the letter: same id, same response_url, and in the chat it stands once. */
async function repeat({ callbacks }: MembersOptions, msgid: string, message: object): Promise<Posted> {
  return toPosted(msgid, await callbacks.sendMessage(message));
}

async function postText(platform: MembersOptions, post: Post, sent: Map<string, object>): Promise<Posted> {
  const { log, callbacks, options, botMedia, switches } = platform;
  const writer = openWriter(platform, post);
  const { media } = post;
  const isHeard = writer.chat.kind === 'single' || (post.mention !== false && (!media || media.type === 'mixed'));
  const { botName } = options.service;
  const isMentioned = isHeard && writer.chat.kind === 'group';
  const text = isMentioned ? mentionBot(post.text, botName, switches.mentionSpace) : post.text;
  const at = await options.now();
  const quoted = post.quote === undefined ? {} : { quote: post.quote };
  const [file] = media?.files ?? [];
  const shown = file ? { file: { name: file.filename, bytes: file.bytes.length } } : {};
  log.add({ at, chat: writer.chat, from: post.as, text, via: 'member', ...quoted, ...shown });
  // The bot hears of a group only what mentions it.
  if (!isHeard) return { msgid: writer.msgid, status: 0, problem: null };
  const responseUrl = issueUrl(platform, { chat: writer.chat, quote: text, issuedAt: at });
  const links = (media?.files ?? []).map((each) => botMedia.offer(each, at));
  const message = buildMessage(writer, { text, quote: post.quote, responseUrl, media, links });
  sent.set(writer.msgid, message);
  const delivered = await callbacks.sendMessage(message);
  show(platform, writer, { at, message: messageOf(delivered.reply) });
  return toPosted(writer.msgid, delivered);
}

async function postEvent(platform: MembersOptions, event: EventPost): Promise<Posted> {
  const writer = openWriter(platform, event);
  const { eventtype, detail = {} } = event;
  const at = await platform.options.now();
  const message = {
    ...buildHead(writer),
    create_time: Math.floor(at.getTime() / 1000),
    // 接收事件: of the events only a card's can be answered later.
    ...(eventtype === 'template_card_event' && {
      response_url: issueUrl(platform, { chat: writer.chat, quote: '', issuedAt: at }),
    }),
    msgtype: 'event',
    event: { eventtype, [eventtype]: detail },
  };
  const delivered = await platform.callbacks.sendOnce(message, eventtype);
  show(platform, writer, { at, message: messageOf(delivered.reply) });
  return toPosted(writer.msgid, delivered);
}

function openWriter(
  { groups, switches }: MembersOptions,
  { as, chat, msgid }: Pick<Post, 'as' | 'chat' | 'msgid'>,
): Writer {
  const open: SeenChat =
    chat.kind === 'group' ? groups.open(chat.chatid, chat.webhookKey) : { kind: 'single', id: as, name: as };
  return { as, chat: open, msgid: msgid ?? buildMsgid(), hidden: switches.encryptedUserids };
}

function issueUrl({ codes, options }: MembersOptions, target: Parameters<ResponseCodes['issue']>[0]): string {
  return `${options.origin}/cgi-bin/aibot/response?response_code=${codes.issue(target)}`;
}

/** Shows a passive reply in its chat, and follows it where it is a stream that goes on. */
function show(platform: MembersOptions, writer: Writer, reply: { at: Date; message: Json | null }): void {
  const { at, message } = reply;
  if (!message) return;
  const seen: Seen = { at, chat: writer.chat, from: 'bot', text: readShown(message), via: 'passive' };
  platform.log.add(seen);
  const id = findOpenStream(message);
  if (id === null) return;
  followStream({ seen, id, ask: (of) => askMore(platform, writer, of) }, platform.stream).catch((error: unknown) => {
    platform.onProblem(`refresh: the stream is no longer followed: ${String(error)}`);
  });
}

async function askMore({ callbacks }: MembersOptions, writer: Writer, id: string) {
  const head = buildHead({ ...writer, msgid: buildMsgid() });
  const { reply } = await callbacks.sendOnce({ ...head, msgtype: 'stream', stream: { id } }, 'refresh');
  return reply;
}

/** The day of an instant in the people's own time. */
function dayIn(now: Date): string {
  return now.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
}

function toPosted(msgid: string, { status, reply }: Delivered): Posted {
  return { msgid, status, problem: reply.problem };
}
