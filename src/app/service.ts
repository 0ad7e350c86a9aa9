import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pino, type Logger } from 'pino';
import type { Connection } from 'mongoose';
import type { Config } from '../../config/env.ts';
import { openPostgres } from '../../packages/embedded/src/index.ts';
import type Router from '@koa/router';
import { openModel } from '../llm/client.ts';
import { guarded } from '../llm/guarded.ts';
import { openHolder } from './connection/open-holder.ts';
import { buildCore, type Context, ensureIndexes } from './context.ts';
import { buildHttp } from './http.ts';
import { drain } from './loop.ts';
import { buildMetrics } from './metrics.ts';
import { openDatabase } from './open-database.ts';
import { buildQueueBell, type QueueBell, type QueuePlace } from './queue-bell.ts';
import { buildReadiness } from './readiness.ts';
import { buildShutdown, type Shutdown } from './shutdown.ts';
import { sweep, type SweepState } from './sweep.ts';
import { buildWecom } from './wecom.ts';
import { watchSweeps } from './watch-sweeps.ts';

/** Time for one look of the language model, within the lease on the conversation that waits for it. */
const MODEL_TIMEOUT_MS = 6_000;

const MODEL_GUARD = { inFlight: 2, failures: 3, pauseMs: 60_000, now: () => performance.now() };

/** What a sandbox adds to a service; built outside, so that production carries none of it. */
export interface SandboxPort {
  /** The settings, with the simulated platform's credentials and address filled in. */
  config: Config;
  routes(): Router;
  /** Adds what the simulated platform takes besides HTTP requests. */
  attach(server: Server): void;
  /** Called once the database is there. */
  open(): Promise<void>;
  close(): void;
}

/** A running service. */
export interface Service {
  /** Where it listens, e.g. http://127.0.0.1:3000. */
  url: string;
  context: Context;
  /** Stops taking, finishes what is at hand, closes in order. */
  close(): Promise<void>;
}

export interface ServiceOptions {
  log?: Logger;
  /** Builds the simulator and the movable clock; given by whoever starts a sandbox. */
  buildSandbox?: (v: { config: Config; origin: string; context: () => Context }) => SandboxPort;
}

/** Starts one process of the service: listener, database, queue, worker, as its ROLE says. */
export async function startService(config: Config, options: ServiceOptions = {}): Promise<Service> {
  const log = options.log ?? pino({ level: config.logLevel });
  const shutdown = buildShutdown(log);
  try {
    return await start(config, { ...options, log, shutdown });
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

interface Starting extends ServiceOptions {
  log: Logger;
  shutdown: Shutdown;
}

async function start(given: Config, v: Starting): Promise<Service> {
  const { log, shutdown } = v;
  const { server, url, serve } = await listen(given);
  shutdown.first('http', () => closeServer(server));
  let built: Context | null = null;
  const sandbox = v.buildSandbox?.({ config: given, origin: url, context: () => built as Context }) ?? null;
  const config = sandbox?.config ?? given;
  const database = await openDatabase(config);
  shutdown.last('database', () => database.close());
  const core = buildCore(config, database.connection);
  // Closed after the queue: what is at hand may need it.
  shutdown.normal('long connection', () => built?.connection?.close());
  const place = await openQueue(config, database.connection.name, v);
  const bell = buildQueueBell(place, { log, now: core.clock.shownLast, delays: !config.sandbox });
  shutdown.normal('queue', () => bell.close());
  const context = contextOf({
    config,
    log,
    bell,
    url,
    stopping: shutdown.stopping,
    core,
    connection: database.connection,
  });
  built = context;
  await ensureIndexes(context.stores);
  await sandbox?.open();
  const sweeps: SweepState | null = config.role === 'web' ? null : { lastAt: null };
  const readiness = buildReadiness({ connection: database.connection, bell, sweeps, line: context.connection });
  const handle = buildHttp({ context, readiness, sandbox: sandbox?.routes() ?? null }).callback();
  // Taken before the backlog is worked on: after an outage that may take minutes, and a bot's message comes once.
  serve((request, response) => void handle(request, response));
  sandbox?.attach(server);
  if (sweeps) context.connection?.start();
  if (sweeps) shutdown.first('sweeps', await work(context, bell, sweeps));
  sayHow(config, { log, url, database });
  shutdown.first('sandbox', async () => sandbox?.close());
  return { url, context, close: () => shutdown.run() };
}

function contextOf(v: {
  config: Config;
  log: Logger;
  bell: QueueBell;
  url: string;
  stopping: AbortSignal;
  core: ReturnType<typeof buildCore>;
  connection: Connection;
}): Context {
  const { config, log, bell, url, stopping, core } = v;
  const wecom = buildWecom({ config, core, connection: v.connection, base: config.wecomApiBase ?? url });
  const model = config.llm && guarded(openModel({ ...config.llm, timeoutMs: MODEL_TIMEOUT_MS }), MODEL_GUARD);
  const parts = { config, log, bell, wecom, model, stopping, metrics: buildMetrics(), ...core };
  const context: Context = { ...parts, connection: openHolder(parts, () => context) };
  return context;
}

async function openQueue(config: Config, databaseName: string, v: Starting): Promise<QueuePlace> {
  if (config.redisUrl) return { kind: 'redis', url: config.redisUrl, prefix: `bangqi-${databaseName}` };
  const dir = path.join(config.dataDir, 'queue');
  const postgres = await openPostgres({ dir, onLog: (line) => v.log.debug({ line }, 'postgres') });
  v.shutdown.last('queue store', () => postgres.close());
  return { kind: 'postgres', connection: postgres.connection };
}

async function work(context: Context, bell: QueueBell, state: SweepState): Promise<() => Promise<void>> {
  const sweepNow = () => sweep(context, state);
  await bell.listen({ drain: (name) => drain(name, context), sweep: sweepNow });
  // What fell due while nobody worked is not left to the first minute.
  await sweepNow();
  const stop = watchSweeps({ state, sweep: sweepNow, schedule: () => bell.schedule(), log: context.log });
  return async () => stop();
}

async function listen(
  config: Config,
): Promise<{ server: Server; url: string; serve: (listener: RequestListener) => void }> {
  let current: RequestListener = (_, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => current(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    server,
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
    serve: (listener) => void (current = listener),
  };
}

/** New connections are refused at once; requests at hand are answered; idle ones are cut. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), 2_000);
  await closed;
  clearTimeout(cut);
}

function sayHow(config: Config, v: { log: Logger; url: string; database: { embedded: boolean } }): void {
  const { log, url } = v;
  if (v.database.embedded || !config.redisUrl) {
    log.info(
      'embedded data for trial, development or one small office; set MONGODB_URI and REDIS_URL to use MongoDB and Redis',
    );
  }
  if (!config.bot && !config.connection)
    log.warn(
      'no WECOM_BOT_TOKEN and WECOM_BOT_AES_KEY, and no WECOM_BOT_ID and WECOM_BOT_SECRET: the smart bot channel is off and /wecom/bot answers 404',
    );
  if (config.connection && config.role === 'web')
    log.warn('the long connection is held by ROLE=all or worker; this process takes no messages of the bot');
  log.info({ url, role: config.role, sandbox: config.sandbox }, 'bangqi is ready');
}
