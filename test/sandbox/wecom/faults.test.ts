import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildWecomClient } from '../../../src/wecom/client.ts';
import { failureOf } from '../../wecom/failure-of.ts';
import { GROUP, startWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

function send(timeoutMs = 5_000) {
  const client = buildWecomClient({ base: world.origin, timeoutMs });
  return client.sendWebhook(GROUP.webhookKey, { type: 'text', content: '今日待办 3 件' });
}

function shown() {
  return world.simulator.seen({ via: 'webhook' }).length;
}

describe('injected faults, as our own client meets them', () => {
  it.each([
    [{ kind: 'badGateway' }, { outcome: 'refused', retryable: true }],
    [{ kind: 'reset' }, { outcome: 'unknown', retryable: true }],
    [
      { kind: 'errcode', errcode: -1 },
      { errcode: -1, retryable: true },
    ],
    [
      { kind: 'errcode', errcode: 45009 },
      { errcode: 45009, retryAfterMs: 60_000 },
    ],
    [
      { kind: 'errcode', errcode: 93004 },
      { errcode: 93004, retryable: false },
    ],
  ] as const)('%o strikes the next call alone', async (fault, failure) => {
    world.simulator.faults.next('webhook', fault);
    expect(await failureOf(send())).toMatchObject(failure);
    expect(shown()).toBe(0);
    await send();
    expect(shown()).toBe(1);
  });

  it('hangs until the caller gives up', async () => {
    world.simulator.faults.next('webhook', { kind: 'hang' });
    expect(await failureOf(send(500))).toMatchObject({ outcome: 'unknown' });
    expect(shown()).toBe(0);
  });

  it.each(['badGateway', 'reset', 'hang'] as const)('%s can strike after the message was taken', async (kind) => {
    world.simulator.faults.next('webhook', { kind, taken: true });
    await failureOf(send(1_000));
    expect(shown()).toBe(1);
  });

  it('answers late when it is slow, and the message stands there meanwhile', async () => {
    world.simulator.faults.next('webhook', { kind: 'slow', delayMs: 600_000 });
    expect(await failureOf(send(1_000))).toMatchObject({ outcome: 'unknown' });
    expect(shown()).toBe(1);
  });

  it('strikes as many calls as told', async () => {
    world.simulator.faults.next('webhook', { kind: 'badGateway' }, 2);
    await failureOf(send());
    await failureOf(send());
    await send();
    expect(shown()).toBe(1);
  });

  it('leaves the other endpoint alone, and is forgotten when cleared', async () => {
    world.simulator.faults.next('response', { kind: 'badGateway' });
    world.simulator.faults.next('webhook', { kind: 'badGateway' });
    world.simulator.faults.clear();
    await send();
    world.simulator.faults.next('response', { kind: 'badGateway' });
    await send();
    expect(shown()).toBe(2);
  });

  it('strikes the response_url, which then still works', async () => {
    await world.simulator.post({ as: 'lihua', chat: { kind: 'single' }, text: '你好' });
    const url = String(world.heard[0]?.body.response_url);
    const client = buildWecomClient({ base: world.origin, timeoutMs: 5_000 });
    world.simulator.faults.next('response', { kind: 'badGateway' });
    expect(await failureOf(client.respond(url, '好'))).toMatchObject({ outcome: 'refused' });
    await client.respond(url, '好');
    expect(world.simulator.seen({ via: 'response' })).toHaveLength(1);
  });
});
