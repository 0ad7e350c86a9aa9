import { createHash } from 'node:crypto';
import type { Connection, Model } from 'mongoose';
import type { About, DeliveryClass, Notice, Target } from '../domain/notice.ts';
import { targetName } from '../domain/notice.ts';
import { insertNew, modelOf } from './model.ts';
import { dueUpdate, UNLEASED, WAITING_FIELDS, WAITING_INDEX, type Waiting } from './waiting.ts';

/** One notice to one target; also the reminder ledger. `_id` is its dedupe key, so nothing is said twice. */
export interface OutboxRow extends Waiting {
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
  /** What the platform answered last, or why it is dead or void. */
  answer: string | null;
  /** Only the process that holds the long connection can send it. */
  needs?: 'connection';
}

/** What a process that does not hold the long connection leaves alone. */
export const WITHOUT_CONNECTION = { needs: { $ne: 'connection' } } as const;

export const OUTBOX_COUNTED = ['pending', 'sent', 'uncertain', 'dead', 'passed', 'void'] as const;

/** The lease of an answer that its callback may still give. */
const CALLBACKS_OWN = 'callback';

const ON_THE_CARD = 'told on the card';

export function buildOutboxStore(connection: Connection) {
  const model: Model<OutboxRow> = modelOf<OutboxRow>(connection, 'outbox', {
    fields: [
      ...WAITING_FIELDS,
      'target',
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
      'responseCode',
      'answer',
      'needs',
    ],
    indexes: [
      WAITING_INDEX,
      [{ target: 1, nextDueAt: 1 }, { partialFilterExpression: { nextDueAt: { $exists: true } } }],
      [{ batch: 1 }, { sparse: true }],
      [{ status: 1 }],
      [{ number: 1 }],
      [{ taskId: 1 }, { sparse: true }],
      [{ needs: 1 }, { sparse: true }],
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

    /** The target's next due row, whoever holds it: the target's lease rules them all. */
    async nextOf(target: string, now: Date, among: object = {}): Promise<OutboxRow | null> {
      return model
        .findOne({ ...among, target, nextDueAt: { $lte: now } })
        .sort({ nextDueAt: 1, createdAt: 1, _id: 1 })
        .lean<OutboxRow>()
        .exec();
    },

    /** The last word on a row, or on all rows of one message. */
    async finish(
      ids: readonly string[],
      v: { status: OutboxRow['status']; answer: string | null; sentAt?: Date; msgid?: string; responseCode?: string },
    ): Promise<void> {
      const due = dueUpdate(null);
      const set = { ...due.$set, ...v };
      await model.updateMany({ _id: { $in: [...ids] } }, { $set: set, $unset: { ...due.$unset, needs: 1 } });
    },

    /** Left, still due, for the process that holds the long connection. */
    async leaveForConnection(id: string): Promise<void> {
      await model.updateOne({ _id: id }, { $set: { ...UNLEASED, needs: 'connection' } });
    },

    /** Whether anything that was left so is due. */
    async hasForConnection(now: Date): Promise<boolean> {
      const due = { needs: 'connection', nextDueAt: { $lte: now } } as const;
      return (await model.findOne(due, { _id: 1 }).lean().exec()) !== null;
    },

    /** A request is about to leave with these rows. */
    async markSending(ids: readonly string[]): Promise<void> {
      await model.updateMany({ _id: { $in: [...ids] } }, { $set: { status: 'sending' }, $inc: { attempts: 1 } });
    },

    /** Not now: again at `at`. */
    async putOff(ids: readonly string[], v: { at: Date; answer?: string; maybeSent?: boolean }): Promise<void> {
      const set = {
        ...dueUpdate(v.at).$set,
        status: 'pending',
        ...(v.answer === undefined ? {} : { answer: v.answer }),
        ...(v.maybeSent ? { maybeSent: true } : {}),
      };
      await model.updateMany({ _id: { $in: [...ids] } }, { $set: set });
    },

    /** It joins the target's next digest, which leaves at `at`. */
    async fold(id: string, at: Date): Promise<void> {
      await model.updateOne({ _id: id }, { $set: { ...dueUpdate(at).$set, class: 'fold' } });
    },

    /** All due digest rows of a target become one batch; rows of an earlier, unfinished batch keep theirs. */
    async gather(target: string, batch: string, now: Date): Promise<OutboxRow[]> {
      const due = { target, status: 'pending', nextDueAt: { $lte: now } } as const;
      await model.updateMany({ ...due, class: { $in: ['digest', 'fold'] }, batch: null }, { $set: { batch } });
      return model.find({ batch, status: 'pending' }).sort({ _id: 1 }).lean<OutboxRow[]>().exec();
    },

    /** The notice that a card was made of. */
    async byTask(taskId: string): Promise<OutboxRow | null> {
      return model.findOne({ taskId }).lean<OutboxRow>().exec();
    },

    /** Takes an answer for the card that it is told on: then it is sent. A repeated callback gets it again. Null when there is none yet, or a message has it. */
    async takeForCard(id: string, now: Date): Promise<OutboxRow | null> {
      const due = dueUpdate(null);
      const mine = { _id: id, status: 'pending' as const, lease: CALLBACKS_OWN };
      const set = { ...due.$set, status: 'sent', answer: ON_THE_CARD, sentAt: now };
      await model.updateOne(mine, { $set: set, $unset: due.$unset });
      return model.findOne({ _id: id, status: 'sent', answer: ON_THE_CARD }).lean<OutboxRow>().exec();
    },

    async ofBatch(batch: string): Promise<OutboxRow[]> {
      return model.find({ batch }).sort({ _id: 1 }).lean<OutboxRow[]>().exec();
    },

    async setPart(ids: readonly string[], part: number): Promise<void> {
      await model.updateMany({ _id: { $in: [...ids] } }, { $set: { part } });
    },
  };
}
/** The `task_id` of the card made of a notice: of the platform's alphabet, and the same at each attempt, so that a second card is refused. */
function taskIdOf(key: string): string {
  return `bq_${createHash('sha256').update(key).digest('hex').slice(0, 40)}`;
}
