import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildConnectionHolder, type HolderOptions } from '../../../src/app/connection/holder.ts';
import { buildMetrics } from '../../../src/app/metrics.ts';
import { buildElectionStore, type ElectionStore } from '../../../src/store/election-store.ts';
import { closedAfterEach } from '../../support/closed-after-each.ts';
import { LINE_BOT, LINE_GROUP, startLineWorld } from '../../support/connection-world.ts';
import { type TestDatabase, withDatabase } from '../../support/database.ts';
import { until } from '../../support/until.ts';

const POST = 'bot-connection';
/** An election that does not run out within a test, and one of a process that was killed: it never stands again. */
const LASTING = { heldMs: 60_000, standMs: 20, outMs: 100 };
const UNHURRIED = { ...LASTING, standMs: 3_600_000 };
const KILLED = { ...UNHURRIED, heldMs: 300 };

let database: TestDatabase;
let elections: ElectionStore;
beforeAll(async () => {
  database = await withDatabase();
  elections = buildElectionStore(database.connection);
});
beforeEach(async () => void (await database.connection.collection('leases').deleteMany({})));
afterAll(() => database.close());

const start = closedAfterEach(startLineWorld);
const hold = closedAfterEach(startHolder);

/** A process as far as the long connection goes, with what it logged. */
async function startHolder(url: string, changes: Partial<HolderOptions> = {}) {
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const metrics = buildMetrics();
  const settings = { url, ...LINE_BOT };
  let beats = 0;
  const onBeat = async () => void (beats += 1);
  const onHeard = () => {};
  const holder = buildConnectionHolder({
    settings,
    elections,
    log,
    metrics,
    onHeard,
    onBeat,
    terms: LASTING,
    ...changes,
  });
  holder.start();
  return { ...holder, logged, metrics, beats: () => beats };
}

type Holder = Awaited<ReturnType<typeof startHolder>>;
const opened = (holder: Holder) => until('the connection to stand', () => holder.standing() === 'open');

describe('the long connection among several processes', () => {
  it('is held by one of them', async () => {
    const world = await start();
    const first = await hold(world.url);
    await opened(first);
    const second = await hold(world.url);
    expect(await elections.stand(POST, 'a third', 1_000)).toBe(false);
    expect([first.isElected(), second.isElected(), second.standing()]).toEqual([true, false, 'elsewhere']);
    expect(world.connection.subscriptions()).toBe(1);
  });

  it('goes to another at once when its holder ends', async () => {
    const world = await start();
    const first = await hold(world.url, { terms: UNHURRIED });
    await opened(first);
    const second = await hold(world.url);
    await first.close();
    await opened(second);
    expect(first.isElected()).toBe(false);
  });

  it('goes to another when its holder stands no more, and the older connection does not come back', async () => {
    const world = await start();
    const killed = await hold(world.url, { terms: KILLED });
    await opened(killed);
    const second = await hold(world.url);
    await opened(second);
    await until('the older to be kicked', () => killed.standing() === 'waiting');
    expect(world.connection.subscriptions()).toBe(2);
    expect(killed.logged.join()).toContain('let only one installation use it');
  });

  it('stays where it is while the election cannot be read', async () => {
    const world = await start();
    let isAway = false;
    const flaky: ElectionStore = {
      ...elections,
      stand: async (...given) => {
        if (isAway) throw new Error('no MongoDB');
        return elections.stand(...given);
      },
    };
    const holder = await hold(world.url, { elections: flaky });
    await opened(holder);
    isAway = true;
    await until('the failure to be noted', () => holder.logged.some((line) => line.includes('stays as it was')));
    expect([holder.isElected(), holder.standing()]).toEqual([true, 'open']);
  });

  it('is given up by a process whose secret is wrong, for one whose secret is right', async () => {
    const world = await start();
    const wrong = await hold(world.url, { settings: { url: world.url, ...LINE_BOT, secret: 'secret-5ec2e7-old' } });
    await until('the refusal', () => wrong.standing() === 'given up');
    const right = await hold(world.url);
    await opened(right);
    expect(wrong.logged.join()).toContain('WECOM_BOT_SECRET');
    expect(world.connection.subscriptions()).toBe(2);
  });

  it('is out for all once nobody has held it for a while, and back for all when somebody does', async () => {
    const world = await start();
    const wrong = await hold(world.url, { settings: { url: world.url, ...LINE_BOT, secret: 'secret-5ec2e7-old' } });
    expect(wrong.isOut()).toBe(false);
    await until('nobody to have held it for a while', () => wrong.isOut());
    const right = await hold(world.url);
    await opened(right);
    await until('the other to be seen', () => !wrong.isOut());
    expect(right.isOut()).toBe(false);
  });

  it('is out for its holder while it cannot be opened', async () => {
    const holder = await hold('ws://127.0.0.1:9/');
    await until('the connection to be missed', () => holder.isOut());
    expect(holder.isElected()).toBe(true);
  });

  it('looks each second for what others have left to it', async () => {
    const world = await start();
    const holder = await hold(world.url);
    await opened(holder);
    await until('a beat', () => holder.beats() > 0);
  });
});

describe('what operators see', () => {
  it('is each change in the log and in the metrics, and no secret', async () => {
    const world = await start();
    const holder = await hold(world.url);
    await opened(holder);
    expect(await holder.metrics.registry.metrics()).toContain('bangqi_bot_connection_open 1');
    const body = { kind: 'group', chatid: LINE_GROUP.chatid } as const;
    await world.simulator.post({ as: 'wangqiang', chat: body, text: '贷款' });
    world.connection.faults.cut();
    await until('the loss to be logged', () => holder.logged.some((line) => line.includes('close code 1006')));
    const metrics = await holder.metrics.registry.metrics();
    expect(metrics).toContain('bangqi_bot_connection_open 0');
    expect(metrics).toContain('bangqi_bot_connection_changes_total{phase="waiting"} 1');
    expect(holder.logged.join()).not.toMatch(/5ec2e7/);
  });
});
