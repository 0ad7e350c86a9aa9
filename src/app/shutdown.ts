import type { Logger } from 'pino';

/** All of it must be over before an operator's 10 s are. */
const DEADLINE_MS = 8_000;

type Step = { name: string; close: () => Promise<unknown> | undefined };

/** Closes what was opened in order: what takes work first, what works next, what it stands on last. */
export interface Shutdown {
  first(name: string, close: Step['close']): void;
  normal(name: string, close: Step['close']): void;
  last(name: string, close: Step['close']): void;
  /** Aborted as soon as closing begins. */
  stopping: AbortSignal;
  /** Runs once, however often it is called. Never throws. */
  run(): Promise<void>;
}

export function buildShutdown(log: Logger): Shutdown {
  const phases: Step[][] = [[], [], []];
  const add = (phase: number) => (name: string, close: Step['close']) => void phases[phase]?.unshift({ name, close });
  const controller = new AbortController();
  let running: Promise<void> | null = null;
  const begin = (): Promise<void> => {
    controller.abort();
    return runPhases(phases, log);
  };
  return {
    stopping: controller.signal,
    first: add(0),
    normal: add(1),
    last: add(2),
    run: () => (running ??= begin()),
  };
}

async function runPhases(phases: readonly Step[][], log: Logger): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS;
  for (const steps of phases) {
    for (const step of steps) await runStep(step, Math.max(500, deadline - Date.now()), log);
  }
}

async function runStep(step: Step, ms: number, log: Logger): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      log.warn({ step: step.name }, 'closing took too long; what was at hand is picked up at the next start');
      resolve();
    }, ms);
  });
  try {
    await Promise.race([step.close(), late]);
  } catch (error) {
    log.warn({ err: error, step: step.name }, 'closing failed; what was at hand is picked up at the next start');
  } finally {
    clearTimeout(timer);
  }
}
