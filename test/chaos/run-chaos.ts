import { importRoster } from '../../src/app/import-roster.ts';
import { openDatabase } from '../../src/app/open-database.ts';
import { randomFrom } from '../support/random.ts';
import { buildCast, type Cast } from './cast.ts';
import type { ChaosOptions } from './chaos-options.ts';
import { checkAll } from './checks/check-all.ts';
import { type Evidence, gatherEvidence } from './checks/evidence.ts';
import { type Fleet, startFleet } from './fleet.ts';
import { buildKnownCases } from './known-cases.ts';
import { makePlace, type Place } from './place.ts';
import { openPlatform, type Platform } from './platform.ts';
import { buildSandboxClock } from './sandbox-clock.ts';
import { buildScript } from './script.ts';
import { tell, type Told } from './story.ts';
import { type RunFigures, writeReport } from './write-report.ts';

const ENTERPRISES = 40;

/** One run from an empty database to the verdict. Where something is broken the data stay, with the services' logs. */
export async function runChaos(
  options: ChaosOptions,
  say: (line: string) => void,
): Promise<{ report: string; broken: number }> {
  const started = Date.now();
  const known = buildKnownCases();
  const platform = await openPlatform(known.hear);
  const place = await makePlace({ SANDBOX: '1', WECOM_API_BASE: platform.origin });
  say(`${options.messages} messages, ${options.kills} kills, seed ${options.seed}, data and logs in ${place.dataDir}`);
  const cast = buildCast(ENTERPRISES);
  await register(cast, place);
  const random = randomFrom(options.seed);
  const fleet = await startFleet({ count: options.processes, place, random });
  try {
    const script = buildScript({ cast, known, random });
    const told = await play({ options, fleet, platform, place, script });
    const evidence = await gather(place, { told, shown: platform.shown });
    const seconds = Math.round((Date.now() - started) / 1000);
    const figures = figuresOf({ options, place, fleet, platform, seconds });
    return await judge(evidence, { figures, place, fleet });
  } finally {
    await fleet.stop();
    await platform.close();
  }
}

async function register(cast: Cast, place: Place): Promise<void> {
  const database = await openDatabase(place);
  try {
    const config = { sandbox: true, corpId: null };
    const { problems } = await importRoster({
      file: cast.roster,
      skipBad: false,
      config,
      connection: database.connection,
    });
    if (problems.length > 0) throw new Error(`the roster of the run was refused: ${JSON.stringify(problems[0])}`);
  } finally {
    await database.close();
  }
}

interface Parts {
  options: ChaosOptions;
  fleet: Fleet;
  platform: Platform;
  place: Place;
}

function play(v: Parts & { script: ReturnType<typeof buildScript> }): Promise<Told> {
  const { options, fleet, platform, place, script } = v;
  const clock = buildSandboxClock(fleet.url);
  const line = { bot: place.bot, url: fleet.url, now: clock.now, responseUrl: platform.responseUrl };
  return tell({ options, fleet, clock, script, line });
}

async function gather(place: Place, seen: Pick<Evidence, 'told' | 'shown'>): Promise<Evidence> {
  const database = await openDatabase(place);
  try {
    return await gatherEvidence(database.connection, seen);
  } finally {
    await database.close();
  }
}

function figuresOf(v: Parts & { seconds: number }): RunFigures {
  const { options, fleet, platform, place, seconds } = v;
  const refused = [...platform.refused.values()].reduce((sum, count) => sum + count, 0);
  return {
    seed: options.seed,
    processes: options.processes,
    engines: place.engines,
    seconds,
    kills: fleet.kills,
    refused,
  };
}

/** Also ends the service, which must go within its 10 s. */
async function judge(
  evidence: Evidence,
  v: { figures: RunFigures; place: Place; fleet: Fleet },
): Promise<{ report: string; broken: number }> {
  const gone = await v.fleet.stop();
  const leaving = {
    name: 'SIGTERM ends it within 10 s',
    looked: v.figures.processes,
    broken: gone ? [] : ['it stayed'],
  };
  const checks = [...checkAll(evidence), leaving];
  const broken = checks.reduce((sum, check) => sum + check.broken.length, 0);
  if (broken === 0) await clear(v.place);
  return { report: writeReport(checks, evidence, v.figures), broken };
}

async function clear(place: Place): Promise<void> {
  const database = await openDatabase(place);
  await database.connection.dropDatabase();
  await database.close();
  await place.remove();
}
