import type { Received } from '../domain/attachment.ts';
import type { Command } from '../domain/command.ts';
import { asksForWork, type Inbound, type Origin } from '../domain/inbound.ts';
import type { Reading } from '../domain/understand/reading.ts';
import { UNLEASED, type Waiting } from './waiting.ts';

/** A message as received, later with its reading and commands, so that a retry decides on the same. */
export interface InboxRow extends Waiting, Omit<Inbound, 'id'> {
  /** Chat + person: whose messages run in order. */
  conversation: string;
  raw: object;
  /** Null for a callback. */
  origin: Origin | null;
  /** Machine time and a sequence within the process: the order of receipt, also when the business clock stands still. */
  arrivedAt: Date;
  seq: number;
  /** Business time of receipt: terms count from here. */
  saidAt: Date;
  /** `held`: its group is not tied to an owner yet, or its sender is not known. */
  status: 'pending' | 'held' | 'done' | 'failed';
  attempts: number;
  reading: Reading | null;
  commands: Command[] | null;
  /** What came with it, once it has been fetched; a retry does not fetch again. */
  received: Received | null;
  /** The code that a group without an owner was answered with. */
  bindCode: string | null;
  error: string | null;
}

let sequence = 0;

/** The id of a person in a chat; a 1:1 chat is named by the person alone, and what waits at a desk is fetched in one turn. */
export function conversationOf(inbound: Pick<Inbound, 'kind' | 'botChatid' | 'person' | 'desk'>): string {
  if (inbound.kind === 'knock') return `desk/${inbound.desk ?? '-'}`;
  return `${inbound.botChatid ?? 'single'}/${inbound.person ?? '-'}`;
}

/** A message as it is stored at first; only what asks for work waits. */
export function rowOf(inbound: Inbound, raw: object, saidAt: Date): Omit<InboxRow, 'origin'> {
  const { id, ...heard } = inbound;
  const waits = asksForWork(inbound);
  sequence += 1;
  return {
    _id: id,
    ...heard,
    conversation: conversationOf(inbound),
    raw,
    arrivedAt: new Date(),
    seq: sequence,
    saidAt,
    status: waits ? 'pending' : 'done',
    attempts: 0,
    reading: null,
    commands: null,
    received: null,
    bindCode: null,
    error: null,
    ...UNLEASED,
    ...(waits ? { nextDueAt: saidAt } : {}),
  };
}
