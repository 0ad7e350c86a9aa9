import type { Attachment } from './attachment.ts';
import type { Snapshot } from './case.ts';
import { type About, type DeliveryClass, type Notice, type Target, targetName } from './notice.ts';

/** Whom a notice about a case may go to. A confidential case is told to the office and the enterprise alone. */
export function toUnit(snapshot: Snapshot, unitId: string): Target {
  return snapshot.confidential ? { kind: 'office' } : { kind: 'unit', of: unitId };
}

/** The leader's chat, or nobody when the case has no leader or is confidential. */
export function toLeader(snapshot: Snapshot): Target | null {
  return snapshot.leader && !snapshot.confidential ? { kind: 'leader', of: snapshot.leader } : null;
}

/** The enterprise's group; others read along there, so what is confidential goes to the office, which tells the enterprise itself. */
export function toSubject(snapshot: Snapshot): Target {
  return snapshot.confidential ? { kind: 'office' } : { kind: 'subject', of: snapshot.subject.id };
}

export const TO_OFFICE: Target = { kind: 'office' };

/** Assignments leave in waking hours, urgent ones at once. */
export function assignmentClass(snapshot: Snapshot): DeliveryClass {
  return snapshot.urgency === 'high' ? 'now' : 'waking';
}

/** One notice, keyed by what it is about, the case, what makes it unique there, and whom it tells. */
export function notice(v: { to: Target; class: DeliveryClass; number: string; about: About; once: string }): Notice {
  return {
    key: `${v.about.kind}/${v.number}/${v.once}/${targetName(v.to)}`,
    to: v.to,
    class: v.class,
    number: v.number,
    about: v.about,
  };
}

/** Files themselves, for those who have to look at them; each its own message, in the order in which they came. */
export function fileNotices(
  targets: readonly (Target | null)[],
  v: { files: readonly Attachment[]; class: DeliveryClass; number: string },
): Notice[] {
  const { files, ...common } = v;
  return files.flatMap((file) => noticeTo(targets, { ...common, about: { kind: 'file', file }, once: file.id }));
}

/** The targets that there are, nobody twice. */
export function distinct(targets: readonly (Target | null)[]): Target[] {
  const named = new Map(targets.flatMap((to) => (to ? [[targetName(to), to] as const] : [])));
  return [...named.values()];
}

/** The same notice to several targets, nobody twice, nobody missing left in. */
export function noticeTo(targets: readonly (Target | null)[], v: Omit<Parameters<typeof notice>[0], 'to'>): Notice[] {
  return distinct(targets).map((to) => notice({ ...v, to }));
}
