import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type City, cityAt, MONDAY, numberIn } from '../support/city.ts';
import { type Engines, openEngines } from '../support/engines.ts';
import { aFlowRoster, GXJ, LEADER, LI, SHENGHONG, SINGLE, SUN, WANG, webhookKeyOf } from '../support/flow-roster.ts';
import { type OutsideWecom, openOutsideWecom } from '../support/outside-wecom.ts';
import { buildSandboxClient } from '../support/sandbox-client.ts';
import { type ChildService, giveRoster, settingsFor, startChild } from '../support/service.ts';
import { livingProcesses } from '../support/processes.ts';
import { until } from '../support/until.ts';

const LOAN = '技改贷款迟迟批不下来';
const ROAD = '厂区门口道路破损，货车进不来';
/** A lease of a killed worker runs out after 15 s of machine time. */
const LEASE_PATIENCE_MS = 30_000;

let engines: Engines;
let wecom: OutsideWecom;
let settings: NodeJS.ProcessEnv;
let child: ChildService;
beforeAll(async () => void (engines = await openEngines({ startsNothing: true })));
afterAll(() => engines.close());
beforeEach(async () => {
  wecom = await openOutsideWecom();
  for (const chat of aFlowRoster().chats) wecom.addRobot(chat.botChatid, webhookKeyOf(chat.botChatid));
  settings = { ...settingsFor(wecom), ...engines.freshData() };
  child = await startChild(settings);
  await giveRoster(settings, aFlowRoster());
});
afterEach(async () => {
  await child.end('SIGTERM');
  await wecom.close();
});

/** The city around the child that runs now. */
async function city(): Promise<Omit<City, 'close'>> {
  const sandbox = buildSandboxClient(child.url);
  await sandbox.state();
  return cityAt(child.url, { wecom, sandbox, settings });
}

async function restarted(): Promise<Omit<City, 'close'>> {
  child = await startChild(settings);
  return city();
}

describe('a service that is killed', () => {
  it('between taking messages and working on them loses none and doubles none', { timeout: 60_000 }, async () => {
    const before = await city();
    await before.sandbox.moveTo(MONDAY);
    const taken = await Promise.all([
      before.post(WANG, SHENGHONG, LOAN),
      before.post(WANG, SINGLE, ROAD),
      before.post(SUN, SINGLE, LOAN),
    ]);
    expect(taken.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await child.end('SIGKILL', 'group')).toEqual({ code: null, signal: 'SIGKILL' });
    const after = await restarted();
    const state = await after.sandbox.settled(LEASE_PATIENCE_MS);
    expect(state).toMatchObject({
      now: '2026-11-23T09:00:00+08:00',
      inbox: { done: 3, pending: 0 },
      cases: { draft: 3 },
    });
    for (const { msgid } of taken) expect(wecom.answersTo(msgid)).toHaveLength(1);
    await after.sandbox.advance('10 minutes');
    expect([after.pushed(GXJ).length, after.pushed(LEADER).length]).toEqual([2, 2]);
  });

  it('with a request in flight sends an answer that may have arrived once more, and it shows once', {
    timeout: 60_000,
  }, async () => {
    const before = await city();
    await before.sandbox.moveTo(MONDAY);
    await wecom.down({ ends: 'hang', taken: true });
    const { msgid } = await before.post(WANG, SHENGHONG, LOAN);
    await until('the answer to be in flight', () => wecom.answersTo(msgid).length > 0);
    await child.end('SIGKILL');
    await wecom.up();
    const after = await restarted();
    const state = await after.sandbox.settled(LEASE_PATIENCE_MS);
    expect(state).toMatchObject({ inbox: { done: 1 }, outbox: { sent: 1, pending: 0, dead: 0 }, cases: { draft: 1 } });
    expect(wecom.answersTo(msgid)).toHaveLength(1);
  });
});

describe('a service that is told to end', () => {
  it('does so with exit code 0 and leaves no process behind, and nothing is lost', { timeout: 60_000 }, async () => {
    const before = await city();
    await before.sandbox.moveTo(MONDAY);
    const { msgid } = await before.post(WANG, SHENGHONG, LOAN);
    expect(await child.end('SIGTERM')).toEqual({ code: 0, signal: null });
    const folder = settings.MONGODB_URI ? engines.dir : (settings.DATA_DIR ?? '');
    const left = () =>
      livingProcesses().filter(({ group, command }) => group === child.group || command.includes(folder));
    await until('its group and the embedded servers to be gone', () => left().length === 0, 10_000);
    const after = await restarted();
    await after.sandbox.settled(LEASE_PATIENCE_MS);
    const number = numberIn(wecom.answersTo(msgid)[0] ?? null);
    expect(await after.say(WANG, SHENGHONG, '确认')).toContain(`${number} 已受理`);
    expect(await after.say(LI, GXJ, '收到')).toContain(`${number} 已签收`);
  });
});
