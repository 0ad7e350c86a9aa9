import { createHash } from 'node:crypto';
import { askBinding } from '../../../config/texts/answers.ts';
import { atBot } from '../../../config/texts/format.ts';
import { isOffice } from '../../domain/rights.ts';
import type { Reading } from '../../domain/understand/reading.ts';
import type { Context } from '../context.ts';
import type { Hearing } from './hearing.ts';
import { tellSender } from './tell-sender.ts';

/** True for a message from a group without an owner, but for the office's own 绑定 said right there. */
export function isUntied(hearing: Hearing, reading: Reading): boolean {
  if (hearing.private || hearing.chat) return false;
  return !(hearing.actor && isOffice(hearing.actor) && reading.word?.type === 'bind');
}

/** Keeps the message until the office ties its group, and answers with the code to tie it by. */
export async function holdForBinding(hearing: Hearing, context: Context): Promise<void> {
  const { row, world } = hearing;
  const code = bindCode(row.botChatid ?? '');
  // Its own key: once the group is tied, the message is answered for good.
  await tellSender(row, [askBinding({ code, at: atBot(world.botName, false) })], context, {
    key: `reply/${row._id}/code`,
  });
  await context.stores.inbox.hold(row._id, code);
}

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Six signs that are hard to misread, always the same for a group. Not a secret: only the office may use it. */
export function bindCode(botChatid: string): string {
  const digest = createHash('sha256').update(botChatid).digest();
  return [...digest.subarray(0, 6)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
