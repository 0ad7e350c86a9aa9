import type { Json } from './content.ts';

/** A chat as the people in it know it. */
export interface SeenChat {
  kind: 'group' | 'single';
  /** Chat id of a group; in a 1:1 chat with the bot the person, as `userid` or `corpid/userid`. */
  id: string;
  name: string;
}

/** One message that stands in a chat. */
export interface Seen {
  /** Business time. */
  at: Date;
  chat: SeenChat;
  /** `bot`, or the person as `userid` or `corpid/userid`. */
  from: string;
  text: string;
  quote?: string;
  /** Whom a webhook text mentions: userids, `@all`, phone numbers. */
  mentions?: string[];
  via: 'webhook' | 'response' | 'passive' | 'member' | 'app' | 'appchat' | 'kf' | 'respond' | 'push';
  /** Of a message of the app or of 微信客服. */
  msgid?: string;
  /** The card as it now looks. */
  card?: Json;
  /** A file that stands there. */
  file?: { name: string; bytes: number };
  recalled?: true;
}

/** What to pick: every part that is given must fit. `chat` is the chat's id. */
export interface SeenFilter {
  chat?: string;
  from?: string;
  via?: Seen['via'];
}

/** What each group and person sees, in order of appearance. */
export interface SeenLog {
  add(seen: Seen): Seen;
  /** Replaces the words of a message that stands there already, as a stream does. */
  change(seen: Seen, text: string): void;
  /** Changes parts of a message that stands there already. */
  update(seen: Seen, parts: Partial<Seen>): void;
  list(filter?: SeenFilter): Seen[];
  /** Tells the listener about each new or changed message; gives the way to stop it. */
  onSeen(listener: (seen: Seen) => void): () => void;
}

/** Builds an empty log. */
export function buildSeenLog(): SeenLog {
  const log: Seen[] = [];
  const listeners = new Set<(seen: Seen) => void>();
  const tell = (seen: Seen) => {
    for (const listener of listeners) listener(seen);
  };
  return {
    add(seen) {
      log.push(seen);
      tell(seen);
      return seen;
    },
    change(seen, text) {
      seen.text = text;
      tell(seen);
    },
    update(seen, parts) {
      Object.assign(seen, parts);
      tell(seen);
    },
    list: (filter = {}) => log.filter((seen) => fits(seen, filter)),
    onSeen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function fits(seen: Seen, { chat, from, via }: SeenFilter): boolean {
  if (chat !== undefined && seen.chat.id !== chat) return false;
  if (from !== undefined && seen.from !== from) return false;
  return via === undefined || seen.via === via;
}
