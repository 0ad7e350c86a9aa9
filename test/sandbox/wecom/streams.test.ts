import { describe, expect, it } from 'vitest';
import { buildSeenLog, type Seen } from '../../../src/sandbox/wecom/seen.ts';
import { followStream } from '../../../src/sandbox/wecom/streams.ts';
import { START, startWorld, waitForSeen, waitUntil } from './world.ts';
import { closedAfterEach } from '../../support/closed-after-each.ts';

const ALONE = { as: 'wangqiang', chat: { kind: 'single' } } as const;

const start = closedAfterEach(startWorld);

function streamOf(content: string, finish: boolean) {
  return { msgtype: 'stream', stream: { id: 'S1', finish, content } };
}

describe('point 7: the refreshing of a stream', () => {
  it('asks for more until the stream is finished, and each content replaces the last', async () => {
    const words = ['查询中', '查询中…', '三件'];
    const world = await start({
      reply: (heard, { heard: all, ...rest }) =>
        rest.seal(heard, streamOf(words[all.length - 1] ?? '', all.length === words.length)),
    });
    const done = waitForSeen(world.simulator, ({ text }) => text === '三件');
    await world.simulator.post({ ...ALONE, text: '进度' });
    await done;
    expect(world.simulator.seen({ from: 'bot' })).toMatchObject([{ text: '三件', via: 'passive' }]);
    expect(world.heard).toHaveLength(3);
  });

  it('asks with the id of the stream, a msgid of its own and no response_url', async () => {
    const world = await start({
      reply: (heard, { heard: all, ...rest }) => rest.seal(heard, streamOf(String(all.length), all.length === 2)),
    });
    const done = waitForSeen(world.simulator, ({ text }) => text === '2');
    await world.simulator.post({ ...ALONE, text: '进度' });
    await done;
    const [message, refresh] = world.heard.map(({ body }) => body);
    expect(refresh).toMatchObject({ msgtype: 'stream', stream: { id: 'S1' } });
    expect(refresh?.msgid).not.toBe(message?.msgid);
    expect(refresh).not.toHaveProperty('response_url');
  });

  it('asks again after an empty answer, which says that there is nothing new', async () => {
    const world = await start({
      reply: (heard, { heard: all, ...rest }) =>
        all.length === 2 ? undefined : rest.seal(heard, streamOf('好', all.length > 2)),
    });
    await world.simulator.post({ ...ALONE, text: '进度' });
    await waitUntil(() => world.heard.length === 3);
    expect(world.simulator.seen({ from: 'bot' })).toMatchObject([{ text: '好' }]);
  });

  it('stops and reports when an answer is not taken', async () => {
    const world = await start({
      reply: (heard, { heard: all, ...rest }) => (all.length === 1 ? rest.seal(heard, streamOf('查', false)) : 'oops'),
    });
    await world.simulator.post({ ...ALONE, text: '进度' });
    await waitUntil(() => world.simulator.problems().length > 0);
    expect(world.simulator.problems()).toEqual(['refresh: the body is neither empty nor a JSON object']);
  });
});

function refuseToAnswer(): Promise<never> {
  return Promise.reject(new Error('asked'));
}

describe('followStream', () => {
  const seen: Seen = { at: START, chat: { kind: 'single', id: 'a', name: 'a' }, from: 'bot', text: '', via: 'passive' };

  it('gives up six minutes of business time after the message', async () => {
    let asked = 0;
    const ask = async () => {
      asked += 1;
      return { problem: null, message: streamOf('还在查', false) };
    };
    const now = async () => new Date(START.getTime() + asked * 120_000);
    const signal = new AbortController().signal;
    await followStream({ seen: { ...seen }, id: 'S1', ask }, { log: buildSeenLog(), intervalMs: 0, signal, now });
    expect(asked).toBe(3);
  });

  it('asks no more once the platform is closed', async () => {
    const options = { log: buildSeenLog(), intervalMs: 0, signal: AbortSignal.abort(), now: async () => START };
    await expect(followStream({ seen: { ...seen }, id: 'S1', ask: refuseToAnswer }, options)).resolves.toBeUndefined();
  });
});
