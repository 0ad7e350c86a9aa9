import { currentLeg, type Snapshot } from '../domain/case.ts';
import { isSurveyComplete } from '../domain/closure.ts';
import type { About } from '../domain/notice.ts';
import { turnOf } from '../domain/support.ts';
import { caseworkOver } from './casework.ts';
import { linkOver } from './links.ts';
import { pauseOver } from './pause.ts';
import { supportOver } from './support.ts';

/** Why a notice no longer holds: its leg has ended, its survey is answered, its case is over. Null when it holds. */
export function outdated(about: About, snapshot: Snapshot): string | null {
  const leg = currentLeg(snapshot);
  if (about.kind === 'remind') {
    const open = snapshot.status === 'assigned' || snapshot.status === 'handling';
    const turn = turnOf(snapshot, about.leg);
    if (!open || !turn) return 'the leg is over';
    if (snapshot.approval) return 'its closure waits for the office';
    if (turn.dueVersion !== about.dueVersion) return 'the due date has changed';
    return turn.remindedDay === about.day ? null : 'a later stage has come';
  }
  if ('leg' in about && leg?.n !== about.leg) return 'the leg is over';
  if (about.kind === 'unassigned' && leg) return 'a unit has been named';
  if (about.kind === 'unassignedLate' && snapshot.status !== 'draft') return 'it waits for no unit';
  if (about.kind === 'extensionAsked' && !snapshot.extension) return 'it has been ruled on';
  if (about.kind === 'surveyInvite') return surveyIsOver(about.round, snapshot) ? 'the survey is over' : null;
  if (about.kind === 'withdrawn' && snapshot.status !== 'withdrawn') return 'the withdrawal was taken back';
  const over =
    caseworkOver(about, snapshot) ??
    pauseOver(about, snapshot) ??
    supportOver(about, snapshot) ??
    linkOver(about, snapshot);
  if (over) return over;
  const ends = about.kind === 'withdrawn' || about.kind === 'movedOn';
  return snapshot.status === 'withdrawn' && !ends ? 'the case is withdrawn' : null;
}

function surveyIsOver(round: number, snapshot: Snapshot): boolean {
  const closure = snapshot.closures.at(-1);
  return !closure || closure.round !== round || snapshot.status !== 'resolved' || isSurveyComplete(closure.survey);
}
