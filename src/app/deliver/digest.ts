import { digest as digestText, folded, reminderLine } from '../../../config/texts/digest.ts';
import { atBot } from '../../../config/texts/format.ts';
import { instructionDigest } from '../../../config/texts/instructions.ts';
import { supporterText } from '../../../config/texts/support.ts';
import { CARD_TEXT, ORDER_MARKS } from '../../../config/texts/supervision.ts';
import { currentLeg, type Snapshot } from '../../domain/case.ts';
import type { World } from '../../domain/decision.ts';
import { dayOf } from '../../domain/day.ts';
import { describe, nearnessOn } from '../../domain/describe.ts';
import { isReminder } from '../../domain/reminding.ts';
import { orderStanding } from '../../domain/supervision.ts';
import type { OutboxRow } from '../../store/outbox-store.ts';
import { turnOf } from '../../domain/support.ts';
import type { Rendered } from '../../render/notice.ts';
import { outdated } from '../../render/outdated.ts';
import { CONTENT_LIMITS } from '../../wecom/client.ts';
import type { Context } from '../context.ts';
import type { Message } from './send.ts';
import { isPrivate, type SendWay } from './way.ts';
import { wordsOf } from './words.ts';

/** A line of the reminders of cases or instructions, a leader's look at visits, or an entry of what was folded. */
interface Line {
  row: OutboxRow;
  text: string;
}

interface View {
  world: World;
  now: Date;
  way: SendWay;
  context: Context;
}

/** Room for the heading and the reply words of one digest message, bytes. */
const FRAME_BYTES = 600;

/** Folds all due reminders of a target, and what could wait, into as few messages as fit; what no longer holds is void. */
export async function composeDigest(first: OutboxRow, v: View): Promise<Message[]> {
  const { now, way, context } = v;
  const { outbox } = context.stores;
  const rows = await outbox.gather(first.target, first.batch ?? `${first.target}/${now.toISOString()}`, now);
  const lines: Line[] = [];
  for (const row of rows) {
    const words = isOfCase(row) ? await reminderOf(row, v) : await wordsOf(row, v);
    if ('void' in words) await outbox.finish([row._id], { status: 'void', answer: words.void });
    else lines.push({ row, text: words.text });
  }
  const { reminders, papers, visits, rest } = sorted(lines);
  const room = (way.kind === 'app' || way.kind === 'kf' ? CONTENT_LIMITS.text : CONTENT_LIMITS.markdown) - FRAME_BYTES;
  const parts = intoParts([...reminders, ...papers, ...visits, ...rest], room);
  for (const [part, own] of parts.entries()) {
    await outbox.setPart(
      own.map((line) => line.row._id),
      part,
    );
  }
  return parts.map((own) => ({ rows: own.map((line) => line.row), text: textOf(own, v), card: null, way }));
}

function isOfCase({ about }: OutboxRow): boolean {
  return about.kind === 'remind';
}

function isOfInstruction({ about }: OutboxRow): boolean {
  return about.kind === 'instruction' && isReminder(about);
}

/** In the order in which a message has them; instructions and the look at visits have headings and reply words of their own. */
function sorted(lines: readonly Line[]) {
  const others = lines.filter(({ row }) => !isOfCase(row) && !isOfInstruction(row));
  return {
    reminders: lines.filter(({ row }) => isOfCase(row)),
    papers: lines.filter(({ row }) => isOfInstruction(row)),
    visits: others.filter(({ row }) => row.about.kind === 'visitsDue'),
    rest: others.filter(({ row }) => row.about.kind !== 'visitsDue'),
  };
}

async function reminderOf(row: OutboxRow, v: View): Promise<Rendered> {
  const doc = row.number ? await v.context.stores.cases.byNumber(row.number) : null;
  if (!doc) return { void: 'its case is gone' };
  const gone = outdated(row.about, doc.snapshot);
  if (gone) return { void: gone };
  const d = describe(doc.snapshot);
  const turn = row.about.kind === 'remind' ? turnOf(doc.snapshot, row.about.leg) : currentLeg(doc.snapshot);
  const due = turn?.dueDay ?? d.due ?? '';
  const near = nearnessOn(due, dayOf(v.now), v.world.calendar);
  const card = turn?.card ?? null;
  const isSupport = turn?.role === 'support';
  const unit = isSupport ? supporterText(turn.unit.name) : (d.unit ?? '责任部门');
  const marks = `${card ? CARD_TEXT[card] : ''}${isSupport ? '' : orderMark(doc.snapshot, v)}`;
  return { text: reminderLine({ ...d, unit, due, near, card: marks }) };
}

/** From the morning after it was issued a 督办单 that nobody has received or answered is marked. */
function orderMark(snapshot: Snapshot, { now, world }: { now: Date; world: World }): string {
  const today = dayOf(now);
  const order = orderStanding(snapshot, world.calendar, today);
  if (!order || order.orderedDay >= today) return '';
  const { standing } = order;
  return standing === 'unreceived' || standing === 'late' ? ORDER_MARKS[standing] : '';
}

function intoParts(lines: readonly Line[], room: number): Line[][] {
  const parts: Line[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const size = Buffer.byteLength(line.text) + 8;
    bytes += size;
    if (bytes > room) {
      parts.push([]);
      bytes = size;
    }
    parts.at(-1)?.push(line);
  }
  return parts;
}

function textOf(lines: readonly Line[], { world, now, way }: View): string {
  const day = dayOf(now);
  const { reminders, papers, visits, rest } = sorted(lines);
  const cases = reminders.map(({ text }) => text);
  const entries = rest.map(({ text }) => text);
  const at = atBot(world.botName, isPrivate(way));
  const example = reminders[0]?.row.number ?? '';
  const ofPapers = papers.map(({ text }) => text);
  const paper = papers[0]?.row.number ?? '';
  return [
    ...(cases.length > 0 ? [digestText({ day, at, lines: cases, example })] : []),
    ...(ofPapers.length > 0 ? [instructionDigest({ day, at, lines: ofPapers, example: paper })] : []),
    ...visits.map(({ text }) => text),
    ...(entries.length > 0 ? [folded({ day, entries })] : []),
  ].join('\n\n');
}
