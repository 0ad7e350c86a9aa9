import type { Connection } from 'mongoose';
import type { ConnectionHolder } from './connection/holder.ts';
import type { QueueBell } from './queue-bell.ts';
import type { SweepState } from './sweep.ts';

/** What a load balancer and an operator may know of the parts behind this process. */
export interface Readiness {
  check(): Promise<{ ready: boolean; mongodb: boolean; queue: boolean; sweep: string; connection?: string }>;
}

/** Two sweeps missed in a row mean that nothing will fall due on time. */
const SWEEP_STALE_MS = 3 * 60_000;

const CHECK_MS = 1500;

/** Asks MongoDB and the queue, each on a short leash, and looks at when the last sweep ended. */
export function buildReadiness(v: {
  connection: Connection;
  bell: QueueBell;
  sweeps: SweepState | null;
  line: Pick<ConnectionHolder, 'standing'> | null;
}): Readiness {
  return {
    async check() {
      const [mongodb, queue] = await Promise.all([
        answers(() => pingMongo(v.connection)),
        answers(() => v.bell.check()),
      ]);
      const { sweeps } = v;
      const fresh = !sweeps || (sweeps.lastAt !== null && Date.now() - sweeps.lastAt.getTime() < SWEEP_STALE_MS);
      return {
        ready: mongodb && queue && fresh,
        mongodb,
        queue,
        // Shown, not demanded: no load balancer can help a platform that is away, and one process at a time has it.
        ...(v.line ? { connection: v.line.standing() } : {}),
        sweep: sweeps ? (sweeps.lastAt?.toISOString() ?? 'never') : 'not here',
      };
    },
  };
}

async function pingMongo(connection: Connection): Promise<void> {
  await connection.getClient().db().command({ ping: 1 });
}

async function answers(ask: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), CHECK_MS);
  });
  const asked = ask().then(
    () => true,
    () => false,
  );
  const result = await Promise.race([asked, late]);
  clearTimeout(timer);
  return result;
}
