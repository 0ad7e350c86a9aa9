import { isDeepStrictEqual } from 'node:util';
import { rebuild } from '../../../src/domain/apply.ts';
import type { Snapshot } from '../../../src/domain/case.ts';
import type { CaseEvent } from '../../../src/domain/event.ts';
import { dayOf } from '../../../src/domain/day.ts';
import { nextTimer, stagesUntil } from '../../../src/domain/timers.ts';
import type { CaseDoc } from '../../../src/store/case-store.ts';
import type { Check, Evidence } from './evidence.ts';

/** The fold of a case's events is its snapshot. */
export function checkFold({ cases }: Evidence): Check {
  const broken = cases.filter((doc) => !isDeepStrictEqual(rebuild(doc.events), doc.snapshot));
  return { name: 'each history rebuilds its snapshot', looked: cases.length, broken: broken.map(numberOf) };
}

/** A source is decided on once: its events stand together, and each decision has raised the version by one. */
export function checkSources({ cases, inbox }: Evidence): Check {
  const broken = cases.flatMap((doc) => {
    const sources = decisionsOf(doc.events);
    const doubled = sources.length !== new Set(sources).size;
    const unknown = sources.filter((source) => !source.startsWith('timer/') && !isSaid(source, inbox));
    return [
      ...(doubled ? [`${numberOf(doc)}: a source was decided on twice`] : []),
      ...(sources.length === doc.version
        ? []
        : [`${numberOf(doc)}: ${sources.length} decisions, version ${doc.version}`]),
      ...unknown.map((source) => `${numberOf(doc)}: nobody said ${source}`),
    ];
  });
  const looked = cases.reduce((sum, doc) => sum + doc.version, 0);
  return { name: 'each event source was decided on once', looked, broken };
}

/** The sources in order, neighbours folded: the events of one decision stand side by side. */
function decisionsOf(events: readonly CaseEvent[]): string[] {
  const sources = events.map((event) => event.source);
  return sources.filter((source, i) => source !== sources[i - 1]);
}

function isSaid(source: string, inbox: Evidence['inbox']): boolean {
  const row = inbox.get(source.slice(0, source.lastIndexOf('/')));
  return row?.commands?.some((command) => command.source === source) ?? false;
}

/** Everything whose time has come has been done, and what comes next is waited for. */
export function checkTimers({ cases, world, now }: Evidence): Check {
  const broken = cases.flatMap((doc) => {
    const timer = nextTimer(doc.snapshot, world.calendar);
    const waits = doc.nextDueAt?.getTime() ?? null;
    if ((timer?.at.getTime() ?? null) !== waits)
      return [`${numberOf(doc)}: waits for another instant than its next timer`];
    if (timer && timer.at <= now) return [`${numberOf(doc)}: ${timer.type} is overdue`];
    const leg = doc.snapshot.legs.at(-1);
    const missing = leg && isRemindedOf(doc.snapshot) ? stagesUntil(leg, world.calendar, dayOf(now)) : [];
    return missing.map((stage) => `${numberOf(doc)}: no reminder ${stage.stage} on ${stage.day}`);
  });
  return { name: 'no timer is overdue, none forgotten', looked: cases.length, broken };
}

/** Nobody is reminded of what is paused, or waits for a ruling on 退回 or 办结. */
function isRemindedOf({ status, approval }: Snapshot): boolean {
  return (status === 'assigned' || status === 'handling') && !approval;
}

function numberOf(doc: CaseDoc): string {
  return doc.snapshot.number;
}
