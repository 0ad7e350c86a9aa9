import type { Connection } from 'mongoose';
import type { Day } from '../domain/day.ts';
import type { KeptVisit, LeaderVisit, Visit } from '../domain/visits.ts';
import { insertNew, modelOf } from './model.ts';

/** `_id` is the source of its command, so a retry records nothing twice. */
export interface VisitDoc extends Visit {
  _id: string;
}

const COUNTS = { leader: { $ne: null }, withdrawn: null };
const COUNTED = { 'subject.id': 1, leader: 1, day: 1 } as const;

function countedAs({ subject, leader, day }: VisitDoc): LeaderVisit {
  return { subject: subject.id, leader: leader ?? '', day };
}

/** Visits as recorded; nothing changes one afterwards but its withdrawal, after which only its own command finds it. */
export function buildVisitStore(connection: Connection) {
  const model = modelOf<VisitDoc>(connection, 'visits', {
    fields: ['_id', 'subject', 'visitor', 'recordedBy', 'leader', 'day', 'text', 'found', 'place', 'at', 'withdrawn'],
    indexes: [
      [{ 'subject.id': 1, day: -1 }],
      [{ visitor: 1, day: -1 }],
      [{ recordedBy: 1, day: -1 }],
      [{ day: -1 }],
      [{ 'withdrawn.source': 1 }, { sparse: true }],
    ],
  });
  return {
    model,

    /** Keeps a visit unless its command has been carried out before. */
    async keep(source: string, visit: Visit): Promise<void> {
      await insertNew(model, { _id: source, ...visit });
    },

    /** The last visits of one subject, or by one person, or of all; newest first. */
    async recent(of: { subject?: string; visitor?: string }, limit: number): Promise<Visit[]> {
      const filter = {
        withdrawn: null,
        ...(of.subject ? { 'subject.id': of.subject } : {}),
        ...(of.visitor ? { $or: [{ visitor: of.visitor }, { recordedBy: of.visitor }] } : {}),
      };
      return model.find(filter, { _id: 0 }).sort({ day: -1, at: -1 }).limit(limit).lean<VisitDoc[]>().exec();
    },

    /**
     * The visit that a command means to withdraw, or has withdrawn: the one recorded last of a subject, by a person, or both. One
     * withdrawn since `repeatsFrom` is meant still: who says it twice does not mean two.
     */
    async meant(of: {
      subject?: string;
      recordedBy?: string;
      source: string;
      repeatsFrom: Date;
    }): Promise<KeptVisit | null> {
      const filter = {
        $or: [{ withdrawn: null }, { 'withdrawn.at': { $gte: of.repeatsFrom } }],
        ...(of.subject ? { 'subject.id': of.subject } : {}),
        ...(of.recordedBy ? { recordedBy: of.recordedBy } : {}),
      };
      const doc =
        (await model.findOne({ 'withdrawn.source': of.source }).lean<VisitDoc>().exec()) ??
        (await model.findOne(filter).sort({ at: -1, withdrawn: 1, _id: -1 }).lean<VisitDoc>().exec());
      if (!doc) return null;
      const { _id, ...visit } = doc;
      return { ...visit, id: _id };
    },

    /** Takes a visit out of what counts; false when somebody has done so before. */
    async withdraw(id: string, withdrawn: NonNullable<Visit['withdrawn']>): Promise<boolean> {
      const result = await model.updateOne({ _id: id, withdrawn: null }, { $set: { withdrawn } });
      return result.matchedCount === 1;
    },

    /** The day of each subject's last visit that counts for any of these leaders. */
    async lastDays(subjects: readonly string[], leaders: readonly string[]): Promise<Map<string, Day>> {
      const filter = { 'subject.id': { $in: [...subjects] }, leader: { $in: [...leaders] }, withdrawn: null };
      const docs = await model.find(filter, { 'subject.id': 1, day: 1 }).sort({ day: 1 }).lean<VisitDoc[]>().exec();
      return new Map(docs.map(({ subject, day }) => [subject.id, day]));
    },

    /** The visits of a month, `2026-11`, that count for a leader. */
    async ofMonth(month: string): Promise<LeaderVisit[]> {
      const days = { $gte: `${month}-01`, $lte: `${month}-31` };
      const docs = await model
        .find({ day: days, ...COUNTS }, COUNTED)
        .lean<VisitDoc[]>()
        .exec();
      return docs.map(countedAs);
    },

    /** Streams the visits up to a day that count for a leader. */
    async *until(day: Day): AsyncGenerator<LeaderVisit> {
      const found = model
        .find({ day: { $lte: day }, ...COUNTS }, COUNTED)
        .lean<VisitDoc>()
        .cursor();
      for await (const doc of found) yield countedAs(doc);
    },
  };
}
