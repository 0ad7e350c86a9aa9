import type { Connection, Model } from 'mongoose';
import type { About, DeliveryClass, Notice, Target } from '../domain/notice.ts';
import { targetName } from '../domain/notice.ts';
import { RANKS, rankOf } from '../domain/precedence.ts';
import { answerForCard, CALLBACKS_OWN, noticeOfTask, takeForCard, taskIdOf } from './outbox-cards.ts';
import { lostAfterwards, nameMessage } from './outbox-kf.ts';
import { hasForConnection, leaveForConnection } from './outbox-connection.ts';
import { insertNew, modelOf } from './model.ts';
import { holdUpTarget, type InOrder, nextInOrder, ORDER_INDEX } from './outbox-order.ts';
import { markSending, type Sending, stillOf } from './outbox-sending.ts';
import { dueUpdate, UNLEASED, WAITING_FIELDS, WAITING_INDEX } from './waiting.ts';

/** One notice to one target; also the reminder ledger. `_id` is its dedupe key, so nothing is said twice. */
export interface OutboxRow extends InOrder, Sending {
  /** `targetName(to)`: whose turn it is, and whose digest it joins. */
  target: string;
  to: Target;
  class: DeliveryClass;
  number: string | null;
  about: About;
  /** `sending`: a request is (or was, when its process died) in flight. */
  status: 'pending' | 'sending' | 'sent' | 'uncertain' | 'dead' | 'passed' | 'void';
  /** An earlier attempt may have arrived. */
  maybeSent: boolean;
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
  /** The digest message it went out in, and which part of it. */
  batch: string | null;
  part: number | null;
  /** Names the card that this notice to a person may become. */
  taskId?: string;
  /** By these the platform knows a message of the app: to recall it, to change its card. */
  msgid?: string;
  responseCode?: string;
  /** The messages of 微信客服 that it has left in. */
  msgids?: string[];
  /** What the platform answered last, or why it is dead or void. */
  answer: string | null;
  /** What works once, a link, a code or a card, has been refused: another way is next. */
  spent?: true;
  /** Only the process that holds the long connection can send it. */
  needs?: 'connection';
}

export const OUTBOX_COUNTED = ['pending', 'sent', 'uncertain', 'dead', 'passed', 'void'] as const;

