import type { Inbound, Press } from '../../domain/inbound.ts';
import type { Card } from '../../render/card.ts';
import type { Context } from '../context.ts';
import { pressedCard } from '../deliver/pressed-card.ts';

/** A pressed card as it stands after the decision. */
export interface AnsweredPress {
  card: Card;
}

/** The platform waits 5 s; a decision that takes longer than this follows as a message (design.md section 6, Callbacks). */
const WAIT_MS = 2_000;
const LOOK_MS = 40;
const LATE_MS = 600;

/** Waits for what came of a press and gives the card that says so; null when it is not there in time, or cannot be told now. */
export async function answerPress(
  inbound: Inbound & { press: Press },
  context: Context,
): Promise<AnsweredPress | null> {
  const until = Date.now() + WAIT_MS;
  try {
    while (Date.now() < until && !context.stopping.aborted) {
      const card = await cardWithAnswer(inbound, context);
      if (card) return { card };
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  } catch (error) {
    context.log.error({ err: error, inbox: inbound.id }, 'a pressed card could not be answered in time');
  }
  // By then the answer is its callback's no longer, and the sender may have it.
  setTimeout(() => context.bell.ring('outbox'), LATE_MS).unref();
  return null;
}

/** The card is made before the answer is taken: whatever fails on the way, the answer still leaves as a message. */
async function cardWithAnswer(inbound: Inbound & { press: Press }, context: Context): Promise<Card | null> {
  const { outbox } = context.stores;
  const id = `reply/${inbound.id}`;
  const answer = await outbox.forCard(id);
  if (!answer) return null;
  const card = await pressedCard(answer.about, inbound, context);
  return (await outbox.takeForCard(id, await context.clock.now())) ? card : null;
}
