import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/env.ts';
import { type Service, startService } from '../../src/app/service.ts';
import { buildSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import type { Seen } from '../../src/sandbox/wecom/seen.ts';
import type { WecomSimulator } from '../../src/sandbox/wecom/simulator.ts';
import { MONDAY, numberIn } from '../support/city.ts';
import { LINE_BOT } from '../support/connection-world.ts';
import { type Engines, openEngines } from '../support/engines.ts';
import { aFlowRoster, GXJ, LEADER, LI, SHENGHONG, SUN, WANG } from '../support/flow-roster.ts';
import { buildSandboxClient, type SandboxClient } from '../support/sandbox-client.ts';
import { giveRoster } from '../support/service.ts';
import { until } from '../support/until.ts';

const LOAN = '技改贷款迟迟批不下来';
/** 市工信局's group has no robot: it is reached by the long connection alone. */
const WITHOUT_ROBOT = GXJ;

let engines: Engines;
let service: Service;
let wecom: WecomSimulator;
let sandbox: SandboxClient;
beforeAll(async () => void (engines = await openEngines()));
afterAll(() => engines.close());
beforeEach(async () => {
  const settings = {
    SANDBOX: '1',
    PORT: '0',
    LOG_LEVEL: process.env.FLOW_LOG ?? 'silent',
    WECOM_BOT_ID: LINE_BOT.botId,
    WECOM_BOT_SECRET: LINE_BOT.secret,
    ...engines.freshData(),
  };
  let built: Sandbox | null = null;
  service = await startService(loadConfig(settings), { buildSandbox: (v) => (built = buildSandbox(v)) });
  wecom = simulatorOf(built);
  await giveRoster(settings, withoutRobot());
  for (const { botChatid: chatid, name, webhookKey } of withoutRobot().chats)
    wecom.registerGroup({ chatid, name, webhookKey });
  sandbox = buildSandboxClient(service.url);
  await sandbox.moveTo(MONDAY);
  await until('the connection to stand', () => wecom.connection?.isSubscribed() ?? false);
});
afterEach(() => service.close());

function simulatorOf(built: Sandbox | null): WecomSimulator {
  if (!built?.wecom) throw new Error('there is no simulator');
  return built.wecom;
}

function withoutRobot() {
  const roster = aFlowRoster();
  const chats = roster.chats.map((chat) =>
    chat.botChatid === WITHOUT_ROBOT ? { ...chat, webhookKey: undefined } : chat,
  );
  return { ...roster, chats };
}

const inGroup = (chatid: string) => ({ kind: 'group', chatid }) as const;
const SINGLE = { kind: 'single' } as const;

/** Somebody writes; gives what the bot said since, once all is done. */
async function say(as: string, chat: ReturnType<typeof inGroup> | typeof SINGLE, text: string): Promise<Seen[]> {
  const before = wecom.seen().length;
  const { status } = await wecom.post({ as, chat, text });
  if (status !== 200) throw new Error(`“${text}” was not delivered`);
  await until(
    'the message to be kept',
    async () => (await sandbox.state()).inbox.pending > 0 || wecom.seen().length > before + 1,
  );
  await sandbox.finished();
  return wecom.seen().slice(before + 1);
}

const line = ({ via, chat }: Seen) => `${via} ${chat.id}`;

describe('a city whose bot has the long connection', () => {
  it('hears a report, answers in place and pushes the assignment to a group without a robot', async () => {
    const receipt = await say(WANG, inGroup(SHENGHONG), LOAN);
    expect(receipt.map(line)).toEqual([`respond ${SHENGHONG}`]);
    const number = numberIn(receipt[0]?.text ?? null);
    // Somebody in the group must have written before: the platform pushes into no other.
    await say(LI, inGroup(WITHOUT_ROBOT), '待办');
    const accepted = await say(WANG, inGroup(SHENGHONG), '确认');
    expect(accepted.map(line).toSorted()).toEqual([
      `push ${WITHOUT_ROBOT}`,
      `respond ${SHENGHONG}`,
      `webhook ${LEADER}`,
    ]);
    const signed = await say(LI, inGroup(WITHOUT_ROBOT), `收到 ${number}`);
    expect(signed.map(line)).toContain(`respond ${WITHOUT_ROBOT}`);
    expect((await sandbox.caseOf(number)).status).toBe('handling');
    expect((await sandbox.state()).outbox).toMatchObject({ pending: 0, uncertain: 0, dead: 0 });
  });

  it('takes a message that comes twice for one', async () => {
    const { msgid } = await wecom.post({ as: SUN, chat: SINGLE, text: LOAN });
    await wecom.post({ as: SUN, chat: SINGLE, text: LOAN, msgid });
    await until('the message to be done', async () => (await sandbox.state()).inbox.done === 1);
    const state = await sandbox.finished();
    expect(state).toMatchObject({ inbox: { done: 1, pending: 0 }, cases: { draft: 1 } });
  });

  it('pushes an answer that can no longer be given in place', async () => {
    wecom.connection?.faults.refuse(846605);
    const said = await say(SUN, SINGLE, LOAN);
    expect(said.map(line)).toEqual([`push ${SUN}`]);
    expect((await sandbox.state()).outbox).toMatchObject({ sent: 1, dead: 0 });
  });

  it('finds a half-dead connection out, opens it anew and pushes the answer', async () => {
    const { status } = await wecom.post({ as: SUN, chat: SINGLE, text: LOAN });
    wecom.connection?.faults.killSubscription();
    expect(status).toBe(200);
    await until('the fresh connection', () => wecom.connection?.subscriptions() === 2);
    await until('it to be subscribed', () => service.context.connection?.standing() === 'open');
    await sandbox.advance('5 minutes');
    expect(wecom.seen({ from: 'bot' }).map(line)).toEqual([`push ${SUN}`]);
    expect((await sandbox.state()).outbox).toMatchObject({ sent: 1, pending: 0, dead: 0 });
  });

  it('waits when the platform says that it was too much, and answers in place then', async () => {
    wecom.connection?.faults.refuse(45009);
    expect(await say(SUN, SINGLE, LOAN)).toEqual([]);
    await sandbox.advance('2 minutes');
    expect(wecom.seen({ from: 'bot' }).map(line)).toEqual([`respond ${SUN}`]);
  });

  it('does not send a conversation more than 30 messages a minute', async () => {
    for (let count = 0; count < 31; count += 1) await wecom.post({ as: SUN, chat: SINGLE, text: '我的问题' });
    await until('all to be done', async () => (await sandbox.state()).inbox.done === 31);
    await sandbox.finished();
    expect(wecom.seen({ from: 'bot' })).toHaveLength(30);
    await sandbox.advance('1 minute');
    expect(wecom.seen({ from: 'bot' })).toHaveLength(31);
    expect(await (await fetch(`${service.url}/metrics`)).text()).not.toMatch(
      /bangqi_sends_total\{way="answer",outcome="refused"\}/,
    );
  });

  it('says in /readyz how the connection stands, and 404 on the callback', async () => {
    expect(await (await fetch(`${service.url}/readyz`)).json()).toMatchObject({ ready: true, connection: 'open' });
    expect((await fetch(`${service.url}/wecom/bot`, { method: 'POST', body: '{}' })).status).toBe(404);
  });
});
