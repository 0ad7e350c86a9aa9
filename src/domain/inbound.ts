/** What was heard: one callback of the platform, decrypted and named in our words. The raw body is kept beside it. */
export interface Inbound {
  /** `bot/<msgid>`; an event without one: `bot/<hash of the decrypted body>`. The inbox row's `_id`, so a repeat is stored once. */
  id: string;
  channel: 'bot';
  /** `message`: a person wrote; `event`: something happened (enter_chat, feedback …); `refresh`: a stream asks for more; `unknown`: stored, harmless. */
  kind: 'message' | 'event' | 'refresh' | 'unknown';
  chatType: 'single' | 'group';
  /** The platform's chat id; null in a 1:1 chat. */
  botChatid: string | null;
  /** `corpid/userid`, own corp as `CORP/userid`; null when the platform names nobody. */
  person: string | null;
  /** The words, text parts of a mixed message joined by a line break, the bot's name still in them; empty when there are none. */
  text: string;
  /** The words of the quoted message. */
  quote: string | null;
  /** Takes one answer within one hour. A bearer credential: never logged. */
  responseUrl: string | null;
}

/** Corp part of the ids of our own corp's people, whose callbacks carry no corpid. */
export const OWN_CORP = 'CORP';

/** Makes a person's id from what a callback or a roster says: `userid`, `corpid/userid`, or both apart. */
export function personId(userid: string, corpid?: string | null): string {
  if (userid.includes('/')) return userid;
  return `${corpid || OWN_CORP}/${userid}`;
}
