import type { Connection, Model, QueryFilter } from 'mongoose';
import { applyAll, rebuild } from '../domain/apply.ts';
import type { Case, Snapshot } from '../domain/case.ts';
import type { CaseEvent } from '../domain/event.ts';
import type { CaseFilter } from '../domain/search.ts';
import { teachingOf } from '../domain/teaching.ts';
import { nextTimer } from '../domain/timers.ts';
import type { Calendar } from '../domain/working-time.ts';
import { derived } from './case-derived.ts';
import { toMongo } from './case-filter.ts';
import { insertNew, modelOf } from './model.ts';
import { dueUpdate, UNLEASED, WAITING_FIELDS, WAITING_INDEX, type Waiting } from './waiting.ts';

/** A case as stored. What is beside `events` and `snapshot` is derived from them, for indexes. */
export interface CaseDoc extends Case, Waiting {
  /** The current leg's unit, and those that support it. */
  units: string[];
  /** The current leg's due instant, the enterprise's clock's before a leg. */
  dueAt: Date | null;
  /** The enterprise's clock. */
  caseDueAt: Date | null;
  /** The calendar's version that the due days were last counted by; only counting anew moves it. */
  basis: number;
  /** Failed attempts in a row at what is due. */
  attempts: number;
}

/** Cases: one document each, changed only by updates conditioned on `{_id, version}`. */
export function buildCaseStore(connection: Connection) {
  const model: Model<CaseDoc> = modelOf<CaseDoc>(connection, 'cases', {
    fields: [
      ...WAITING_FIELDS,
      'version',
      'events',
      'handedOver',
      'snapshot',
      'units',
      'dueAt',
      'caseDueAt',
      'basis',
      'attempts',
    ],
    indexes: [
      WAITING_INDEX,
      [{ 'snapshot.number': 1 }, { unique: true }],
      [{ 'snapshot.subject.id': 1, 'snapshot.status': 1 }],
      [{ units: 1, 'snapshot.status': 1 }],
      [{ 'snapshot.leader': 1, 'snapshot.status': 1 }],
      [{ 'snapshot.status': 1, dueAt: 1 }],
      [{ 'snapshot.heard.inbox': 1 }],
      [{ 'snapshot.acceptedAt': 1 }],
      [{ 'snapshot.closures.at': 1 }],
      [{ 'snapshot.closures.survey.answeredAt': 1 }],
      [{ 'snapshot.rulings.at': 1 }],
    ],
  });

  return {
    model,

    async get(id: string): Promise<CaseDoc | null> {
      return model.findById(id).lean<CaseDoc>().exec();
    },

    /** True when a message has become a case. */
    async isHeard(inbox: string): Promise<boolean> {
      return (await model.exists({ 'snapshot.heard.inbox': inbox })) !== null;
    },

    async byNumber(number: string): Promise<CaseDoc | null> {
      return model.findOne({ 'snapshot.number': number }).lean<CaseDoc>().exec();
    },

    /** A new case; false when its source has made one before. */
    async create(id: string, events: CaseEvent[], view: StoreView): Promise<boolean> {
      const snapshot = rebuild(events);
      const handedOver = handedOverAfter(events, 0);
      const due = nextDue({ snapshot, pending: handedOver < events.length }, view);
      const doc: CaseDoc = {
        _id: id,
        version: 1,
        events,
        handedOver,
        snapshot,
        attempts: 0,
        ...derived(snapshot, view.calendar),
        basis: view.calendar.version,
        ...UNLEASED,
      };
      return insertNew(model, due ? { ...doc, nextDueAt: due } : doc);
    },

    /** One decision, one update. False when somebody else decided in between: load and decide again. */
    async append(doc: CaseDoc, events: CaseEvent[], view: StoreView): Promise<boolean> {
      const snapshot = applyAll(doc, events);
      const total = doc.events.length + events.length;
      const handedOver =
        doc.handedOver === doc.events.length ? handedOverAfter(events, doc.handedOver) : doc.handedOver;
      const due = dueUpdate(nextDue({ snapshot, pending: handedOver < total }, view));
      const result = await model.updateOne(
        { _id: doc._id, version: doc.version },
        {
          $set: {
            ...due.$set,
            snapshot,
            handedOver,
            version: doc.version + 1,
            attempts: 0,
            ...derived(snapshot, view.calendar),
            basis: view.basis ?? doc.basis,
          },
          $push: { events: { $each: events } },
          $unset: due.$unset,
        },
      );
      return result.matchedCount === 1;
    },

    /** All effects are in the outbox (or nothing was due after all): the case waits for its next timer. */
    async settle(doc: CaseDoc, view: StoreView): Promise<boolean> {
      const due = dueUpdate(nextDue({ snapshot: doc.snapshot, pending: false }, view));
      const result = await model.updateOne(
        { _id: doc._id, version: doc.version },
        {
          $set: {
            ...due.$set,
            handedOver: doc.events.length,
            attempts: 0,
            ...derived(doc.snapshot, view.calendar),
            basis: view.basis ?? doc.basis,
          },
          $unset: due.$unset,
        },
      );
      return result.matchedCount === 1;
    },

    /** What was due failed: again at `at`. */
    async retryAt(doc: CaseDoc, at: Date): Promise<void> {
      await model.updateOne(
        { _id: doc._id, version: doc.version },
        { $set: dueUpdate(at).$set, $inc: { attempts: 1 } },
      );
    },

    /** The cases of a filter, the most urgent first, and how many there are beyond `limit`. */
    async find(filter: CaseFilter, limit: number): Promise<{ cases: CaseDoc[]; more: number }> {
      const query = toMongo(filter) as QueryFilter<CaseDoc>;
      const cases = await model.find(query).sort({ dueAt: 1, _id: 1 }).limit(limit).lean<CaseDoc[]>().exec();
      const more = cases.length < limit ? 0 : (await model.countDocuments(query)) - cases.length;
      return { cases, more };
    },

    /** Streams the snapshots of a filter in MongoDB's own terms, without their histories. */
    async *snapshots(query: QueryFilter<CaseDoc>): AsyncGenerator<Snapshot> {
      for await (const doc of model.find(query, { snapshot: 1 }).lean<Pick<CaseDoc, 'snapshot'>>().cursor())
        yield doc.snapshot;
    },

    /** A case that is due at once anyway only needs to be known to the calendar. */
    async rebaseOnly(doc: CaseDoc, { calendar }: StoreView): Promise<void> {
      const change = { ...derived(doc.snapshot, calendar), basis: calendar.version };
      await model.updateOne({ _id: doc._id, version: doc.version }, { $set: change });
    },

    /** Waiting cases whose instants were computed on an older calendar. */
    async stale(basis: number, limit: number): Promise<CaseDoc[]> {
      return model
        .find({ nextDueAt: { $exists: true }, basis: { $lt: basis } })
        .limit(limit)
        .lean<CaseDoc[]>()
        .exec();
    },
  };
}

/** What the store must know to derive due instants. */
export interface StoreView {
  calendar: Calendar;
  now: Date;
  /** The calendar's version, when this write has counted the due days anew by it. */
  basis?: number;
}

/** At once while effects are not handed over, else the next timer's instant; null when the case waits for people alone. */
function nextDue(v: { snapshot: Snapshot; pending: boolean }, view: StoreView): Date | null {
  if (v.pending) return view.now;
  return nextTimer(v.snapshot, view.calendar)?.at ?? null;
}

/** Events that tell and teach nobody anything count as handed over at once. */
function handedOverAfter(events: readonly CaseEvent[], from: number): number {
  const owesNothing = events.every((event) => event.effects.length === 0 && !teachingOf(event));
  return owesNothing ? from + events.length : from;
}
