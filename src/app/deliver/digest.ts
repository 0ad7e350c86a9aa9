import { digest as digestText, reminderLine } from '../../../config/texts/notices.ts';
import { atBot } from '../../../config/texts/format.ts';
import { CARD_TEXT } from '../../../config/texts/supervision.ts';
import { currentLeg } from '../../domain/case.ts';
import type { World } from '../../domain/decision.ts';
import { dayOf } from '../../domain/day.ts';
import { describe, nearnessOn } from '../../domain/describe.ts';
import type { OutboxRow } from '../../store/outbox-store.ts';
import { outdated } from '../../render/notice.ts';
import { CONTENT_LIMITS } from '../../wecom/client.ts';
import type { Context } from '../context.ts';
import type { Message } from './send.ts';
import type { Way } from './way.ts';

interface Line {
  row: OutboxRow;
  text: string;
  number: string;
}

/** Room for the heading and the reply words of one digest message, bytes. */
const FRAME_BYTES = 600;

/** Folds all due reminders of a target into as few messages as fit; those that no longer hold are void. */
export async function composeDigest(
  first: OutboxRow,
  v: { world: World; now: Date; way: Exclude<Way, { kind: 'none' }>; context: Context },
): Promise<Message[]> {
  const { world, now, way, context } = v;
  const { outbox } = context.stores;
  const rows = await outbox.gather(first.target, first.batch ?? `${first.target}/${now.toISOString()}`, now);
  const lines: Line[] = [];
  for (const row of rows) {
    const line = await lineOf(row, v);
    if ('void' in line) await outbox.finish([row._id], { status: 'void', answer: line.void });
    else lines.push(line);
  }
  const parts = intoParts(lines);
  for (const [part, own] of parts.entries()) {
    await outbox.setPart(
      own.map((line) => line.row._id),
      part,
    );
  }
  return parts.map((own) => ({ rows: own.map((line) => line.row), text: textOf(own, world, now), way }));
}

async function lineOf(
  row: OutboxRow,
  v: { world: World; now: Date; context: Context },
): Promise<Line | { void: string }> {
  const doc = row.number ? await v.context.stores.cases.byNumber(row.number) : null;
  if (!doc) return { void: 'its case is gone' };
  const gone = outdated(row.about, doc.snapshot);
  if (gone) return { void: gone };
  const d = describe(doc.snapshot);
  const due = d.due ?? '';
  const near = nearnessOn(due, dayOf(v.now), v.world.calendar);
  const { card } = currentLeg(doc.snapshot) ?? { card: null };
  const line = { ...d, unit: d.unit ?? '责任部门', due, near, card: card ? CARD_TEXT[card] : '' };
  return { row, number: d.number, text: reminderLine(line) };
}

function intoParts(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const size = Buffer.byteLength(line.text) + 8;
    bytes += size;
    if (bytes > CONTENT_LIMITS.markdown - FRAME_BYTES) {
      parts.push([]);
      bytes = size;
    }
    parts.at(-1)?.push(line);
  }
  return parts;
}

function textOf(lines: readonly Line[], world: World, now: Date): string {
  const [first] = lines;
  return digestText({
    day: dayOf(now),
    lines: lines.map((line) => line.text),
    at: atBot(world.botName, false),
    example: first?.number ?? '',
  });
}
