import type { Connection, Model } from 'mongoose';
import type { Notice } from '../domain/notice.ts';
import type { ReportCut, ReportKind } from '../domain/report-calendar.ts';
import { insertNew, modelOf } from './model.ts';
import { dueUpdate, UNLEASED, WAITING_FIELDS, WAITING_INDEX, type Waiting } from './waiting.ts';

/** One issue of a report. It waits for its cut, is frozen with its numbers and words, then its notices are handed over. */
export interface ReportDoc extends Waiting {
  kind: ReportKind;
  /** ISO week, or the month of the look at visits, e.g. 2026-W48, 2026-11. */
  period: string;
  cutAt: Date;
  status: 'waiting' | 'frozen';
  frozenAt: Date | null;
  issueNo: number | null;
  numbers: object | null;
  text: string | null;
  notices: Notice[];
  attempts: number;
}

/** What is frozen at the cut: numbers and words, and whom to tell. */
export type ReportContent = Pick<ReportDoc, 'issueNo' | 'numbers' | 'text' | 'notices'>;

export function buildReportStore(connection: Connection) {
  const model: Model<ReportDoc> = modelOf<ReportDoc>(connection, 'reports', {
    fields: [
      ...WAITING_FIELDS,
      'kind',
      'period',
      'cutAt',
      'status',
      'frozenAt',
      'issueNo',
      'numbers',
      'text',
      'notices',
      'attempts',
    ],
    indexes: [WAITING_INDEX],
  });

  return {
    model,

    async get(id: string): Promise<ReportDoc | null> {
      return model.findById(id).lean<ReportDoc>().exec();
    },

    /** Makes a period's document wait for its cut. Asked for each minute, so what stands already costs one read. */
    async expect(kind: ReportKind, { period, at: cutAt }: ReportCut): Promise<void> {
      const _id = reportId(kind, period);
      const known = await model
        .findById(_id, { status: 1, cutAt: 1 })
        .lean<Pick<ReportDoc, 'status' | 'cutAt'>>()
        .exec();
      if (known && (known.status === 'frozen' || known.cutAt.getTime() === cutAt.getTime())) return;
      if (!known && (await insertNew(model, waiting(kind, period, cutAt)))) return;
      // A day off entered since may have moved the cut.
      await model.updateOne({ _id, status: 'waiting', cutAt: { $ne: cutAt } }, { $set: { cutAt, nextDueAt: cutAt } });
    },

    /** The numbers and words stand for ever; the notices are due at once. */
    async freeze(id: string, content: ReportContent, now: Date): Promise<void> {
      await model.updateOne(
        { _id: id, status: 'waiting' },
        { $set: { ...dueUpdate(now).$set, ...content, frozenAt: now, status: 'frozen' } },
      );
    },

    /** Everything is handed over. */
    async finish(id: string): Promise<void> {
      const due = dueUpdate(null);
      await model.updateOne({ _id: id }, { $set: due.$set, $unset: due.$unset });
    },

    async putOff(id: string, at: Date): Promise<void> {
      await model.updateOne({ _id: id }, { $set: dueUpdate(at).$set, $inc: { attempts: 1 } });
    },

    async frozenWeeks(): Promise<number> {
      return model.countDocuments({ kind: 'weekly', status: 'frozen' });
    },

    /** Forgets the periods that wait for a cut: the sandbox clock has been set to another time. */
    async dropWaiting(): Promise<void> {
      await model.deleteMany({ status: 'waiting' });
    },
  };
}

/** The id of a report: kind, period, revision. */
export function reportId(kind: ReportKind, period: string): string {
  return `${kind}/${period}/1`;
}

function waiting(kind: ReportKind, period: string, cutAt: Date): ReportDoc {
  const empty = { frozenAt: null, issueNo: null, numbers: null, text: null, notices: [], attempts: 0 };
  return {
    _id: reportId(kind, period),
    kind,
    period,
    cutAt,
    status: 'waiting',
    nextDueAt: cutAt,
    ...empty,
    ...UNLEASED,
  };
}
