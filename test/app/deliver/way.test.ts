import { loadConfig } from '../../../config/env.ts';
import { describe, expect, it } from 'vitest';
import { findWay, type Way } from '../../../src/app/deliver/way.ts';
import type { ConnectionHolder } from '../../../src/app/connection/holder.ts';
import type { Context } from '../../../src/app/context.ts';
import type { Target } from '../../../src/domain/notice.ts';
import type { InboxRow } from '../../../src/store/inbox-row.ts';
import type { OutboxRow } from '../../../src/store/outbox-store.ts';
import { aWorld } from '../../support/world-factory.ts';

const SAID_AT = new Date('2026-11-27T09:00:00+08:00');
const ORIGIN = { reqId: 'R1', line: 'L1', heardAt: 0 };
const REPLY: Target = { kind: 'reply', inbox: 'bot/M1', chat: null };

const hours = (count: number) => new Date(SAID_AT.getTime() + count * 3_600_000);

interface Given {
  heard?: Partial<InboxRow>;
  spent?: true;
  now?: Date;
  /** What the process has of the long connection; null: none is configured. */
  connection?: { elected?: boolean; line?: string; out?: boolean } | null;
}

function wayOf({ heard = {}, spent, now = hours(0), connection = {} }: Given): Promise<Way> {
  const row = { to: REPLY, ...(spent ? { spent } : {}) } as unknown as OutboxRow;
  const message = {
    channel: 'bot',
    botChatid: null,
    person: 'CORP/lihua',
    responseUrl: null,
    saidAt: SAID_AT,
    origin: ORIGIN,
    ...heard,
  };
  const holder = connection && {
    isElected: () => connection.elected ?? true,
    isOut: () => connection.out ?? false,
    brought: ({ line }: { line: string }) => line === (connection.line ?? 'L1'),
  };
  const context = {
    stores: { inbox: { get: async () => message as InboxRow } } as unknown as Context['stores'],
    connection: holder as ConnectionHolder | null,
    config: loadConfig({}),
  };
  return findWay(row, { roster: aWorld().roster, now, context });
}

describe('the way of an answer to what came by the long connection', () => {
  it('is in place, by the connection that brought it', async () => {
    expect(await wayOf({ now: hours(23) })).toMatchObject({ kind: 'answer', origin: ORIGIN });
  });

  it.each([
    ['after 24 hours', { now: hours(24) }],
    ['when the req_id was refused', { spent: true as const }],
    ['when another connection stands by now', { connection: { line: 'L2' } }],
  ])('%s is a push to the person', async (_, given) => {
    expect(await wayOf(given)).toMatchObject({ kind: 'push', target: { kind: 'single', userid: 'lihua' } });
  });

  it('is a push to the group that it was said in, known or not', async () => {
    const heard = { botChatid: 'wrUnknown' };
    expect(await wayOf({ heard, now: hours(24) })).toMatchObject({
      kind: 'push',
      target: { kind: 'group', chatid: 'wrUnknown' },
    });
  });

  it('is the same conversation for the limits, in place or pushed', async () => {
    const [inPlace, pushed] = await Promise.all([wayOf({}), wayOf({ now: hours(24) })]);
    expect(inPlace).toMatchObject({ conversation: 'single/CORP/lihua' });
    expect(pushed).toMatchObject({ conversation: 'single/CORP/lihua' });
  });

  it('is another process’s where that holds the connection', async () => {
    const connection = { elected: false };
    expect(await wayOf({ connection })).toEqual({ kind: 'elsewhere' });
    expect(await wayOf({ connection, now: hours(24) })).toEqual({ kind: 'elsewhere' });
  });

  it('is never a push to a person of another corp, whose id may be somebody else’s here', async () => {
    const heard = { person: 'wwSUPPLIER/wangqiang' };
    expect(await wayOf({ heard })).toMatchObject({ kind: 'answer' });
    expect(await wayOf({ heard, now: hours(24) })).toMatchObject({ kind: 'none' });
  });

  it('is none once the connection is no longer configured', async () => {
    expect(await wayOf({ connection: null })).toMatchObject({ kind: 'none' });
  });
});

describe('the way while nobody has an open connection', () => {
  const connection = { elected: false, out: true };

  it('is another one where there is one', async () => {
    const heard = { responseUrl: 'https://platform.example/r' };
    expect(await wayOf({ heard, connection })).toMatchObject({ kind: 'response' });
  });

  it('is waited for where it is the only one', async () => {
    expect(await wayOf({ connection })).toMatchObject({ kind: 'later' });
    expect(await wayOf({ connection, heard: { person: 'wwSUPPLIER/wangqiang', origin: null } })).toMatchObject({
      kind: 'none',
    });
  });
});

describe('the way of an answer to a callback', () => {
  it('stays its response_url, also where the connection is configured by now', async () => {
    const heard = { origin: null, responseUrl: 'https://platform.example/r' };
    expect(await wayOf({ heard })).toMatchObject({ kind: 'response' });
    expect(await wayOf({ heard, now: hours(1) })).toMatchObject({ kind: 'push' });
  });
});
