import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../src/app/open-database.ts';
import { makePlace } from '../chaos/place.ts';
import { buildServiceProcess, embeddedMongo } from '../chaos/service-process.ts';
import { table } from './figures.ts';
import { fillWithCases } from './many-cases.ts';

const CASES = 10_000;
const SETTLE_MS = 3_000;

/** The memory of the service and of its embedded MongoDB with so many cases stored, a thousand of them due at the start. */
export async function benchMemory(): Promise<string> {
  const place = await makePlace({ SANDBOX: '1' });
  const service = await buildServiceProcess({ ...place, log: path.join(place.dataDir, 'service.log') });
  try {
    await service.start();
    await delay(SETTLE_MS);
    const before = { service: residentMb(service.pid()), mongo: residentMb(...embeddedMongo(place.dataDir)) };
    await service.stop();
    await fill(place);
    await service.start();
    await delay(SETTLE_MS);
    const after = { service: residentMb(service.pid()), mongo: residentMb(...embeddedMongo(place.dataDir)) };
    return table(`Memory, ${place.engines}`, [
      { what: `service, ${CASES} cases`, value: `${after.service} MB (empty: ${before.service} MB)` },
      { what: `embedded MongoDB, ${CASES} cases`, value: `${after.mongo} MB (empty: ${before.mongo} MB)` },
    ]);
  } finally {
    await service.stop();
    await place.remove();
  }
}

async function fill(place: Parameters<typeof openDatabase>[0]): Promise<void> {
  const database = await openDatabase(place);
  await fillWithCases(database.connection, { count: CASES, due: 0, now: new Date() });
  await database.close();
}

/** The resident set of a process in MB; 0 where there is none, as with a MongoDB elsewhere. */
function residentMb(pid?: number | null): number {
  if (!pid) return 0;
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Math.round(Number(kilobytes) / 1024);
}
