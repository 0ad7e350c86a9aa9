import { table } from '../figures.ts';
import { openEngines } from '../../support/engines.ts';
import { BAR, isWellSent, runMorning } from './run-morning.ts';

/** The city's morning: as many notices as it has enterprises; the busiest group and the busiest member must wait for minutes. */
const CITY = { notices: 1_288, groups: 200, people: 300, busiest: 70 } as const;

/** Sends one morning and prints how; 1 when a limit was broken or time lost. */
async function main(): Promise<number> {
  const engines = await openEngines();
  try {
    const v = await runMorning(CITY, engines);
    const ok = isWellSent(v);
    const seconds = (ms: number) => `${ms / 1000} s`;
    const heading = `Outbox: ${CITY.notices} notices to ${CITY.groups} groups and ${CITY.people} people, all due at 08:30`;
    process.stdout.write(
      table(heading, [
        { what: 'arrived', value: `${v.sent} of ${v.planned}, ${v.doubled} of them twice` },
        { what: 'refused with 45009', value: String(v.refused) },
        { what: 'dropped in silence', value: String(v.dropped) },
        { what: 'business time taken', value: seconds(v.takenMs) },
        { what: 'forced by the limits', value: seconds(v.forcedMs) },
        {
          what: 'ratio',
          value: `${(v.takenMs / v.forcedMs).toFixed(2)}  <= ${BAR.toFixed(2)}  ${ok ? 'ok' : 'MISSED'}`,
        },
        { what: 'while nothing waits', value: `${v.perSecond.toFixed(0)} rows/s of this machine` },
      ]),
    );
    return ok ? 0 : 1;
  } finally {
    await engines.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
