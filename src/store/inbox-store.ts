import type { Connection, Model } from 'mongoose';
import type { Received } from '../domain/attachment.ts';
import type { Command } from '../domain/command.ts';
import type { Inbound, Origin } from '../domain/inbound.ts';
import type { Reading } from '../domain/understand/reading.ts';
import { type InboxRow, rowOf } from './inbox-row.ts';
import { insertNew, modelOf } from './model.ts';
import { dueUpdate, WAITING_FIELDS, WAITING_INDEX } from './waiting.ts';

export type InboxStore = ReturnType<typeof buildInboxStore>;

/** Messages as received: one document a callback, keyed by channel + message id. */
export function buildInboxStore(connection: Connection) {
  const model: Model<InboxRow> = modelOf<InboxRow>(connection, 'inbox', {
    fields: [
      ...WAITING_FIELDS,
      'channel',
      'kind',
      'chatType',
      'botChatid',
      'person',
      'text',
      'quote',
      'responseUrl',
      'media',
      'press',
      'desk',
      'conversation',
      'raw',
      'origin',
      'arrivedAt',
      'seq',
      'saidAt',
      'status',
      'attempts',
      'reading',
      'commands',
      'received',
      'bindCode',
      'error',
    ],
    indexes: [
      WAITING_INDEX,
      [{ conversation: 1, arrivedAt: 1 }, { partialFilterExpression: { status: 'pending' } }],
      [{ status: 1, saidAt: 1 }],
      [{ person: 1 }, { partialFilterExpression: { status: 'held' } }],
      [{ bindCode: 1 }, { partialFilterExpression: { status: 'held' } }],
    ],
  });

  return {
    model,

    /** Keeps a callback; false when it is there already. The one write of a request, so it goes to the driver directly. */
    async insert(inbound: Inbound, raw: object, saidAt: Date, origin: Origin | null = null): Promise<boolean> {
      return insertNew(model, { ...rowOf(inbound, raw, saidAt), origin });
    },

    /** The oldest open message of a conversation, whoever holds it: the conversation's lease rules them all. */
    async oldestOpen(conversation: string): Promise<InboxRow | null> {
      return model.findOne({ conversation, status: 'pending' }).sort({ arrivedAt: 1, seq: 1 }).lean<InboxRow>().exec();
    },

    async saveReceived(id: string, received: Received): Promise<void> {
      await model.updateOne({ _id: id }, { $set: { received } });
    },

    async saveReading(id: string, reading: Reading, commands: Command[]): Promise<void> {
      await model.updateOne({ _id: id }, { $set: { reading, commands } });
    },

    /** The message has been worked on, or never will be. The first such word stands. */
    async finish(id: string, status: 'done' | 'failed', error: string | null = null): Promise<void> {
      const due = dueUpdate(null);
      await model.updateOne(
        { _id: id, status: 'pending' },
        { $set: { ...due.$set, status, error }, $unset: due.$unset },
      );
    },

    /**
     * Tried again at `at`; its conversation's later messages wait with it. Not when it is finished: that write may have been
     * done and its answer lost with the connection.
     */
    async retryAt(row: InboxRow, at: Date, error: string): Promise<void> {
      await model.updateOne(
        { _id: row._id, status: 'pending' },
        { $set: { ...dueUpdate(at).$set, error }, $inc: { attempts: 1 } },
      );
      await this.waitUntil(row.conversation, at);
    },

    /** A desk that was read to its end after these knocks came has answered them all. */
    async answerKnocks(conversation: string, before: Date): Promise<void> {
      const { $set, $unset } = dueUpdate(null);
      const knocks = { conversation, kind: 'knock', status: 'pending', arrivedAt: { $lt: before } } as const;
      await model.updateMany(knocks, { $set: { ...$set, status: 'done' }, $unset });
    },

    /** No message of a conversation is due before its oldest is, those included that came after that had failed. */
    async waitUntil(conversation: string, at: Date): Promise<void> {
      await model.updateMany({ conversation, status: 'pending', nextDueAt: { $lt: at } }, { $set: dueUpdate(at).$set });
    },

    /** Kept until the office says whose group it is. */
    async hold(id: string, bindCode: string): Promise<void> {
      const due = dueUpdate(null);
      await model.updateOne({ _id: id }, { $set: { ...due.$set, status: 'held', bindCode }, $unset: due.$unset });
    },

    /** The group that was answered with a code; null for a code nobody was given. */
    async botChatidOf(bindCode: string): Promise<string | null> {
      const row = await model.findOne({ bindCode }, { botChatid: 1 }).lean<InboxRow>().exec();
      return row?.botChatid ?? null;
    },

    /** What was said in a group before it was tied is worked on now, with its original time. Its response_url went with the code. */
    async releaseHeld(botChatid: string, now: Date): Promise<void> {
      const afresh = { status: 'pending', reading: null, commands: null, responseUrl: null } as const;
      await model.updateMany({ botChatid, status: 'held' }, { $set: { ...dueUpdate(now).$set, ...afresh } });
    },

    /** Kept until the office says who its sender is. */
    async holdUnknown(id: string): Promise<void> {
      const due = dueUpdate(null);
      await model.updateOne({ _id: id }, { $set: { ...due.$set, status: 'held' }, $unset: due.$unset });
    },

    /** What somebody wrote before they were known is worked on now. The response_url of `askedIn` went with the question. */
    async releaseUnknown(person: string, askedIn: string, now: Date): Promise<void> {
      const held = { person, status: 'held', bindCode: null } as const;
      await model.updateOne({ ...held, _id: askedIn }, { $set: { responseUrl: null } });
      const afresh = { status: 'pending', reading: null, commands: null } as const;
      await model.updateMany(held, { $set: { ...dueUpdate(now).$set, ...afresh } });
    },

    /** True while a message said before an instant is still open: a report may not be frozen yet. */
    async hasOpenBefore(instant: Date): Promise<boolean> {
      return (
        (await model
          .findOne({ status: 'pending', saidAt: { $lt: instant } }, { _id: 1 })
          .lean()
          .exec()) !== null
      );
    },

    async get(id: string): Promise<InboxRow | null> {
      return model.findById(id).lean<InboxRow>().exec();
    },

    /** The groups that wait for an owner, with their codes. */
    async heldCodes(limit: number): Promise<string[]> {
      const rows = await model
        .find({ status: 'held', bindCode: { $ne: null } }, { bindCode: 1 })
        .sort({ saidAt: 1 })
        .limit(limit)
        .lean<InboxRow[]>()
        .exec();
      return [...new Set(rows.map((row) => row.bindCode ?? ''))].filter(Boolean);
    },
  };
}
