import { setTimeout as delay } from 'node:timers/promises';

/** Asked again soon at first, for most work is done in a moment, then ever more rarely. */
const AGAIN_MS = 5;
const RAREST_MS = 200;
const GIVE_UP_MS = 240_000;

/** The service's clock as an outsider moves it. */
export interface SandboxClock {
  /** The instant that stands, as far as it is known here. */
  now(): Date;
  /** Moves it, through as many deaths of the service as come. @throws when it never arrives. */
  moveTo(target: Date, skip?: boolean): Promise<void>;
  /** Waits until nothing can be done. @throws when that never comes. */
  untilIdle(): Promise<void>;
}

interface State {
  now: string;
  idle: boolean;
}

/** Builds the clock of the services at `url()`. */
export function buildSandboxClock(url: () => string): SandboxClock {
  let stands = new Date();
  const moveTo = async (target: Date, skip = false) => {
    const body = JSON.stringify({ now: target.toISOString(), skip });
    await insist(`the clock does not move to ${target.toISOString()}`, async () => {
      const state = await ask(`${url()}/sandbox/clock`, { method: 'POST', body });
      if (state) stands = new Date(state.now);
      return stands.getTime() === target.getTime();
    });
  };
  const untilIdle = () =>
    insist('the service does not become idle', async () => (await ask(`${url()}/sandbox/state`))?.idle === true);
  return { now: () => stands, moveTo, untilIdle };
}

async function insist(complaint: string, attempt: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + GIVE_UP_MS;
  for (let pause = AGAIN_MS; Date.now() < deadline; pause = Math.min(2 * pause, RAREST_MS)) {
    if (await attempt()) return;
    await delay(pause);
  }
  throw new Error(`${complaint} within ${GIVE_UP_MS / 1000} s`);
}

async function ask(url: string, init: RequestInit = {}): Promise<State | null> {
  try {
    const response = await fetch(url, init);
    return response.ok ? ((await response.json()) as State) : null;
  } catch {
    return null;
  }
}
