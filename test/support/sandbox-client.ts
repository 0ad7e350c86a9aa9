import { until } from './until.ts';

/** What `GET /sandbox/state` answers. */
export interface SandboxState {
  now: string;
  inbox: Record<'pending' | 'done' | 'failed', number>;
  outbox: Record<'pending' | 'sent' | 'uncertain' | 'dead' | 'passed' | 'void', number>;
  cases: Record<string, number>;
  idle: boolean;
}

/** What `GET /sandbox/cases/NUMBER` answers. */
export interface SandboxCase {
  number: string;
  status: string;
  version: number;
  subject: string;
  category: string;
  due: string | null;
  caseDue: string | null;
  wished: { day: string; expr: string } | null;
  legs: { unit: string; role: string; status: string; due: string }[];
  events: { type: string; at: string; by: string | null }[];
  closures: { round: number; uncountedAt: string | null; inTerm: boolean }[];
}

/** The sandbox of a running service, over HTTP. */
export interface SandboxClient {
  /** Business time as of the last answer. */
  now(): Date;
  state(): Promise<SandboxState>;
  /** The case of a number; its HTTP status besides when it is not there. */
  caseOf(number: string): Promise<SandboxCase>;
  /** Steps through all that falls due up to e.g. `2026-11-23 09:00` in Asia/Shanghai. */
  moveTo(time: string): Promise<SandboxState>;
  /** Jumps there, as an outage would. */
  skipTo(time: string): Promise<SandboxState>;
  /** Steps on by e.g. `3 workdays`. */
  advance(words: string): Promise<SandboxState>;
  /** Has all done that can be done at the present clock, by a move of no length. */
  finished(): Promise<SandboxState>;
  /** Looks on until nothing can be done at the present clock: what the service wakes up to by itself. */
  settled(patienceMs?: number): Promise<SandboxState>;
}

/** A client of the service at an address. */
export function buildSandboxClient(url: string): SandboxClient {
  let now = new Date();
  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const init = body ? { method: 'POST', body: JSON.stringify(body) } : {};
    const response = await fetch(`${url}${path}`, init);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  const noted = async (asked: Promise<SandboxState>): Promise<SandboxState> => {
    const state = await asked;
    now = new Date(state.now);
    return state;
  };
  const state = () => noted(ask('/sandbox/state'));
  const move = (body: object) => noted(ask('/sandbox/clock', body));
  return {
    now: () => now,
    state,
    caseOf: (number) => ask(`/sandbox/cases/${number}`),
    moveTo: (time) => move({ now: isoOf(time) }),
    skipTo: (time) => move({ now: isoOf(time), skip: true }),
    advance: (words) => move({ advance: words }),
    finished: () => move({ advance: '0 seconds' }),
    settled: (patienceMs) => {
      const look = async () => {
        const current = await state();
        return current.idle ? current : null;
      };
      return until('nothing to do at the present clock', look, patienceMs);
    },
  };
}

function isoOf(time: string): string {
  return `${time.replace(' ', 'T')}:00+08:00`;
}
