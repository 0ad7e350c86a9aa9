import { UNDO_MS } from '../config/rules.ts';
import { refusals } from '../config/texts/answers.ts';
import { undone } from '../config/texts/receipts.ts';
import { isLegal, rebuild } from '../src/domain/apply.ts';
import { type Case, currentLeg, type Snapshot } from '../src/domain/case.ts';
import type { Category } from '../config/rules.ts';
import type { Before, CaseEvent, Undoable } from '../src/domain/event.ts';
import { noticeTo, TO_OFFICE, toLeader, toUnit } from '../src/domain/notices.ts';
import { openSupports } from '../src/domain/support.ts';
import { decided, type Handler, required, wrongStatus } from './handler.ts';

const UNDOABLE: readonly string[] = ['withdrawn', 'categoryCorrected', 'wishCorrected'] satisfies Undoable[];

/** 恢复: the last 撤回, 改类别 or 改期限 of the one who says it is taken back, within ten minutes and while nobody has built on it. */
export const undo: Handler<'undo'> = {
  decide(subject, command) {
    const snapshot = required(subject);
    const { number } = snapshot;
    if (!isLegal('undone', snapshot.status)) return wrongStatus(snapshot, '恢复');
    const last = lastSaid(subject);
    const late = !last || command.at.getTime() - last.at.getTime() > UNDO_MS;
    if (late || last.by !== command.actor.id || !isUndoable(last)) {
      return { code: 'missing', say: refusals.nothingToUndo({ number, minutes: UNDO_MS / 60_000 }) };
    }
    const what = last.type;
    const before = standingBefore(subject, last, snapshot);
    const effects = what === 'withdrawn' ? restoredNotices(snapshot, command.source) : [];
    if (before.confidential !== snapshot.confidential && snapshot.acceptedAt) return wrongStatus(snapshot, '恢复类别');
    return decided([{ type: 'undone', what, before, ...relearned(subject, last), effects }], undone({ number, what }));
  },
};

type UndoableEvent = CaseEvent & { type: Undoable };

function isUndoable(event: CaseEvent): event is UndoableEvent {
  return UNDOABLE.includes(event.type);
}

/** The last thing that anybody said about the case; what timers did since builds on nothing. */
function lastSaid(subject: Case | null): CaseEvent | null {
  return subject?.events.findLast((event) => event.by !== null) ?? null;
}

/** Only a withdrawal changed the status and what waited; for a correction the case stays where it has got to. */
function standingBefore(subject: Case | null, last: UndoableEvent, now: Snapshot): Before {
  const { status, category, confidential, wished, extension, giveBack } = rebuild(eventsBefore(subject, last));
  const waits = last.type === 'withdrawn' ? { status, extension, giveBack } : pick(now);
  return { category, confidential, wished, ...waits };
}

function pick({ status, extension, giveBack }: Snapshot): Pick<Before, 'status' | 'extension' | 'giveBack'> {
  return { status, extension, giveBack };
}

function eventsBefore(subject: Case | null, last: CaseEvent): CaseEvent[] {
  const events = subject?.events ?? [];
  return events.slice(0, events.indexOf(last));
}

/** A taught correction that is taken back leaves what was taught before it. */
function relearned(subject: Case | null, last: UndoableEvent): { relearn?: Category | null } {
  if (last.type !== 'categoryCorrected' || !last.taught) return {};
  const earlier = eventsBefore(subject, last).findLast((event) => event.type === 'categoryCorrected' && event.taught);
  return { relearn: earlier?.type === 'categoryCorrected' ? earlier.category : null };
}

/** Whoever was told of the withdrawal is told that the case goes on. */
function restoredNotices(snapshot: Snapshot, source: string) {
  const leg = currentLeg(snapshot);
  const asked = snapshot.unitAskedAt ? [TO_OFFICE] : [];
  const supports = openSupports(snapshot).map(({ unit }) => toUnit(snapshot, unit.id));
  return noticeTo(leg ? [toUnit(snapshot, leg.unit.id), toLeader(snapshot), ...supports] : asked, {
    class: 'workHours',
    number: snapshot.number,
    about: { kind: 'restored' },
    once: source,
  });
}
