import type { Check, Evidence } from './checks/evidence.ts';
import type { Kill } from './service-process.ts';

/** The figures of a run besides its checks. */
export interface RunFigures {
  seed: number;
  engines: string;
  processes: number;
  seconds: number;
  kills: Readonly<Record<Kill, number>>;
  /** Response_urls that were used again after an attempt of unknown outcome. */
  refused: number;
}

const SHOWN_AT_MOST = 10;

/** Writes the table of a run: what happened, what was looked at, what is broken. */
export function writeReport(checks: readonly Check[], evidence: Evidence, run: RunFigures): string {
  return [...happened(evidence, run), '', ...checks.flatMap(lineOf), '', verdict(checks, run)].join('\n').concat('\n');
}

function happened({ told, outbox, cases, shown }: Evidence, run: RunFigures): string[] {
  const { service, group, everything } = run.kills;
  const rows = [...outbox.values()];
  const uncertain = rows.filter((row) => row.status === 'uncertain').length;
  const again = rows.filter((row) => row.maybeSent).length;
  return [
    `chaos: ${run.engines}; ${run.processes} process(es); seed ${run.seed}; ${run.seconds} s`,
    `  messages        ${told.messages.length}, besides ${told.duplicates} delivered twice and ${told.missed} attempts repeated`,
    `  kills           ${service + group + everything}: ${service} service alone, ${group} with its group, ${everything} with the embedded MongoDB`,
    `  cases           ${cases.length}, with ${cases.reduce((sum, doc) => sum + doc.events.length, 0)} events`,
    `  chats saw       ${shown.length} messages of ${rows.length} notices`,
    `  may be doubled  ${again} sent again after an unknown outcome, ${uncertain} left uncertain, ${run.refused} answers refused the second time`,
  ];
}

/** A line of the table for one check, with what is broken under it. */
export function lineOf({ name, looked, broken }: Check): string[] {
  const head = `  ${broken.length === 0 ? 'ok    ' : 'BROKEN'}  ${String(looked).padStart(6)}  ${name}`;
  const rest = broken.length > SHOWN_AT_MOST ? [`              and ${broken.length - SHOWN_AT_MOST} more`] : [];
  return [head, ...broken.slice(0, SHOWN_AT_MOST).map((what) => `              ${what}`), ...rest];
}

function verdict(checks: readonly Check[], run: RunFigures): string {
  const broken = checks.reduce((sum, check) => sum + check.broken.length, 0);
  if (broken === 0) return 'Nothing was lost and nothing was done twice.';
  return `${broken} violations. Tell the same story again with --seed ${run.seed} (the timing of the kills differs).`;
}
