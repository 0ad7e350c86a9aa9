import type { Press } from '../../domain/inbound.ts';
import type { About } from '../../domain/notice.ts';
import { answeredCard, type Card, goneCard } from '../../render/card.ts';
import { renderCaseNotice } from '../../render/notice.ts';
import type { OutboxRow } from '../../store/outbox-store.ts';
import type { Context } from '../context.ts';

/** The card that somebody pressed, made anew from the case as it now stands, with the answer on it. */
export async function pressedCard(
  about: About,
  v: { press: Press; person: string | null },
  context: Context,
): Promise<Card> {
  const { press } = v;
  const card = await cardAt(v, context);
  if (!card || about.kind !== 'text') return goneCard(press);
  return answeredCard(card, { press, text: about.text, undone: about.undone === true });
}

async function cardAt(v: { press: Press; person: string | null }, context: Context): Promise<Card | null> {
  const { stores, worlds, clock } = context;
  const row = await noticeOfPress(v, context);
  const doc = row?.number ? await stores.cases.byNumber(row.number) : null;
  if (!row || !doc) return null;
  const [world, now] = await Promise.all([worlds.current(), clock.now()]);
  const view = { ...world, now, to: row.to, alone: true, enterpriseOnly: true, taskId: v.press.taskId, evenOver: true };
  const rendered = renderCaseNotice(row.about, doc.snapshot, view);
  return 'void' in rendered ? null : (rendered.card ?? null);
}

/** The notice whose card was pressed, if it was this person's. */
export async function noticeOfPress(
  { press, person }: { press: Press; person: string | null },
  { stores }: Context,
): Promise<OutboxRow | null> {
  const row = await stores.outbox.byTask(press.taskId);
  return row?.to.kind === 'person' && row.to.of === person ? row : null;
}
