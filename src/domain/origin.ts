import { RELAPSE_DAYS } from '../../config/rules.ts';
import { OPEN_STATUSES, lastClosure, type Snapshot } from './case.ts';
import { addDays, type Day, dayOf } from './day.ts';
import type { Origin, Relapse } from './links.ts';
import { learn } from './understand/category/lessons.ts';

/** A problem just reported, as far as its links go. */
export type Reported = Pick<Snapshot, 'text' | 'category' | 'confidential' | 'heard'>;

/**
 * What a subject's new report hangs together with, among its cases in hand and those written off. What is like a case in hand
 * is no relapse, for that case is one itself if any is. A confidential case is never named beside one that is none.
 */
export function originOf(reported: Reported, cases: readonly Snapshot[], at: Date): Origin {
  const comparable = cases.filter(({ confidential }) => confidential === reported.confidential);
  // Two problems of one message were told apart by their writer.
  const inHand = comparable.filter((one) => isInHand(one) && one.heard.inbox !== reported.heard.inbox);
  const akin = likest(reported.text, inHand);
  if (akin) return { relapseOf: null, akinTo: akin.number, splitFrom: null };
  const since = addDays(dayOf(at), -RELAPSE_DAYS);
  const before = likest(
    reported.text,
    comparable.filter((one) => one.category === reported.category && (writtenOffOn(one) ?? '') >= since),
  );
  return { relapseOf: before && relapse(before), akinTo: null, splitFrom: null };
}

function isInHand({ status }: Snapshot): boolean {
  return status === 'draft' || status === 'suspended' || OPEN_STATUSES.includes(status);
}

/** The same measure that the office's corrections are recalled by. */
function likest(text: string, cases: readonly Snapshot[]): Snapshot | null {
  const number = learn(cases).recall(text)?.number;
  return cases.find((one) => one.number === number) ?? null;
}

function relapse(before: Snapshot): Relapse | null {
  const closedOn = writtenOffOn(before);
  return closedOn === null ? null : { number: before.number, closedOn, n: (before.links.relapseOf?.n ?? 1) + 1 };
}

/** 销号 comes with the survey's answer. */
function writtenOffOn(snapshot: Snapshot): Day | null {
  const answeredAt = lastClosure(snapshot)?.survey.answeredAt;
  return snapshot.status === 'closed' && answeredAt ? dayOf(answeredAt) : null;
}
