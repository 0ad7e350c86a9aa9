import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPostgresOn } from '../../src/postgres/open-postgres.ts';
import { answers } from '../../src/postgres/postmaster-file.ts';
import { type Host, inspectHost, NOBODY } from '../../src/postgres/run-as.ts';
import { buildScratch, type Scratch } from './scratch.ts';
import { SCRIPT, type ServiceProcess, startServiceProcess } from './service-process.ts';

const NAMELESS = 54_321;
const ROOT_WITHOUT_NAMESPACES: Host = { uid: 0, named: true, userNamespaces: () => false };

const isRoot = process.getuid?.() === 0;
const readableByAll = isRoot && spawnSync('test', ['-r', SCRIPT], { uid: NOBODY, gid: NOBODY }).status === 0;

let scratch: Scratch;
beforeEach(() => {
  scratch = buildScratch();
});
afterEach(() => scratch.clear());

async function startAs(uid: number): Promise<ServiceProcess> {
  chmodSync(path.dirname(scratch.dir), 0o755);
  mkdirSync(scratch.dir);
  chownSync(scratch.dir, uid, uid);
  return scratch.closeLater(await startServiceProcess(scratch.dir, { uid }));
}

describe.skipIf(!isRoot)('openPostgres as root without user namespaces (skipped unless run by root)', () => {
  it('runs as uid 65534 in a folder that this uid can reach', async () => {
    chmodSync(path.dirname(scratch.dir), 0o755);
    const postgres = scratch.closeLater(await openPostgresOn(ROOT_WITHOUT_NAMESPACES, { dir: scratch.dir }));
    expect(postgres.how).toBe('uid 65534');
    expect(statSync(path.join(scratch.dir, 'data')).uid).toBe(NOBODY);
    expect(await answers(postgres.connection.host)).toBe(true);
  });

  it('keeps its files under /var/lib when the wanted folder is for root only', async () => {
    const postgres = scratch.closeLater(await openPostgresOn(ROOT_WITHOUT_NAMESPACES, { dir: scratch.dir }));
    expect(postgres.connection.host).toMatch(/^\/var\/lib\/embedded-postgres-/);
    await postgres.close();
    rmSync(path.dirname(postgres.connection.host), { recursive: true });
  });

  it('goes on with the same files when the way of running changes', async () => {
    chmodSync(path.dirname(scratch.dir), 0o755);
    const before = await openPostgresOn(ROOT_WITHOUT_NAMESPACES, { dir: scratch.dir });
    await before.close();
    const after = scratch.closeLater(await openPostgresOn(inspectHost(), { dir: scratch.dir }));
    expect(await answers(after.connection.host)).toBe(true);
  });
});

describe.skipIf(!readableByAll)('openPostgres as an ordinary user (skipped unless root can become one here)', () => {
  it('runs directly for a user with a name', async () => {
    expect((await startAs(NOBODY)).how).toBe('direct');
  });

  it('borrows a name for a uid without one, or says what to do', async () => {
    const namespaces = spawnSync('unshare', ['-U', 'true'], { uid: NAMELESS, gid: NAMELESS }).status === 0;
    const outcome = await startAs(NAMELESS).then(
      ({ how }) => how,
      (error: Error) => error.message,
    );
    expect(outcome).toMatch(namespaces ? /^user namespace$/ : /set REDIS_URL/);
  });

  it('names the folder that it may not write', async () => {
    chmodSync(path.dirname(scratch.dir), 0o755);
    mkdirSync(scratch.dir);
    await expect(startServiceProcess(scratch.dir, { uid: NOBODY })).rejects.toThrow(
      /cannot write in .*queue: run the service/,
    );
  });
});
