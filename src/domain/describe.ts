import { STATUS_TEXT } from '../../config/texts/status.ts';
import { filesLine, filesText } from '../../config/texts/attachments.ts';
import { caseLine } from '../../config/texts/answers.ts';
import { atBot, dayText } from '../../config/texts/format.ts';
import { absorbedLine, mergedLine, relapseLine } from '../../config/texts/links.ts';
import { pausedLine } from '../../config/texts/pause.ts';
import { supportLine } from '../../config/texts/support.ts';
import { nearness } from '../../config/texts/digest.ts';
import type { CommandFrame } from './command.ts';
import { countKinds } from './attachment.ts';
import { currentLeg, isOpen, type Snapshot } from './case.ts';
import { addDays, type Day, dayOf } from './day.ts';
import type { World } from './decision.ts';
import { currentPause } from './pause.ts';
import type { Instruction } from './instruction.ts';
import { type Calendar, workdaysBetween } from './working-time.ts';

/** What texts say about a case: its name, its current unit and due day. */
export function describe(snapshot: Snapshot) {
  const leg = currentLeg(snapshot);
  return {
    number: snapshot.number,
    subject: snapshot.subject.name,
    respondent: snapshot.respondent,
    summary: snapshot.summary,
    category: snapshot.category,
    status: STATUS_TEXT[snapshot.status],
    unit: leg?.unit.name ?? null,
    due: leg ? leg.dueDay : snapshot.caseDueDay,
    wished: wishedText(snapshot.wished),
    relapseOf: snapshot.links.relapseOf,
    akinTo: snapshot.links.akinTo,
    files: filesOf(snapshot),
  };
}

/** 2张图片、1个文件; null when there are none. */
function filesOf({ files }: Snapshot): string | null {
  return files.length > 0 ? filesText(countKinds(files)) : null;
}

/** What 进度 adds: other cases of the same matter, that the case stands still, and who supports. */
export function standingNotes(snapshot: Snapshot, today: Day): string[] {
  const pause = currentPause(snapshot);
  const supports = snapshot.supports
    .filter(({ status }) => status !== 'ended')
    .map(({ kind, unit, dueDay, status }) =>
      supportLine({ kind, unit: unit.name, due: dueDay, done: status === 'resolved' }),
    );
  const files = filesOf(snapshot);
  return [
    ...linkLines(snapshot),
    ...(files ? [filesLine({ files })] : []),
    ...(pause ? [pausedLine({ ...pause, today })] : []),
    ...supports,
  ];
}

function linkLines({ links }: Snapshot): string[] {
  const { relapseOf, mergedInto, absorbed } = links;
  return [
    ...(relapseOf ? [relapseLine(relapseOf)] : []),
    ...(mergedInto ? [mergedLine({ into: mergedInto })] : []),
    ...(absorbed.length > 0 ? [absorbedLine({ numbers: absorbed })] : []),
  ];
}

/** 5天内，即11月29日（周日）; just the day when the words are the day. */
export function wishedText(wished: { day: Day; expr: string } | null, today?: Day): string | null {
  if (!wished) return null;
  const day = dayText(wished.day, today);
  const isDay = !wished.expr || wished.expr.startsWith(dayText(wished.day).replace(/（.*/u, ''));
  return isDay ? day : `${wished.expr}，即${day}`;
}

/** 还剩2个工作日, 明天到期, 今天到期 or 已超期1个工作日. */
export function nearnessOn(due: Day, today: Day, calendar: Calendar): string {
  return nearness({
    due,
    today,
    tomorrow: addDays(today, 1),
    workdaysLeft: workdaysBetween(calendar, today, due),
    workdaysOver: workdaysBetween(calendar, due, today),
  });
}

/** One line of a list; the enterprise's own list leaves its name out. */
export function lineOf(snapshot: Snapshot, world: World, v: { now: Date; ownName: boolean }): string {
  const d = describe(snapshot);
  const near = d.due && isOpen(snapshot) ? nearnessOn(d.due, dayOf(v.now), world.calendar) : null;
  return caseLine({ ...d, subject: v.ownName ? null : d.subject, due: isOpen(snapshot) ? d.due : null, near });
}

/** The prefix of reply words where this command was said. */
export function at(command: Pick<CommandFrame, 'private'>, world: World): string {
  return atBot(world.botName, command.private);
}

/** What texts say about an instruction. */
export function instructionWords({ number, kind, unit, text, dueDay }: Instruction) {
  return { number, kind, unit: unit.name, text, due: dueDay };
}
