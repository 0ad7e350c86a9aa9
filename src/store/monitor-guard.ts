import { setTimeout as delay } from 'node:timers/promises';
import type { Connection } from 'mongoose';

/** A check takes 1.5 s at most (the connect timeout); one that is still out after this never ends. */
const STUCK_MS = 4_000;
const AGAIN_MS = 1_000;

/**
 * Opens the connection anew when the driver's watch over a server has got stuck: a check that begins just as its connection
 * closes waits for ever (mongodb 7.8, on servers without streaming heartbeats), and then the server is never found again,
 * however long it is back.
 */
export function guardMonitor(connection: Connection, reopen: () => Promise<unknown>): void {
  const client = connection.getClient();
  const running = new Map<string, NodeJS.Timeout>();
  const end = ({ connectionId }: { connectionId: string }) => clearTimeout(running.get(connectionId));
  const stop = () => {
    for (const timer of running.values()) clearTimeout(timer);
  };
  const renew = async () => {
    stop();
    connection.off('close', stop);
    await connection.close();
    await persist(reopen);
    guardMonitor(connection, reopen);
  };
  client.on('serverHeartbeatStarted', (check) => {
    // A streaming check waits at the server, and the driver notices when it breaks off.
    if (check.awaited) return;
    running.set(check.connectionId, setTimeout(() => void renew(), STUCK_MS).unref());
  });
  client.on('serverHeartbeatSucceeded', end);
  client.on('serverHeartbeatFailed', end);
  connection.once('close', stop);
}

async function persist(reopen: () => Promise<unknown>): Promise<void> {
  const opened = () =>
    reopen().then(
      () => true,
      () => false,
    );
  while (!(await opened())) await delay(AGAIN_MS, undefined, { ref: false });
}
