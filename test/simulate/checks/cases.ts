import { apply } from '../../../src/domain/apply.ts';
import { STATUSES, type Snapshot } from '../../../src/domain/case.ts';
import type { Check, YearEvidence } from './year-evidence.ts';

/** Every case is in a status that there is. Whether it got there by legal moves, the fold of its history shows. */
export function checkStatuses({ cases }: YearEvidence): Check {
  const broken = cases.filter(({ snapshot }) => !STATUSES.includes(snapshot.status));
  return {
    name: 'every case is in a known status',
    looked: cases.length,
    broken: broken.map(({ snapshot }) => `${snapshot.number} is ${snapshot.status}`),
  };
}

/** The enterprise's clock starts once, at acceptance, and no event moves its last day but the calendar's. */
export function checkEnterpriseClock({ cases }: YearEvidence): Check {
  const broken = cases.flatMap(({ events }) => {
    const faults: string[] = [];
    let before: Snapshot | null = null;
    for (const event of events) {
      const after: Snapshot = apply(before, event);
      const starts = event.type === 'accepted' && before?.acceptedAt === null;
      const moved =
        before !== null && (before.caseDueDay !== after.caseDueDay || before.acceptedAt !== after.acceptedAt);
      if (moved && !starts && event.type !== 'dueSet') faults.push(`${after.number}: ${event.type} moved it`);
      before = after;
    }
    return faults;
  });
  return { name: "the enterprise's clock was never reset", looked: cases.length, broken };
}

/** A source is decided on once: its events stand together, somebody said it, and each decision has raised the version by one. */
export function checkDecisions({ cases, inbox }: YearEvidence): Check {
  const broken = cases.flatMap(({ snapshot, events, version }) => {
    const all = events.map(({ source }) => source);
    const sources = all.filter((source, i) => source !== all[i - 1]);
    const unknown = sources.filter((source) => !/^(?:timer|calendar|roster)\//.test(source) && !isSaid(source, inbox));
    return [
      ...(sources.length === new Set(sources).size ? [] : [`${snapshot.number}: a source was decided on twice`]),
      ...(sources.length === version ? [] : [`${snapshot.number}: ${sources.length} decisions, version ${version}`]),
      ...unknown.map((source) => `${snapshot.number}: nobody said ${source}`),
    ];
  });
  const looked = cases.reduce((sum, { version }) => sum + version, 0);
  return { name: 'each source was decided on once', looked, broken };
}

function isSaid(source: string, inbox: YearEvidence['inbox']): boolean {
  const row = inbox.get(source.slice(0, source.lastIndexOf('/')));
  return row?.commands?.some((command) => command.source === source) ?? false;
}
