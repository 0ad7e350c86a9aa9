import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { kill, type Server, stopServer } from './server.ts';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** Who has run this long has recovered: the next failure begins with short pauses again. */
const HEALTHY_MS = 10_000;

/** What keeping a server running needs. */
export interface KeepRunningOptions {
  first: Server;
  /** Starts the next one; breaks off when the signal says so. */
  start: (signal: AbortSignal) => Promise<Server>;
  onLog: (line: string) => void;
}

/** The pause before the next start, after so many failures in a row. */
export function pauseBefore(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
}

/** Starts the server again whenever it ends, until the returned function stops both. */
export function keepRunning(options: KeepRunningOptions): () => Promise<void> {
  const closing = new AbortController();
  const closed = once(closing.signal, 'abort').then(() => '');
  let current = options.first;
  // A process that ends without closing would leave PostgreSQL behind.
  const stopAtExit = () => void kill(current.pid, 'SIGINT');
  process.once('exit', stopAtExit);
  const watching = watch();

  async function watch(): Promise<void> {
    let failures = 0;
    while (!closing.signal.aborted) {
      const since = performance.now();
      const reason = await Promise.race([current.ended, closed]);
      if (closing.signal.aborted) return;
      failures = performance.now() - since > HEALTHY_MS ? 0 : failures + 1;
      options.onLog(`PostgreSQL has ended (${reason}); starting it again`);
      current = (await startAgain(options, failures, closing.signal)) ?? current;
    }
  }

  return async () => {
    const before = current;
    closing.abort();
    await stopServer(before);
    await watching;
    // A start that was under way may have succeeded in the meantime.
    if (current !== before) await stopServer(current);
    process.removeListener('exit', stopAtExit);
  };
}

/** Tries until it succeeds; null when closing comes first. */
async function startAgain(options: KeepRunningOptions, failures: number, closing: AbortSignal): Promise<Server | null> {
  for (let attempt = failures; ; attempt += 1) {
    await delay(pauseBefore(attempt), undefined, { signal: closing }).catch(() => undefined);
    if (closing.aborted) return null;
    try {
      return await options.start(closing);
    } catch (error) {
      options.onLog(error instanceof Error ? error.message : String(error));
    }
  }
}
