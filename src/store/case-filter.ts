import type { CaseFilter } from '../domain/search.ts';

/** A filter of the domain in MongoDB's terms; each form is served by an index of `cases`. */
export function toMongo(filter: CaseFilter): Record<string, unknown> {
  const due = {
    ...(filter.dueFrom ? { $gte: filter.dueFrom } : {}),
    ...(filter.dueBefore ? { $lt: filter.dueBefore } : {}),
  };
  return {
    'snapshot.status': { $in: [...filter.statuses] },
    ...(filter.subjects ? { 'snapshot.subject.id': { $in: [...filter.subjects] } } : {}),
    ...handledBy(filter),
    ...(filter.openOnly ? { 'snapshot.confidential': false } : {}),
    ...(Object.keys(due).length > 0 ? { dueAt: due } : {}),
    ...(filter.caseDueBefore ? { caseDueAt: { $lt: filter.caseDueBefore } } : {}),
    ...(filter.closedFrom ? { 'snapshot.closures.at': { $gte: filter.closedFrom } } : {}),
    ...(filter.unreported ? { 'snapshot.approval.inTerm': { $ne: true } } : {}),
    ...(filter.waitsFor ? WAITS_FOR[filter.waitsFor] : {}),
  };
}

/** Of a unit or of a leader: whoever is both is shown either. */
function handledBy({ units, leaders }: CaseFilter): Record<string, unknown> {
  const ofUnits = units ? { units: { $in: [...units] } } : null;
  const ofLeaders = leaders ? { 'snapshot.leader': { $in: [...leaders] } } : null;
  return ofUnits && ofLeaders ? { $or: [ofUnits, ofLeaders] } : { ...ofUnits, ...ofLeaders };
}

/** The last closure is the one that counts; earlier rounds with these marks are un-counted, so the status tells them apart. */
const WAITS_FOR: Record<NonNullable<CaseFilter['waitsFor']>, Record<string, unknown>> = {
  unit: { 'snapshot.unitAskedAt': { $ne: null } },
  extensionRuling: { 'snapshot.extension': { $ne: null } },
  returnRuling: { 'snapshot.giveBack': { $ne: null } },
  pauseRuling: { 'snapshot.pauseAsked': { $ne: null } },
  approval: { 'snapshot.approval': { $ne: null } },
  review: { 'snapshot.suspension.reviewed': true },
  doubtfulAnswer: { 'snapshot.closures': { $elemMatch: { uncountedAt: null, doubtful: true } } },
  phoneCall: { 'snapshot.closures': { $elemMatch: { uncountedAt: null, 'survey.expiredAt': { $ne: null } } } },
  followUpCall: { 'snapshot.closures': { $elemMatch: { uncountedAt: null, 'survey.followUp': true } } },
};
