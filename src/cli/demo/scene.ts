import type { ShownMessage } from '../sandbox-client.ts';
import type { Cast } from './cast.ts';

/** What the demo shows, piece by piece. */
export type Scene =
  | { kind: 'chapter'; title: string }
  | { kind: 'note'; text: string }
  | { kind: 'clock'; at: Date }
  | { kind: 'talk'; chats: string[]; messages: Spoken[] };

/** One message, told by name. */
export interface Spoken {
  who: string;
  isBot: boolean;
  text: string;
}

/** What is the same in every scene of one demo. */
export interface Staging {
  cast: Cast;
  botName: string;
}

const RANK: Record<ShownMessage['via'], number> = {
  member: 0,
  passive: 1,
  response: 2,
  respond: 2,
  webhook: 3,
  push: 3,
  app: 4,
};

/**
 * Puts messages into scenes: by instant, then by chat in the roster's order, the chat that was spoken in first. The same words
 * to several groups at once are one scene. The order does not depend on which of two messages of an instant left first.
 */
export function scenesOf(seen: readonly ShownMessage[], staging: Staging): Scene[] {
  const instants = [...new Set(seen.map((message) => message.at))].sort();
  return instants.flatMap((at) => [
    { kind: 'clock' as const, at: new Date(at) },
    ...talksOf(
      seen.filter((message) => message.at === at),
      staging,
    ),
  ]);
}

type Talk = Extract<Scene, { kind: 'talk' }>;

function talksOf(seen: readonly ShownMessage[], { cast, botName }: Staging): Talk[] {
  const talks = byChat(seen, cast).map(([chat, messages]) => ({
    kind: 'talk' as const,
    chats: [chat],
    messages: messages.map(({ from, text }) => spoken(from, text, { cast, botName })),
  }));
  return talks.reduce<Talk[]>(joinSame, []);
}

function byChat(seen: readonly ShownMessage[], cast: Cast): [string, ShownMessage[]][] {
  const place = (name: string) => (cast.chats.includes(name) ? cast.chats.indexOf(name) : cast.chats.length);
  const names = [...new Set(seen.map((message) => chatName(message, cast)))];
  const groups = names.map((name): [string, ShownMessage[]] => [
    name,
    seen.filter((message) => chatName(message, cast) === name).sort(inOrder),
  ]);
  return groups.sort(([a, ofA], [b, ofB]) => firstRank(ofA) - firstRank(ofB) || place(a) - place(b));
}

function inOrder(a: ShownMessage, b: ShownMessage): number {
  return rankOf(a) - rankOf(b) || fileRank(a) - fileRank(b) || (a.text < b.text ? -1 : 1);
}

/** A file follows the words that announce it. */
function fileRank({ text }: ShownMessage): number {
  return text === '' || text.startsWith('[') ? 1 : 0;
}

/** What people do stands before what follows from it. */
function rankOf({ from, via }: ShownMessage): number {
  return from === 'bot' ? RANK[via] : 0;
}

function firstRank(messages: readonly ShownMessage[]): number {
  return messages[0]?.from === 'bot' ? 1 : 0;
}

function chatName({ chat, via }: ShownMessage, cast: Cast): string {
  if (via === 'app') return `${cast.shortNameOf(chat.id)}的手机`;
  return chat.kind === 'group' ? chat.name : `${cast.shortNameOf(chat.id)}与帮企通的单聊`;
}

function spoken(from: string, text: string, { cast, botName }: Staging): Spoken {
  const words = text || '[图片]';
  return from === 'bot'
    ? { who: botName, isBot: true, text: words }
    : { who: cast.nameOf(from), isBot: false, text: words };
}

function joinSame(talks: Talk[], talk: Talk): Talk[] {
  const same = talks.find((other) => isSame(other, talk));
  if (same) same.chats.push(...talk.chats);
  else talks.push(talk);
  return talks;
}

function isSame(a: Talk, b: Talk): boolean {
  if (a.messages.length !== b.messages.length) return false;
  return a.messages.every((message, i) => message.isBot && message.text === b.messages[i]?.text);
}