export function buildOutboxStore(connection: Connection) {
  const model: Model<OutboxRow> = modelOf<OutboxRow>(connection, 'outbox', {
    fields: [
      ...WAITING_FIELDS,
      'target',
      'rank',
      'keptAt',
      'sender',
      'senderUntil',
      'to',
      'class',
      'number',
      'about',
      'status',
      'maybeSent',
      'attempts',
      'createdAt',
      'sentAt',
      'batch',
      'part',
      'taskId',
      'msgid',
      'msgids',
      'responseCode',
      'answer',
      'needs',
      'spent',
    ],
    indexes: [
      WAITING_INDEX,
      ORDER_INDEX,
      [{ batch: 1 }, { sparse: true }],
      [{ status: 1 }],
      [{ number: 1 }],
      [{ taskId: 1 }, { sparse: true }],
      [{ needs: 1 }, { sparse: true }],
      [{ msgids: 1 }, { sparse: true }],
    ],
  });

  return {
    model,

    /**
     * Keeps a notice unless it is there already; true when it is new. `dueAt` is when it may leave; until `heldUntil`, machine time,
     * it is its callback's, which may answer with it.
     */
    async insert(notice: Notice, v: { now: Date; dueAt: Date; heldUntil?: Date | null }): Promise<boolean> {
      const waits = !notice.passed;
      const row: OutboxRow = {
        _id: notice.key,
        target: targetName(notice.to),
        rank: rankOf(notice),
        keptAt: performance.timeOrigin + performance.now(),
        to: notice.to,
        class: notice.class,
        number: notice.number,
        about: notice.about,
        status: waits ? 'pending' : 'passed',
        maybeSent: false,
        attempts: 0,
        createdAt: v.now,
        sentAt: null,
        batch: null,
        part: null,
        answer: null,
        ...(notice.to.kind === 'person' ? { taskId: taskIdOf(notice.key) } : {}),
        ...UNLEASED,
        ...(v.heldUntil ? { lease: CALLBACKS_OWN, leaseUntil: v.heldUntil } : {}),
      };
      return insertNew(model, waits ? { ...row, nextDueAt: v.dueAt } : row);
    },

    /** The target's next row, whoever has claimed it: the target's lease rules them all. */
    nextOf: (target: string, now: Date, among: object = {}) => nextInOrder(model, { target, now, among }),

    holdUp: (target: string, v: { now: Date; at: Date }) => holdUpTarget(model, target, v),

    /** A request is about to leave with these rows, as they were read: the token of whoever sends them, or null when another has been at one of them. */
    markSending: (rows: readonly OutboxRow[]) => markSending(model, rows),

    /** It has arrived: a fact, whoever has taken the rows over meanwhile. */
    async arrived(
      ids: readonly string[],
      v: { answer: string; sentAt: Date; msgid?: string; responseCode?: string },
    ): Promise<void> {
      const { $set, $unset } = dueUpdate(null);
      await model.updateMany(
        { _id: { $in: [...ids] } },
        { $set: { ...$set, ...v, status: 'sent' }, $unset: { ...$unset, needs: 1 } },
      );
    },

    /** The last word on rows that wait, or that `by` is sending; on no others. */
    async finish(
      ids: readonly string[],
      v: { status: OutboxRow['status']; answer: string | null; by?: string | undefined },
    ): Promise<void> {
      const { $set, $unset } = dueUpdate(null);
      const { by, ...set } = v;
      await model.updateMany(stillOf(ids, by), { $set: { ...$set, ...set }, $unset: { ...$unset, needs: 1 } });
    },

    leaveForConnection: (id: string) => leaveForConnection(model, id),

    hasForConnection: (now: Date) => hasForConnection(model, now),

    /** Rows that wait, or that `by` is sending, and no others, wait until `at`. */
    async putOff(
      ids: readonly string[],
      v: { at: Date; answer?: string; maybeSent?: boolean; spent?: true; by?: string | undefined },
    ): Promise<void> {
      const set = {
        ...dueUpdate(v.at).$set,
        status: 'pending',
        ...(v.answer === undefined ? {} : { answer: v.answer }),
        ...(v.maybeSent ? { maybeSent: true } : {}),
        ...(v.spent ? { spent: true } : {}),
      };
      await model.updateMany(stillOf(ids, v.by), { $set: set });
    },

    /** It joins the target's next digest, which leaves at `at`. */
    async fold(id: string, at: Date): Promise<void> {
      const set = { ...dueUpdate(at).$set, class: 'fold', rank: RANKS.reminder };
      await model.updateOne({ _id: id, status: 'pending' }, { $set: set });
    },

    /** All due digest rows of a target become one batch; rows of an earlier, unfinished batch keep theirs. */
    async gather(target: string, batch: string, now: Date): Promise<OutboxRow[]> {
      const due = { target, status: 'pending', nextDueAt: { $lte: now } } as const;
      await model.updateMany({ ...due, class: { $in: ['digest', 'fold'] }, batch: null }, { $set: { batch } });
      return model.find({ batch, status: 'pending' }).sort({ _id: 1 }).lean<OutboxRow[]>().exec();
    },

    nameMessage: (ids: readonly string[], msgid: string) => nameMessage(model, ids, msgid),
    lostAfterwards: (msgid: string, why: string) => lostAfterwards(model, msgid, why),

    byTask: (taskId: string) => noticeOfTask(model, taskId),

    forCard: (id: string) => answerForCard(model, id),

    takeForCard: (id: string, now: Date) => takeForCard(model, id, now),

    async ofBatch(batch: string): Promise<OutboxRow[]> {
      return model.find({ batch }).sort({ _id: 1 }).lean<OutboxRow[]>().exec();
    },

    async setPart(ids: readonly string[], part: number): Promise<void> {
      await model.updateMany({ _id: { $in: [...ids] } }, { $set: { part } });
    },
  };
}
