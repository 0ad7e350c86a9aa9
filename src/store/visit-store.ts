import type { Connection } from 'mongoose';
import type { Day } from '../domain/day.ts';
import type { LeaderVisit, Visit } from '../domain/visits.ts';
import { insertNew, modelOf } from './model.ts';

/** `_id` is the source of its command, so a retry records nothing twice. */
export interface VisitDoc extends Visit {
  _id: string;
}

/** Visits as recorded; nothing changes one afterwards. */
export function buildVisitStore(connection: Connection) {
  const model = modelOf<VisitDoc>(connection, 'visits', {
    fields: ['_id', 'subject', 'visitor', 'recordedBy', 'leader', 'day', 'text', 'found', 'place', 'at'],
    indexes: [[{ 'subject.id': 1, day: -1 }], [{ visitor: 1, day: -1 }], [{ recordedBy: 1, day: -1 }], [{ day: -1 }]],
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
        ...(of.subject ? { 'subject.id': of.subject } : {}),
        ...(of.visitor ? { $or: [{ visitor: of.visitor }, { recordedBy: of.visitor }] } : {}),
      };
      return model.find(filter, { _id: 0 }).sort({ day: -1, at: -1 }).limit(limit).lean<VisitDoc[]>().exec();
    },

    /** The day of each subject's last visit that counts for any of these leaders. */
    async lastDays(subjects: readonly string[], leaders: readonly string[]): Promise<Map<string, Day>> {
      const filter = { 'subject.id': { $in: [...subjects] }, leader: { $in: [...leaders] } };
      const docs = await model.find(filter, { 'subject.id': 1, day: 1 }).sort({ day: 1 }).lean<VisitDoc[]>().exec();
      return new Map(docs.map(({ subject, day }) => [subject.id, day]));
    },

    /** The visits of a month, `2026-11`, that count for a leader. */
    async ofMonth(month: string): Promise<LeaderVisit[]> {
      const days = { $gte: `${month}-01`, $lte: `${month}-31` };
      const docs = await model
        .find({ day: days, leader: { $ne: null } }, { 'subject.id': 1, leader: 1, day: 1 })
        .lean<VisitDoc[]>()
        .exec();
      return docs.map(({ subject, leader, day }) => ({ subject: subject.id, leader: leader ?? '', day }));
    },
  };
}
