import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MONDAY } from '../support/city.ts';
import { LINE_BOT, type LineWorld, startLineWorld } from '../support/connection-world.ts';
import { type Engines, openEngines } from '../support/engines.ts';
import { aFlowRoster, SHENGHONG, SUN, WANG, webhookKeyOf } from '../support/flow-roster.ts';
import { type OutsideWecom, openOutsideWecom } from '../support/outside-wecom.ts';
import { buildSandboxClient } from '../support/sandbox-client.ts';
import { type ChildService, giveRoster, startChild } from '../support/service.ts';
import { until } from '../support/until.ts';

/** What an operator is promised, machine time. */
const TAKEN_OVER_MS = 30_000;
const SINGLE = { kind: 'single' } as const;
const IN_GROUP = { kind: 'group', chatid: SHENGHONG } as const;

let engines: Engines;
let world: LineWorld;
let wecom: OutsideWecom;
beforeAll(async () => {
  engines = await openEngines();
  world = await startLineWorld();
  wecom = await openOutsideWecom();
});
afterAll(async () => {
  await world.close();
  await wecom.close();
  await engines.close();
});

async function standing({ url }: ChildService): Promise<string> {
  const state = (await (await fetch(`${url}/readyz`)).json()) as { connection: string };
  return state.connection;
}

/** Two processes on one database, the first of which holds the long connection. */
async function twoProcesses() {
  for (const { botChatid } of aFlowRoster().chats) wecom.addRobot(botChatid, webhookKeyOf(botChatid));
  const settings = {
    SANDBOX: '1',
    LOG_LEVEL: process.env.FLOW_LOG ?? 'silent',
    WECOM_API_BASE: wecom.base,
    WECOM_BOT_ID: LINE_BOT.botId,
    WECOM_BOT_SECRET: LINE_BOT.secret,
    WECOM_BOT_WS_URL: world.url,
    ...engines.freshData(),
  };
  const first = await startChild(settings);
  await until('the first to hold the connection', async () => (await standing(first)) === 'open');
  const second = await startChild(settings);
  await giveRoster(settings, aFlowRoster());
  const sandbox = buildSandboxClient(second.url);
  world.follow(sandbox.now);
  await sandbox.moveTo(MONDAY);
  return { first, second, sandbox };
}

const answered = (count: number) => () => world.simulator.seen({ from: 'bot', via: 'respond' }).length === count;

describe('of two processes the one that holds the long connection', () => {
  it('answers what either has worked on, and is replaced within 30 s when it is killed', {
    timeout: 120_000,
  }, async () => {
    const { first, second, sandbox } = await twoProcesses();
    expect(await standing(second)).toBe('elsewhere');
    const texts = ['技改贷款迟迟批不下来', '厂区门口道路破损，货车进不来', '技术工人招不到', '用电增容一直没批'];
    for (const text of texts) {
      await world.simulator.post({ as: WANG, chat: IN_GROUP, text });
      await world.simulator.post({ as: SUN, chat: SINGLE, text });
    }
    // A move of the clock has the second process work on all it can; what needs the connection it leaves to the first.
    await sandbox.finished();
    await until('all to be answered', answered(8));

    await first.end('SIGKILL');
    await until('the platform to notice', () => !world.connection.isSubscribed());
    await until('the second to hold the connection', () => world.connection.isSubscribed(), TAKEN_OVER_MS);
    await world.simulator.post({ as: SUN, chat: SINGLE, text: '我的问题' });
    await until('it to answer', answered(9));
    expect((await sandbox.settled()).outbox).toMatchObject({ pending: 0, dead: 0 });
    expect(await second.end('SIGTERM')).toEqual({ code: 0, signal: null });
    await until('the connection to be closed', () => !world.connection.isSubscribed());
  });
});
