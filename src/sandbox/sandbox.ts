import { randomBytes, randomUUID } from 'node:crypto';
import type { Config } from '../../config/env.ts';
import type { Context } from '../app/context.ts';
import { keepUp } from '../app/sweep.ts';
import type { SandboxPort } from '../app/service.ts';
import { registerGroups } from './register-groups.ts';
import { sandboxRouter } from './routes.ts';
import { buildWecomSimulator, type WecomSimulator } from './wecom/simulator.ts';

/** What `SANDBOX=1` adds: the movable clock and, unless an outside platform is named, the simulated one. */
export interface Sandbox extends SandboxPort {
  /** The simulated platform; null when an outside program plays it. */
  wecom: WecomSimulator | null;
}

/** Builds the sandbox of one process. The simulated platform is reached at the service's own address. */
export function buildSandbox(v: { config: Config; origin: string; context: () => Context }): Sandbox {
  const { origin, context } = v;
  const simulated = v.config.wecomApiBase === null;
  const config = simulated ? simulatedBy(origin, v.config) : v.config;
  const service = { url: `${origin}/wecom/bot`, ...(config.bot ?? newCredentials()), botName: config.botName };
  const now = () => context().clock.now();
  const app = config.app && { ...config.app, url: `${origin}/wecom/app` };
  const wecom = simulated ? buildWecomSimulator({ service, now, origin, app, connection: v.config.connection }) : null;
  return {
    config,
    wecom,
    attach: (server) => wecom?.connection?.attach(server),
    routes: () => sandboxRouter({ context: context(), wecom }),
    async open() {
      context().onClockMoved = () => keepUp(context());
      if (wecom) await registerGroups(wecom, context());
    },
    close: () => wecom?.close(),
  };
}

/** The settings with the simulator's addresses; its bot has one way in, as the platform's has. */
function simulatedBy(origin: string, config: Config): Config {
  const { connection } = config;
  if (!connection) return { ...config, bot: config.bot ?? newCredentials(), wecomApiBase: origin };
  const url = connection.url ?? origin.replace(/^http/, 'ws');
  return { ...config, wecomApiBase: origin, connection: { ...connection, url } };
}

/** Fresh credentials each start: both ends of the wire are in this process. */
function newCredentials(): { token: string; aesKey: string } {
  return { token: randomUUID().replaceAll('-', ''), aesKey: `${randomBytes(32).toString('hex').slice(0, 42)}A` };
}
