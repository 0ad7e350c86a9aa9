import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { makePlace } from '../chaos/place.ts';
import { buildServiceProcess, type ServiceProcess } from '../chaos/service-process.ts';
import { median, table } from './figures.ts';

const TIMES = 3;
const LOOK_MS = 20;
const PATIENCE_MS = 60_000;

interface Start {
  takes: number;
  ready: number;
}

/** From the command to the first callback taken, and to ready: on a fresh folder and on one that is there. */
export async function benchStartUp(): Promise<string> {
  const cold: Start[] = [];
  const warm: Start[] = [];
  let engines = '';
  for (let i = 0; i < TIMES; i += 1) {
    const place = await makePlace({ SANDBOX: '1' });
    engines = place.engines;
    const service = await buildServiceProcess({ ...place, log: path.join(place.dataDir, 'service.log') });
    cold.push(await startOnce(service));
    warm.push(await startOnce(service));
    await place.remove();
  }
  return table(`Start-up, ${engines}`, [
    { what: 'cold: fresh folder', value: lineOf(cold) },
    { what: 'warm: folder is there', value: lineOf(warm) },
  ]);
}

async function startOnce(service: ServiceProcess): Promise<Start> {
  const since = performance.now();
  await service.start();
  const takes = performance.now() - since;
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await delay(LOOK_MS)) {
    if ((await fetch(`${service.url}/readyz`)).ok) break;
  }
  const ready = performance.now() - since;
  await service.stop();
  return { takes, ready };
}

function lineOf(starts: readonly Start[]): string {
  const seconds = (of: (start: Start) => number) => (median(starts.map(of)) / 1000).toFixed(1);
  return `takes callbacks after ${seconds((start) => start.takes)} s, ready after ${seconds((start) => start.ready)} s`;
}
