import type { Member } from './cast.ts';

/** A message as the platform delivers it, as often as it must: always with the same id. */
export interface Message {
  msgid: string;
  by: Member;
  /** Null in a 1:1 chat. */
  botChatid: string | null;
  text: string;
  /** How many cases it must make; 0 for whatever is no report. */
  cases: number;
  /** For a bare 确认: the report just before it in the same conversation, which it must have accepted. */
  confirms: string | null;
}

/** The row that keeps it. */
export const inboxId = (msgid: string): string => `bot/${msgid}`;

/** The conversation it belongs to. */
export const conversationOf = ({ by, botChatid }: Pick<Message, 'by' | 'botChatid'>): string =>
  `${botChatid ?? 'single'}/${by.corpid ?? ''}/${by.userid}`;
