import type { Chat } from './roster.ts';
import { nameKey } from './roster-directory.ts';
import type { ChatLinks, Resolved } from './roster-references.ts';
import type { ChatRow, RowProblem } from './roster-rows.ts';

/** A chat row whose owner is known. */
export type ResolvedChat = Resolved<ChatRow, ChatLinks>;

const ADDRESSES = ['botChatid', 'webhookKey'] as const;

/** Which stored chat each row is about: by the platform's id, else by the webhook, else by name and owner. */
export function findStoredChats(rows: readonly ResolvedChat[], stored: readonly Chat[]): Map<ResolvedChat, Chat> {
  const found = new Map<ResolvedChat, Chat>();
  const taken = new Set<Chat>();
  for (const key of ['botChatid', 'webhookKey', 'owner'] as const) {
    const free = groupBy(
      stored.filter((chat) => !taken.has(chat)),
      (chat) => keyOf(chat, key),
    );
    for (const row of rows.filter((each) => !found.has(each))) {
      const chat = free.get(keyOf({ ...row.value, of: row.links.of }, key) ?? '')?.shift();
      if (!chat) continue;
      found.set(row, chat);
      taken.add(chat);
    }
  }
  return found;
}

/** Names the rows whose address belongs to another chat and will still do so after the import. */
export function findTakenAddresses(
  rows: readonly ResolvedChat[],
  stored: readonly Chat[],
  found: ReadonlyMap<ResolvedChat, Chat>,
): RowProblem[] {
  const rowOf = new Map([...found].map(([row, chat]) => [chat, row]));
  return ADDRESSES.flatMap((field) => {
    const kept = new Map(stored.filter((chat) => !rowOf.get(chat)?.value[field]).map((chat) => [chat[field], chat]));
    return rows.flatMap((row) => {
      const address = row.value[field];
      const holder = address ? kept.get(address) : undefined;
      if (!holder || holder === found.get(row)) return [];
      const reason = `已登记给群“${holder.name}”，请核对这是哪个群，或在同一个文件里改正那个群。`;
      return [{ sheet: row.line.sheet, row: row.line.row, field, reason }];
    });
  });
}

type ChatKey = Pick<Chat, 'name' | 'purpose' | 'of'> & {
  botChatid?: string | null | undefined;
  webhookKey?: string | null | undefined;
};

function keyOf(chat: ChatKey, key: 'botChatid' | 'webhookKey' | 'owner'): string | null {
  if (key !== 'owner') return chat[key] ?? null;
  return `${chat.purpose}/${chat.of}/${nameKey(chat.name)}`;
}

function groupBy(chats: readonly Chat[], key: (chat: Chat) => string | null): Map<string, Chat[]> {
  const groups = new Map<string, Chat[]>();
  for (const chat of chats) {
    const value = key(chat);
    if (value !== null) groups.set(value, [...(groups.get(value) ?? []), chat]);
  }
  return groups;
}
