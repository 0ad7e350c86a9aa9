import { setTimeout as delay } from 'node:timers/promises';
import { type Json, objectAt } from './content.ts';
import type { PassiveReply } from './check-reply.ts';
import { readShown } from './passive-message.ts';
import type { Seen, SeenLog } from './seen.ts';

/** How the platform asks for more of a stream. */
export interface StreamOptions {
  log: SeenLog;
  /** Pause before each question; the next comes only after the answer to the last. */
  intervalMs: number;
  signal: AbortSignal;
  now: () => Promise<Date>;
}

/** A stream as its first reply opened it. */
export interface Stream {
  seen: Seen;
  id: string;
  ask: (id: string) => Promise<PassiveReply>;
}

const LIFE_MS = 6 * 60_000;

/** Gets the id of a stream that is not finished; null when a reply opens none. */
export function findOpenStream(message: Json): string | null {
  const { id, finish } = objectAt(message, 'stream');
  return typeof id === 'string' && finish !== true ? id : null;
}

/** Asks for more until the stream is finished, wrong, six minutes old or the platform closes; each content replaces the last. */
export async function followStream(stream: Stream, options: StreamOptions): Promise<void> {
  const { seen, id, ask } = stream;
  const { log, intervalMs, signal, now } = options;
  for (let waited = 0; waited < LIFE_MS; waited += Math.max(intervalMs, 1)) {
    if (!(await pause(intervalMs, signal))) return;
    const reply = await ask(id);
    if (reply.problem !== null) return;
    if (reply.message) log.change(seen, readShown(reply.message));
    if (reply.message && findOpenStream(reply.message) === null) return;
    if ((await now()).getTime() - seen.at.getTime() >= LIFE_MS) return;
  }
}

/** False when the platform closes meanwhile. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await delay(ms, undefined, { signal, ref: false });
    return true;
  } catch {
    return false;
  }
}
