import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pick } from '../support/random.ts';
import type { Place } from './place.ts';
import { buildServiceProcess, type Kill, KILLS, type ServiceProcess } from './service-process.ts';

/** The service's processes, and what has been done to them. */
export interface Fleet {
  /** The process that is asked next; they take turns. */
  url(): string;
  /** Kills one at random and starts it again. */
  killOne(): Promise<void>;
  /** How many died of each kind of kill. */
  kills: Readonly<Record<Kill, number>>;
  /** Ends all; false when one did not go within 10 s of SIGTERM. */
  stop(): Promise<boolean>;
}

/** Half of the kills take the service alone, as the system does when memory runs out. */
const CHANCES: readonly Kill[] = ['service', 'service', 'group', 'everything'];

/** Starts so many processes, one after the other: the first makes the data folder. */
export async function startFleet(v: { count: number; place: Place; random: () => number }): Promise<Fleet> {
  const { place, random } = v;
  const processes: ServiceProcess[] = [];
  for (let i = 0; i < v.count; i += 1) {
    const log = path.join(place.dataDir, `service-${i + 1}.log`);
    const one = await buildServiceProcess({ env: place.env, dataDir: place.dataDir, log });
    await one.start();
    processes.push(one);
  }
  const kills: Record<Kill, number> = { service: 0, group: 0, everything: 0 };
  let turn = 0;
  return {
    kills,
    url() {
      turn += 1;
      return processes[turn % processes.length]?.url ?? '';
    },
    async killOne() {
      const one = pick(random, processes);
      const how = pick(random, CHANCES);
      kills[how] += 1;
      await one.kill(how);
      await one.start();
    },
    async stop() {
      const gone = await Promise.all(processes.map((one) => one.stop()));
      return gone.every(Boolean);
    },
  };
}

/** Kills one process after the other, each when its turn comes. */
export async function killAt(turns: readonly Promise<unknown>[], fleet: Fleet, pause: () => number): Promise<void> {
  for (const turn of turns) {
    await turn;
    await delay(pause());
    await fleet.killOne();
  }
}

/** All kinds of kill in the order of the table. */
export const KINDS_OF_KILL = KILLS;
