/** What was heard: one callback of the platform, decrypted and named in our words. The raw body is kept beside it. */
export interface Inbound {
  /** `bot/<msgid>`, `app/<MsgId>`, `kf/<msgid>`; an event without one: the channel and a hash of what it says. The inbox row's `_id`, so a repeat is stored once. */
  id: string;
  channel: 'bot' | 'app' | 'kf';
  /**
   * `message`: a person wrote; `press`: a person answered on a card; `knock`: something waits at a desk of 微信客服 and has to be
   * fetched; `event`: something else happened (enter_chat, feedback …); `refresh`: a stream asks for more; `unknown`: stored, harmless.
   */
  kind: 'message' | 'press' | 'knock' | 'event' | 'refresh' | 'unknown';
  chatType: 'single' | 'group';
  /** The platform's chat id; null in a 1:1 chat. */
  botChatid: string | null;
  /** `corpid/userid`, own corp as `CORP/userid`, a customer of 微信客服 as `kf/external_userid`; null when the platform names nobody. */
  person: string | null;
  /** The words, text parts of a mixed message joined by a line break, the bot's name still in them; empty when there are none. */
  text: string;
  /** The words of the quoted message. */
  quote: string | null;
  /** Takes one answer within one hour. A bearer credential: never logged. */
  responseUrl: string | null;
  /** The pictures, files, voices and videos that came with it, in order. */
  media: readonly MediaRef[];
  /** What was pressed and chosen on which card; null when it is no press. */
  press: Press | null;
  /** The account of 微信客服 (open_kfid) that a `knock` or a customer's message came to. */
  desk: string | null;
}

/** True for what has to be worked on; anything else is only kept. */
export function asksForWork({ kind, person }: Pick<Inbound, 'kind' | 'person'>): boolean {
  return kind === 'knock' || ((kind === 'message' || kind === 'press') && person !== null);
}

/** Something sent beside words, as the platform lends it: a link of five minutes, or an id of three days (wecom-protocol 2.4, 4.6). */
export interface MediaRef {
  kind: 'image' | 'file' | 'voice' | 'video';
  /** A bearer credential, as is `aesKey`: never logged. */
  url: string | null;
  /** The key of this one link; null: the bot's own opens it. */
  aesKey: string | null;
  mediaId: string | null;
}

/** An answer given on a card. The notice it belongs to is found by `taskId`; who pressed is the message's person. */
export interface Press {
  taskId: string;
  /** Of the button: the reply words, without a case number. */
  key: string;
  selections: readonly { question: string; options: readonly string[] }[];
  /** Lets the card be changed once, within 72 hours; a bearer credential. */
  responseCode: string | null;
}

/** Where a message came in by the long connection: only that connection answers it in place. `heardAt`: machine time, ms. */
export interface Origin {
  reqId: string;
  line: string;
  heardAt: number;
}

/** Corp part of the ids of our own corp's people, whose callbacks carry no corpid. */
export const OWN_CORP = 'CORP';

/** Corp part of the ids of people outside who write to 微信客服. */
export const KF_CORP = 'kf';

/** True for somebody outside who is written to by 微信客服 alone. */
export function isCustomer(person: string): boolean {
  return person.startsWith(`${KF_CORP}/`);
}

/** Makes a person's id from what a callback or a roster says: `userid`, `corpid/userid`, or both apart. */
export function personId(userid: string, corpid?: string | null): string {
  if (userid.includes('/')) return userid;
  return `${corpid || OWN_CORP}/${userid}`;
}

/** The userid in a person's id, whatever corp it belongs to. */
export function useridOf(person: string): string {
  return person.split('/').at(-1) ?? '';
}
