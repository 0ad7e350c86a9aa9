import { decideHandover } from '../../../jobs/handover.ts';
import { type Handover, handoverChanges, nextHandoverStep } from '../../domain/handover.ts';
import { handedOverCases } from '../../domain/handover-terms.ts';
import { type HandoverDoc, handoverOf } from '../../store/handover-store.ts';
import type { Context } from '../context.ts';
import { keepNotice } from '../deliver/keep-notice.ts';
import { followPairings } from '../follow-pairings.ts';
import { backoff, COUNTED_LIMIT } from './limits.ts';

/** Takes a handover's next step when its time has come. What follows is done before the step is marked: a crash repeats it harmlessly. */
export async function onHandover(doc: HandoverDoc, context: Context): Promise<void> {
  try {
    await takeStep(doc, context);
  } catch (error) {
    context.metrics.failures.inc({ collection: 'handovers' });
    context.log.error({ err: error, handover: doc._id }, 'a handover could not be acted on; it is tried again');
    const at = new Date((await context.clock.now()).getTime() + backoff(doc.attempts));
    await context.stores.handovers.retryAt(doc, at);
  }
}

async function takeStep(doc: HandoverDoc, context: Context): Promise<void> {
  const { stores } = context;
  const [now, world] = await Promise.all([context.clock.now(), context.worlds.current()]);
  const handover = handoverOf(doc);
  const step = nextHandoverStep(handover, world.calendar);
  if (!step || step.at > now) {
    await stores.handovers.change(doc, {}, step?.at ?? null);
    return;
  }
  const { cases } = await stores.cases.find(handedOverCases(handover), COUNTED_LIMIT);
  const view = { ...world, now, cases: cases.map((each) => each.snapshot) };
  const { change, notices } = decideHandover(handover, step, view);
  for (const notice of notices) await keepNotice(notice, view, context);
  if (step.type === 'takeEffect') await takeEffect(handover, context);
  const next = nextHandoverStep({ ...handover, ...change }, world.calendar);
  if (await stores.handovers.change(doc, change, next?.at ?? null)) context.bell.ring('handovers', next?.at);
}

async function takeEffect(handover: Handover, context: Context): Promise<void> {
  const { roster } = context.stores;
  await roster.apply(handoverChanges(handover, await roster.loadStored()));
  await followPairings(context);
}
