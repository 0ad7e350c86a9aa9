import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { hear } from '../../../src/app/connection/hear.ts';
import type { Context } from '../../../src/app/context.ts';
import { buildMetrics } from '../../../src/app/metrics.ts';
import type { Heard } from '../../../src/wecom/connection/connection.ts';

const ORIGIN = { reqId: 'R1', line: 'L1', heardAt: 0 };
const AES_KEY = 'aeskey-5ec2e7c0de';

function aMessage(changes: object = {}): Heard {
  const body = {
    msgid: 'M1',
    chattype: 'single',
    from: { userid: 'lihua' },
    msgtype: 'text',
    text: { content: '收到' },
  };
  return { kind: 'message', origin: ORIGIN, body: { ...body, ...changes } };
}

/** A process whose store does `insert`; what is kept, answered, rung and logged. */
function aProcess(insert: () => Promise<boolean>) {
  const kept: unknown[][] = [];
  const said: unknown[][] = [];
  const rings: string[] = [];
  const logged: string[] = [];
  const context = {
    config: { corpId: null },
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
    clock: { now: async () => new Date('2026-11-27T09:00:00+08:00') },
    stores: { inbox: { insert: (...given: unknown[]) => (kept.push(given), insert()) } },
    connection: { respond: async (...given: unknown[]) => void said.push(given) },
    bell: { ring: (name: string) => void rings.push(name) },
    metrics: buildMetrics(),
  } as unknown as Context;
  return { context, kept, said, rings, logged };
}

describe('a frame of the long connection', () => {
  it('is kept under the id that a callback would have, with where it came in', async () => {
    const { context, kept, rings, said } = aProcess(async () => true);
    await hear(aMessage(), context);
    expect(kept).toMatchObject([
      [{ id: 'bot/M1', person: 'CORP/lihua', text: '收到', responseUrl: null }, {}, {}, ORIGIN],
    ]);
    expect([rings, said]).toEqual([['inbox'], []]);
  });

  it('that has come before wakes nobody', async () => {
    const { context, rings } = aProcess(async () => false);
    await hear(aMessage(), context);
    expect(rings).toEqual([]);
  });

  it('that cannot be kept is answered: send it again', async () => {
    const { context, said } = aProcess(() => Promise.reject(new Error('away')));
    await hear(aMessage(), context);
    expect(said).toEqual([[ORIGIN, { type: 'markdown', content: expect.stringContaining('请稍后重发') }]]);
  });

  it('leaves the keys of its files out of the log, kept or not', async () => {
    const image = { msgtype: 'image', image: { url: 'https://media.example/i1', aeskey: AES_KEY } };
    for (const insert of [async () => true, () => Promise.reject(new Error('away'))]) {
      const { context, logged } = aProcess(insert);
      await hear(aMessage(image), context);
      expect(logged.join()).not.toContain(AES_KEY);
    }
  });
});
