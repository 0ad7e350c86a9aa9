import { filesAdded, filesText } from '../config/texts/attachments.ts';
import { isLegal } from '../src/domain/apply.ts';
import { type Attachment, countKinds } from '../src/domain/attachment.ts';
import { currentLeg, isOpen, type Snapshot } from '../src/domain/case.ts';
import type { CommandOf } from '../src/domain/command.ts';
import type { Notice, Target } from '../src/domain/notice.ts';
import { fileNotices, noticeTo, toSubject, toUnit } from '../src/domain/notices.ts';
import { relationsTo } from '../src/domain/rights.ts';
import { openSupports } from '../src/domain/support.ts';
import { decided, type Handler, required, type View, wrongStatus } from './handler.ts';

/** Pictures and files become evidence of the case; who works on it is told, or the enterprise of what a unit adds after 办结. */
export const attach: Handler<'attach'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    if (!isLegal('attached', snapshot.status)) return wrongStatus(snapshot, '补充附件');
    const { files } = command;
    const reply = filesAdded({ number, files: filesText(countKinds(files)) });
    return decided([{ type: 'attached', files, effects: told(snapshot, command, view) }], reply);
  },
};

function told(snapshot: Snapshot, { files, source, actor }: CommandOf<'attach'>, view: View): Notice[] {
  const about = { kind: 'attached', files } as const;
  const v = { class: 'workHours', number: snapshot.number, about, once: source } as const;
  const isUnits = relationsTo(actor, snapshot, view.roster).has('unit');
  if (isUnits) return snapshot.status === 'resolved' ? withFiles([toSubject(snapshot)], v) : [];
  const leg = isOpen(snapshot) ? currentLeg(snapshot) : null;
  if (!leg) return [];
  const supports = openSupports(snapshot).map(({ unit }) => toUnit(snapshot, unit.id));
  return withFiles([toUnit(snapshot, leg.unit.id), ...supports], v);
}

function withFiles(
  targets: readonly Target[],
  v: { class: 'workHours'; number: string; about: { kind: 'attached'; files: Attachment[] }; once: string },
): Notice[] {
  const { files } = v.about;
  return [...noticeTo(targets, v), ...fileNotices(targets, { class: v.class, number: v.number, files })];
}
