import type { Connection, Model, QueryFilter } from 'mongoose';
import {
  type Instruction,
  type InstructionEntry,
  type InstructionKind,
  nextInstructionReminder,
} from '../domain/instruction.ts';
import type { Calendar } from '../domain/working-time.ts';
import { insertNew, modelOf } from './model.ts';
import { dueUpdate, UNLEASED, WAITING_FIELDS, WAITING_INDEX, type Waiting } from './waiting.ts';

/** An instruction as stored; `_id` is the command that issued it, so a second attempt finds it made. */
export interface InstructionDoc extends Waiting {
  version: number;
  snapshot: Instruction;
  /** Append-only. */
  history: InstructionEntry[];
  /** How many entries' effects are in the outbox already. */
  handedOver: number;
  /** The calendar's version that its day was last counted by; only counting anew moves it. */
  basis: number;
  /** Failed attempts in a row at what is due. */
  attempts: number;
}

interface InstructionView {
  calendar: Calendar;
  now: Date;
  /** The calendar's version, when this write has counted the day anew by it. */
  basis?: number;
}

/** Instructions: one document each, changed only by updates conditioned on `{_id, version}`. */
export function buildInstructionStore(connection: Connection) {
  const model: Model<InstructionDoc> = modelOf<InstructionDoc>(connection, 'instructions', {
    fields: [...WAITING_FIELDS, 'version', 'snapshot', 'history', 'handedOver', 'basis', 'attempts'],
    indexes: [
      WAITING_INDEX,
      [{ 'snapshot.number': 1 }, { unique: true }],
      [{ 'snapshot.kind': 1, 'snapshot.answer': 1, 'snapshot.withdrawn': 1, 'snapshot.dueDay': 1 }],
    ],
  });

  return {
    model,

    async get(id: string): Promise<InstructionDoc | null> {
      return model.findById(id).lean<InstructionDoc>().exec();
    },

    async byNumber(number: string): Promise<InstructionDoc | null> {
      return model.findOne({ 'snapshot.number': number }).lean<InstructionDoc>().exec();
    },

    /** A new instruction; false when its command has made it before. */
    async create(
      id: string,
      snapshot: Instruction,
      entry: InstructionEntry,
      { now, calendar }: InstructionView,
    ): Promise<boolean> {
      const begun = { version: 1, history: [entry], handedOver: 0, basis: calendar.version, attempts: 0 };
      return insertNew(model, { _id: id, snapshot, ...begun, ...UNLEASED, nextDueAt: now });
    },

    /** One decision, one update. False when somebody else decided in between: load and decide again. */
    async append(
      doc: InstructionDoc,
      snapshot: Instruction,
      entry: InstructionEntry,
      view: InstructionView,
    ): Promise<boolean> {
      const handedOver =
        doc.handedOver === doc.history.length && entry.effects.length === 0 ? doc.handedOver + 1 : doc.handedOver;
      const due = dueUpdate(nextDue(snapshot, handedOver <= doc.history.length, view));
      const result = await model.updateOne(
        { _id: doc._id, version: doc.version },
        {
          $set: {
            ...due.$set,
            snapshot,
            handedOver,
            version: doc.version + 1,
            basis: view.basis ?? doc.basis,
            attempts: 0,
          },
          $push: { history: entry },
          $unset: due.$unset,
        },
      );
      return result.matchedCount === 1;
    },

    /** All effects are in the outbox (or nothing was due after all): it waits for its next morning. */
    async settle(doc: InstructionDoc, view: InstructionView): Promise<boolean> {
      const due = dueUpdate(nextDue(doc.snapshot, false, view));
      const result = await model.updateOne(
        { _id: doc._id, version: doc.version },
        { $set: { ...due.$set, handedOver: doc.history.length, attempts: 0 }, $unset: due.$unset },
      );
      return result.matchedCount === 1;
    },

    /** Its day stays on another calendar; its next morning may not. One that is due at once anyway only learns of the calendar. */
    async rebase(doc: InstructionDoc, view: InstructionView & { basis: number }): Promise<void> {
      const isPending = doc.handedOver < doc.history.length;
      const due = isPending ? { $set: {}, $unset: {} } : dueUpdate(nextDue(doc.snapshot, false, view));
      await model.updateOne(
        { _id: doc._id, version: doc.version },
        { $set: { ...due.$set, basis: view.basis }, $unset: due.$unset },
      );
    },

    /** Waiting ones whose day and mornings were counted on an older calendar. */
    async stale(basis: number, limit: number): Promise<InstructionDoc[]> {
      return model
        .find({ nextDueAt: { $exists: true }, basis: { $lt: basis } })
        .limit(limit)
        .lean<InstructionDoc[]>()
        .exec();
    },

    /** Streams the open ones. */
    async *allOpen(): AsyncGenerator<Instruction> {
      const open = { nextDueAt: { $exists: true }, ...OPEN } as QueryFilter<InstructionDoc>;
      for await (const doc of model.find(open, { snapshot: 1 }).lean<InstructionDoc>().cursor()) yield doc.snapshot;
    },

    /** What was due failed: again at `at`. */
    async retryAt(doc: InstructionDoc, at: Date): Promise<void> {
      await model.updateOne(
        { _id: doc._id, version: doc.version },
        { $set: dueUpdate(at).$set, $inc: { attempts: 1 } },
      );
    },

    /** The open ones of some kinds, of these units where given, the most urgent first, and how many more there are. */
    async open(
      v: { kinds: readonly InstructionKind[]; units: readonly string[] | null },
      limit: number,
    ): Promise<{ found: Instruction[]; more: number }> {
      const query = {
        'snapshot.kind': { $in: [...v.kinds] },
        ...OPEN,
        ...(v.units ? { 'snapshot.unit.id': { $in: [...v.units] } } : {}),
      } as QueryFilter<InstructionDoc>;
      const sort = { 'snapshot.dueDay': 1, _id: 1 } as const;
      const docs = await model.find(query).sort(sort).limit(limit).lean<InstructionDoc[]>().exec();
      const more = docs.length < limit ? 0 : (await model.countDocuments(query)) - docs.length;
      return { found: docs.map((doc) => doc.snapshot), more };
    },
  };
}

const OPEN = { 'snapshot.answer': null, 'snapshot.withdrawn': null };

/** At once while effects are not handed over, else the next morning; null when it is answered or withdrawn. */
function nextDue(snapshot: Instruction, pending: boolean, view: InstructionView): Date | null {
  return pending ? view.now : (nextInstructionReminder(snapshot, view.calendar)?.at ?? null);
}
