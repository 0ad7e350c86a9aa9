import type { Model, QueryFilter } from 'mongoose';
import { OPEN_STATUSES, RUNNING_STATUSES, type Snapshot } from '../domain/case.ts';
import { ENDED, type Told } from '../domain/lists/standing.ts';
import type { CaseFilter } from '../domain/search.ts';
import { toMongo } from './case-filter.ts';
import type { CaseDoc } from './case-store.ts';

/** Which cases the lists of a period can name or count. */
export interface ListSpan {
  /** Where the period begins. */
  from: Date;
  /** Cases accepted earlier count only if they were in hand, or surveyed, from then on. */
  acceptedSince: Date;
}

/** Streams them with when what happened to each of them, but without what was told of it; each branch is served by an index. */
export async function* casesForLists(model: Model<CaseDoc>, span: ListSpan): AsyncGenerator<Told> {
  const matters = {
    $or: [
      { 'snapshot.status': { $in: [...OPEN_STATUSES, 'suspended'] } },
      { 'snapshot.status': { $in: ENDED }, 'events.at': { $gte: span.from } },
      { 'snapshot.acceptedAt': { $gte: span.acceptedSince } },
      { 'snapshot.closures.at': { $gte: span.from } },
      { 'snapshot.closures.survey.answeredAt': { $gte: span.from } },
    ],
  } as QueryFilter<CaseDoc>;
  const known = { snapshot: 1, 'events.type': 1, 'events.at': 1 };
  const cursor = model.find(matters, known).lean<Told[]>().cursor();
  for await (const { snapshot, events } of cursor) yield { snapshot, events };
}

/** How many cases a filter finds. */
export async function countCases(model: Model<CaseDoc>, filter: CaseFilter): Promise<number> {
  return model.countDocuments(toMongo(filter) as QueryFilter<CaseDoc>);
}

/** When each of these subjects last reported anything that is not the office's alone. */
export async function lastReports(model: Model<CaseDoc>, subjects: readonly string[]): Promise<Map<string, Date>> {
  const found = await Promise.all(subjects.map((id) => lastReport(model, id)));
  return new Map(found.flatMap((entry) => (entry ? [entry] : [])));
}

/** The subjects that have reported anything since an instant that is not the office's alone. */
export async function reportedSince(model: Model<CaseDoc>, since: Date): Promise<Set<string>> {
  const reported = { 'snapshot.acceptedAt': { $gte: since }, 'snapshot.confidential': false } as QueryFilter<CaseDoc>;
  const ids = new Set<string>();
  for await (const { snapshot } of model.find(reported, { 'snapshot.subject.id': 1 }).lean<CaseDoc[]>().cursor()) {
    ids.add(snapshot.subject.id);
  }
  return ids;
}

async function lastReport(model: Model<CaseDoc>, subject: string): Promise<[string, Date] | null> {
  const reported = { 'snapshot.status': { $ne: 'draft' }, 'snapshot.confidential': false };
  const own = { 'snapshot.subject.id': subject, ...reported } as QueryFilter<CaseDoc>;
  const [last] = await model
    .find(own, { 'snapshot.draftedAt': 1 })
    .sort({ 'snapshot.draftedAt': -1 })
    .limit(1)
    .lean<CaseDoc[]>()
    .exec();
  return last ? [subject, last.snapshot.draftedAt] : null;
}

/** Streams which leader every running case has, and of which subject it is. */
export async function* runningCases(
  model: Model<CaseDoc>,
): AsyncGenerator<Pick<Snapshot, 'status' | 'leader' | 'subject'> & { _id: string }> {
  const query: QueryFilter<CaseDoc> = { 'snapshot.status': { $in: [...RUNNING_STATUSES] } };
  const fields = { 'snapshot.status': 1, 'snapshot.leader': 1, 'snapshot.subject': 1 } as const;
  const found = model.find(query, fields).lean<Pick<CaseDoc, '_id' | 'snapshot'>>().cursor();
  for await (const { _id, snapshot } of found) yield { ...snapshot, _id };
}

/** The cases whose 退回 was ruled on last, never those that are the office's alone. */
export async function lastRuled(model: Model<CaseDoc>, limit: number): Promise<Snapshot[]> {
  const ruled = { 'snapshot.rulings.at': { $gt: new Date(0) }, 'snapshot.confidential': false } as QueryFilter<CaseDoc>;
  const found = await model
    .find(ruled, { snapshot: 1 })
    .sort({ 'snapshot.rulings.at': -1 })
    .limit(limit)
    .lean<CaseDoc[]>()
    .exec();
  return found.map(({ snapshot }) => snapshot);
}

/** So many parts of a case are named, more than anybody ever splits off. */
const PARTS = 20;

/** The cases that were split off a case, in order of number. */
export async function partsOf(model: Model<CaseDoc>, { number, subject }: Snapshot): Promise<Snapshot[]> {
  const query = { 'snapshot.subject.id': subject.id, 'snapshot.links.splitFrom': number } as QueryFilter<CaseDoc>;
  const found = model.find(query, { snapshot: 1 }).sort({ 'snapshot.number': 1 }).limit(PARTS);
  return (await found.lean<Pick<CaseDoc, 'snapshot'>[]>().exec()).map(({ snapshot }) => snapshot);
}

/** What a subject's report is compared with: so many of its cases, the latest. */
const COMPARED = 200;

/** A subject's cases in hand and those written off since then, in order of number. */
export async function reportedBy(model: Model<CaseDoc>, subject: string, writtenOffSince: Date): Promise<Snapshot[]> {
  const query = {
    'snapshot.subject.id': subject,
    $or: [
      { 'snapshot.status': { $in: ['draft', ...OPEN_STATUSES, 'suspended'] } },
      { 'snapshot.status': 'closed', 'snapshot.closures.survey.answeredAt': { $gte: writtenOffSince } },
    ],
  } as QueryFilter<CaseDoc>;
  const latest = model.find(query, { snapshot: 1 }).sort({ 'snapshot.number': -1 }).limit(COMPARED);
  const found = await latest.lean<Pick<CaseDoc, 'snapshot'>[]>().exec();
  return found.map(({ snapshot }) => snapshot).toReversed();
}
