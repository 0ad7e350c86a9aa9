import type { Engines } from './engines.ts';
import { livingProcesses } from './processes.ts';
import { openTcpProxy } from './tcp-proxy.ts';

/** The queue's server, which can be away without being harmed. */
export interface QueueSwitch {
  /** Settings that lead a service to an empty database and to this queue. */
  data: NodeJS.ProcessEnv;
  away(): Promise<void>;
  back(): Promise<void>;
  close(): Promise<void>;
}

/** Puts a switch before the queue of a test file: a proxy before Redis, or the embedded PostgreSQL stands still. */
export async function switchableQueue(engines: Engines): Promise<QueueSwitch> {
  const data = engines.freshData();
  if (!data.REDIS_URL) return { data, ...standingStill(engines.dir) };
  const url = new URL(data.REDIS_URL);
  const proxy = await openTcpProxy({ host: url.hostname, port: Number(url.port || 6379) });
  url.host = `127.0.0.1:${proxy.port}`;
  return {
    data: { ...data, REDIS_URL: url.href },
    away: () => proxy.away('refuse'),
    back: () => proxy.back(),
    close: () => proxy.close(),
  };
}

function standingStill(dir: string): Omit<QueueSwitch, 'data'> {
  const signal = (name: NodeJS.Signals) => {
    const all = livingProcesses();
    const [first] = all.filter(({ command }) => command.includes('postgres') && command.includes(dir));
    if (!first) throw new Error('the embedded queue has no PostgreSQL process to be seen');
    for (const { pid } of all.filter(({ pid, parent }) => pid === first.pid || parent === first.pid))
      process.kill(pid, name);
  };
  return {
    away: async () => signal('SIGSTOP'),
    back: async () => signal('SIGCONT'),
    close: async () => {},
  };
}
