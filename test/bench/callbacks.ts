import path from 'node:path';
import { openDatabase } from '../../src/app/open-database.ts';
import { makePlace } from '../chaos/place.ts';
import { openPlatform } from '../chaos/platform.ts';
import { buildServiceProcess } from '../chaos/service-process.ts';
import { startBare } from './bare-process.ts';
import { type Figure, median, percentile, table } from './figures.ts';
import { fire, type Volley } from './load.ts';
import { sealShots } from './sealed-shots.ts';

const ROUNDS = 11;
const SHOTS = 2_500;
const CONCURRENCY = 24;

/** The service's route against the bare one, in turns on the same database, with the queue's worker elsewhere or in the same process. */
export async function benchCallbacks(role: 'web' | 'all'): Promise<string> {
  const platform = await openPlatform(() => {});
  const place = await makePlace({ ROLE: role, WECOM_API_BASE: platform.origin });
  const database = await openDatabase(place);
  const service = await buildServiceProcess({ ...place, log: path.join(place.dataDir, 'service.log') });
  try {
    const bare = await startBare(database.uri, place.bot);
    await service.start();
    const seal = (count: number) => sealShots({ bot: place.bot, origin: platform.origin, count });
    const volleys = await takeTurns({ bare: bare.url, service: service.url }, seal);
    await bare.stop();
    return table(`Callbacks, ROLE=${role}, ${place.engines}, ${CONCURRENCY} at once`, figuresOf(volleys));
  } finally {
    await service.stop();
    await database.connection.dropDatabase();
    await database.close();
    await platform.close();
    await place.remove();
  }
}

type Turn = Record<'bare' | 'service', Volley>;

/** The first turn warms both up and does not count. Who begins changes with each turn. */
async function takeTurns(
  urls: Record<'bare' | 'service', string>,
  seal: (count: number) => ReturnType<typeof sealShots>,
): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const order = round % 2 === 0 ? (['bare', 'service'] as const) : (['service', 'bare'] as const);
    const turn: Partial<Turn> = {};
    for (const one of order) turn[one] = await fire(urls[one], seal(SHOTS), CONCURRENCY);
    if (round > 0) turns.push(turn as Turn);
  }
  return turns;
}

function figuresOf(turns: readonly Turn[]): Figure[] {
  const ratios = turns.map(({ service, bare }) => service.perSecond / bare.perSecond);
  const ratio = `${median(ratios).toFixed(2)}  (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} over ${turns.length} turns of ${SHOTS})`;
  return [
    { what: 'ratio service : bare', value: ratio },
    { what: 'service', value: lineOf(turns.map((turn) => turn.service)) },
    { what: 'bare route', value: lineOf(turns.map((turn) => turn.bare)) },
  ];
}

function lineOf(volleys: readonly Volley[]): string {
  const times = volleys.flatMap((volley) => volley.times);
  const rate = median(volleys.map((volley) => volley.perSecond)).toFixed(0);
  return `${rate}/s, p50 ${percentile(times, 0.5).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms`;
}
