import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { importRoster } from '../../../src/app/import-roster.ts';
import { openDatabase } from '../../../src/app/open-database.ts';
import type { CaseDoc } from '../../../src/store/case-store.ts';
import type { OutboxRow } from '../../../src/store/outbox-store.ts';
import type { Stores } from '../../../src/app/context.ts';
import { fillWithCases } from '../../bench/many-cases.ts';
import { aCrowdRoster, addCrowd, crowdTargets } from '../../support/crowd.ts';
import { APP_SETTINGS } from '../../support/outside-app.ts';
import { openPlatform, type Platform } from '../../support/outside-platform.ts';
import { randomFrom } from '../../support/random.ts';
import { buildSandboxClient } from '../../support/sandbox-client.ts';
import { until } from '../../support/until.ts';
import { shanghai } from '../../support/world-factory.ts';
import type { Check } from '../checks/evidence.ts';
import { makePlace, type Place } from '../place.ts';
import { buildServiceProcess, type ServiceProcess } from '../service-process.ts';
import { arrivalsOf, type Mark, markOf } from './arrivals.ts';
import { judgeSender } from './judge.ts';
import { noticesFor, sizeFor } from './notices.ts';

export interface SenderOptions {
  sends: number;
  kills: number;
  seed: number;
}

/** What a run came to. */
export interface SenderRun {
  engines: string;
  rows: OutboxRow[];
  /** Messages that the platform took. */
  arrived: number;
  doubled: number;
  seconds: number;
  checks: Check[];
}

const NOW = shanghai('2026-11-25 09:00');
/** Long enough that a kill finds requests in flight. */
const ANSWER_MS = 20;
/** What a dead process has sent may still be on its way. */
const LAST_WORDS_MS = 50;
const PATIENCE_MS = 180_000;

/**
 * Kills a service again and again while it sends, then compares what the platform saw with what the outbox says. Where something is
 * broken, data and log stay.
 * @throws Error naming their folder when the run does not come to its end.
 */
export async function runSender(options: SenderOptions): Promise<SenderRun> {
  const since = performance.now();
  const { groups } = sizeFor(options.sends);
  const platform = await openPlatform({ answerMs: ANSWER_MS });
  addCrowd(platform, groups);
  const place = await makePlace({ SANDBOX: '1', WECOM_API_BASE: platform.base, ...APP_SETTINGS });
  const database = await openDatabase(place);
  const log = path.join(place.dataDir, 'service.log');
  const service = await buildServiceProcess({ env: place.env, dataDir: place.dataDir, log });
  let isWell = false;
  try {
    await register(place, groups);
    const stores = await fill(database.connection, options.sends);
    const marks = await killWhileItSends({ options, platform, service });
    const rows = await stores.outbox.model
      .find({ _id: /^send\// })
      .lean<OutboxRow[]>()
      .exec();
    const arrivals = arrivalsOf(platform, { marks, rows });
    const dropped = platform.app.dropped.map(({ to }) => `a message to ${to} was dropped`);
    const checks = judgeSender({ rows, arrivals, offences: [...platform.offences, ...dropped] });
    const carried = arrivals.flatMap(({ keys }) => keys);
    const doubled = carried.length - new Set(carried).size;
    const seconds = Math.round((performance.now() - since) / 1000);
    isWell = checks.every(({ broken }) => broken.length === 0);
    return { engines: place.engines, rows, arrived: arrivals.length, doubled, seconds, checks };
  } catch (error) {
    throw new Error(`the run did not come to its end; data and log are in ${place.dataDir}`, { cause: error });
  } finally {
    await service.stop();
    await platform.close();
    if (isWell) await database.connection.dropDatabase();
    await database.close();
    if (isWell) await place.remove();
  }
}

/** @throws when the roster of the run is refused: a bug of the run. */
async function register(place: Place, groups: number): Promise<void> {
  const { connection, close } = await openDatabase(place);
  const config = { sandbox: true, corpId: null };
  const { problems } = await importRoster({ file: aCrowdRoster(groups), skipBad: false, config, connection });
  await close();
  if (problems.length > 0) throw new Error(`the roster of the run was refused: ${JSON.stringify(problems[0])}`);
}

/** All is due at once, on a clock that stands. */
async function fill(connection: Connection, sends: number): Promise<Stores> {
  const { cases: count, people } = sizeFor(sends);
  const stores = await fillWithCases(connection, { count, due: 0, now: NOW });
  await stores.clock.set(NOW);
  const cases = await stores.cases.model.find().lean<CaseDoc[]>().exec();
  const targets = crowdTargets(await stores.roster.load(), people);
  for (const notice of noticesFor(sends, { targets, cases })) {
    await stores.outbox.insert(notice, { now: NOW, dueAt: NOW });
  }
  return stores;
}

/** The kills are spread over the sends; what each left behind is marked before the next life begins. */
async function killWhileItSends(v: {
  options: SenderOptions;
  platform: Platform;
  service: ServiceProcess;
}): Promise<Mark[]> {
  const { options, platform, service } = v;
  const { sends, kills } = options;
  const random = randomFrom(options.seed);
  const arrived = () => platform.shown.length + platform.app.phones.length;
  // A digest carries several reminders: fewer messages than notices.
  const messages = sends * 0.9;
  const marks: Mark[] = [];
  await service.start();
  for (let kill = 1; kill <= kills; kill += 1) {
    const enough = (messages * kill) / (kills + 1);
    await until(`${enough} messages`, () => arrived() >= enough, PATIENCE_MS);
    await delay(random() * 2 * ANSWER_MS);
    await service.kill('service');
    await delay(LAST_WORDS_MS);
    marks.push(markOf(platform));
    await service.start();
  }
  const sandbox = buildSandboxClient(service.url);
  await until('all to be sent', async () => (await sandbox.finished()).idle, PATIENCE_MS);
  return marks;
}
