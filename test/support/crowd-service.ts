import { loadConfig } from '../../config/env.ts';
import { buildStores } from '../../src/app/context.ts';
import { openDatabase } from '../../src/app/open-database.ts';
import type { Notice } from '../../src/domain/notice.ts';
import { aCrowdRoster, addCrowd, crowdTargets } from './crowd.ts';
import type { Engines } from './engines.ts';
import { APP_SETTINGS } from './outside-app.ts';
import { openPlatform, type Platform } from './outside-platform.ts';
import { buildSandboxClient, type SandboxClient } from './sandbox-client.ts';
import { giveRoster, settingsFor, startInProcess } from './service.ts';

/** A service with groups and people to send to, before a platform that judges limits by the sandbox's clock. */
export interface CrowdService {
  platform: Platform;
  sandbox: SandboxClient;
  /** Keeps the notices that are made for these targets, due at an instant. */
  keep(make: (targets: ReturnType<typeof crowdTargets>) => Notice[], dueAt: Date): Promise<void>;
  close(): Promise<void>;
}

/** Opens it with the clock at `now`, e.g. `2026-11-23 08:29`. */
export async function openCrowdService(
  engines: Engines,
  v: { groups: number; people: number; now: string },
): Promise<CrowdService> {
  const platform = await openPlatform();
  addCrowd(platform, v.groups);
  const settings = { ...settingsFor(platform), ...APP_SETTINGS, ...engines.freshData() };
  const service = await startInProcess(settings);
  await giveRoster(settings, aCrowdRoster(v.groups));
  const sandbox = buildSandboxClient(service.url);
  await sandbox.moveTo(v.now);
  return {
    platform,
    sandbox,
    async keep(make, dueAt) {
      const database = await openDatabase(loadConfig(settings));
      try {
        const { outbox, roster } = buildStores(database.connection);
        const notices = make(crowdTargets(await roster.load(), v.people));
        for (const notice of notices) await outbox.insert(notice, { now: sandbox.now(), dueAt });
      } finally {
        await database.close();
      }
    },
    async close() {
      await service.close();
      await platform.close();
    },
  };
}
