import { decideTimer } from '../../../jobs/index.ts';
import type { Snapshot } from '../../domain/case.ts';
import type { World } from '../../domain/decision.ts';
import type { CaseEvent } from '../../domain/event.ts';
import type { Notice } from '../../domain/notice.ts';
import { personalCopies } from '../../domain/personal.ts';
import { teachingOf } from '../../domain/teaching.ts';
import { nextTimer, type Timer } from '../../domain/timers.ts';
import type { CaseDoc } from '../../store/case-store.ts';
import type { Context } from '../context.ts';
import { keepNotice } from '../deliver/keep-notice.ts';
import { frame } from './decide-command.ts';

/** Acts on a case whose time has come: first hands over what its events owe, then decides its timer. A lost race leaves it due. */
export async function onCase(doc: CaseDoc, context: Context): Promise<void> {
  if (doc.handedOver < doc.events.length) return handOver(doc, context);
  const [now, world] = await Promise.all([context.clock.now(), context.worlds.current()]);
  const timer = nextTimer(doc.snapshot, world.calendar);
  const view = { ...world, now };
  if (!timer || timer.at > now) {
    await context.stores.cases.settle(doc, view);
    return ringFor(timer, context);
  }
  const { events, at } = decideTimer(doc.snapshot, timer, view);
  context.metrics.decisions.inc({ what: timer.type, outcome: 'decided' });
  const framed = frame(events, { at, now, source: `timer/${timer.type}/${timer.at.toISOString()}`, by: null });
  if (framed.length === 0)
    throw new Error(`the timer ${timer.type} of ${doc.snapshot.number} decided nothing and would come again at once`);
  await context.stores.cases.append(doc, framed, view);
}

/** Puts each effect into the outbox if it is not there, then moves on. A crash in between repeats it harmlessly. */
async function handOver(doc: CaseDoc, context: Context): Promise<void> {
  const [now, world] = await Promise.all([context.clock.now(), context.worlds.current()]);
  const view = { ...world, now };
  for (const event of doc.events.slice(doc.handedOver)) {
    for (const notice of toldWith(event.effects, doc.snapshot, world)) await keepNotice(notice, view, context);
    await teach(doc, event, context);
  }
  if (await context.stores.cases.settle(doc, view)) ringFor(nextTimer(doc.snapshot, world.calendar), context);
}

/** The notices of an event, and what persons get besides their groups where the app can write to them. */
function toldWith(effects: readonly Notice[], { subject }: Snapshot, { cards, roster }: World): Notice[] {
  if (!cards) return [...effects];
  return effects.flatMap((effect) => [effect, ...personalCopies(effect, subject.id, roster)]);
}

/** What the office corrects is learned from; what is taken back is not. Repeating it changes nothing. */
async function teach({ snapshot }: CaseDoc, event: CaseEvent, { stores }: Context): Promise<void> {
  const teaching = teachingOf(event);
  if (!teaching) return;
  const { number, text } = snapshot;
  if (teaching.category) await stores.lessons.keep({ number, text, category: teaching.category }, event.at);
  else await stores.lessons.forget(number);
  await stores.versions.bump('lessons');
}

function ringFor(timer: Timer | null, context: Context): void {
  if (timer) context.bell.ring('cases', timer.at);
}
