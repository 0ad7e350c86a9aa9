import { createServer } from 'node:http';
import type { ConnectionPlatform } from '../../src/sandbox/wecom/connection/platform.ts';
import type { ConnectionSettings } from '../../src/sandbox/wecom/connection/platform-options.ts';
import { buildWecomSimulator, type WecomSimulator } from '../../src/sandbox/wecom/simulator.ts';
import { buildConnection, type BotConnection, type ConnectionOptions } from '../../src/wecom/connection/connection.ts';
import type { ConnectionState, Heard } from '../../src/wecom/connection/connection.ts';
import { listenOn } from './listener.ts';
import { until } from './until.ts';

/** The bot of the tests; the words of both are looked for in logs and errors. */
export const LINE_BOT = { botId: 'aibLINE0001', secret: 'secret-5ec2e7c0de' } as const;

export const LINE_GROUP = { chatid: 'wrLineGroup', name: '盛弘机械包联群' };

/** A platform with a long connection, on a clock that stands until it is moved. */
export interface LineWorld {
  url: string;
  simulator: WecomSimulator;
  connection: ConnectionPlatform;
  clock: { now: Date };
  /** From now on its business time is another's. */
  follow(now: () => Date): void;
  close(): Promise<void>;
}

/** Starts the platform on a free port of loopback. */
export async function startLineWorld(settings: Partial<ConnectionSettings> = {}): Promise<LineWorld> {
  const clock = { now: new Date('2026-11-27T09:00:10+08:00') };
  let businessNow = () => clock.now;
  const server = createServer();
  const listener = await listenOn(server);
  const simulator = buildWecomSimulator({
    service: { url: 'http://127.0.0.1:1', token: '', aesKey: '', botName: '帮企通' },
    now: async () => businessNow(),
    origin: `http://127.0.0.1:${listener.port}`,
    connection: { ...LINE_BOT, ...settings },
  });
  const { connection } = simulator;
  if (!connection) throw new Error('the platform has no long connection');
  connection.attach(server);
  simulator.registerGroup(LINE_GROUP);
  return {
    url: `ws://127.0.0.1:${listener.port}`,
    simulator,
    connection,
    clock,
    follow: (now) => void (businessNow = now),
    async close() {
      simulator.close();
      await listener.stop();
    },
  };
}

/** A client with what it heard and how it stood. */
export interface LineClient extends BotConnection {
  heard: Heard[];
  states: ConnectionState[];
  /** Waits until it stands. */
  opened(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a client that comes back at once whenever its connection ends, unless the changes say otherwise. */
export async function startLineClient(url: string, changes: Partial<ConnectionOptions> = {}): Promise<LineClient> {
  const heard: Heard[] = [];
  const states: ConnectionState[] = [];
  const client = buildConnection({
    url,
    ...LINE_BOT,
    pause: () => 0,
    onHeard: (one) => void heard.push(one),
    onState: (state) => void states.push(state),
    ...changes,
  });
  client.start();
  return {
    ...client,
    heard,
    states,
    opened: async () => void (await until('the connection to stand', () => client.state().phase === 'open')),
    close: async () => client.stop(),
  };
}
