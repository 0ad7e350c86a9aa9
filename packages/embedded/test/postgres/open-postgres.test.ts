import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedPostgres, openPostgres } from '../../src/index.ts';
import { answers, isAlive, isServing } from '../../src/postgres/postmaster-file.ts';
import { buildScratch, postmasterPid, type Scratch } from './scratch.ts';
import { startServiceProcess } from './service-process.ts';

let scratch: Scratch;
beforeEach(() => {
  scratch = buildScratch();
});
afterEach(() => scratch.clear());

const open = async (dir = scratch.dir): Promise<EmbeddedPostgres> => scratch.closeLater(await openPostgres({ dir }));
/** Not `isAlive`: a machine whose first process collects no orphans keeps their empty shells. */
const runs = (pid: number): boolean => isServing(path.join(scratch.dir, 'data'), pid);
const serves = (postgres: EmbeddedPostgres): Promise<boolean> => answers(postgres.connection.host);

describe('openPostgres', () => {
  it('opens a socket in a private folder and no TCP port', async () => {
    const postgres = await open();
    expect(await serves(postgres)).toBe(true);
    expect(statSync(postgres.connection.host).mode & 0o777).toBe(0o700);
    const addresses = readFileSync(path.join(scratch.dir, 'data', 'postmaster.pid'), 'utf8').split('\n')[5];
    expect(addresses?.trim()).toBe('');
  });

  it('leaves nothing running after close', async () => {
    const postgres = await open();
    const pid = postmasterPid(scratch.dir);
    await postgres.close();
    expect(await serves(postgres)).toBe(false);
    expect(runs(pid)).toBe(false);
  });

  it('tells the listener what PostgreSQL says', async () => {
    const lines: string[] = [];
    scratch.closeLater(await openPostgres({ dir: scratch.dir, onLog: (line) => lines.push(line) }));
    expect(lines.join('\n')).toContain('ready to accept connections');
  });

  it('moves the socket to a short path when the folder is too deep for one', async () => {
    const postgres = await open(path.join(scratch.dir, 'deep'.repeat(25)));
    expect(await serves(postgres)).toBe(true);
    expect(postgres.connection.host.length).toBeLessThan(91);
    await postgres.close();
    rmSync(postgres.connection.host, { recursive: true });
  });

  it('starts although a killed one left its file and its process id has gone to another process', async () => {
    await (await open()).close();
    const other = spawn('sleep', ['600']);
    const content = [
      other.pid,
      path.join(scratch.dir, 'data'),
      1,
      5432,
      path.join(scratch.dir, 'run'),
      '',
      '',
      'ready',
      '',
    ];
    writeFileSync(path.join(scratch.dir, 'data', 'postmaster.pid'), content.join('\n'), { mode: 0o600 });
    const postgres = await open();
    expect(await serves(postgres)).toBe(true);
    expect(isAlive(other.pid ?? 0)).toBe(true);
    other.kill();
    await once(other, 'exit');
  });

  it('starts although the creation of its files was cut short', async () => {
    mkdirSync(path.join(scratch.dir, 'data.new'), { recursive: true });
    writeFileSync(path.join(scratch.dir, 'data.new', 'PG_VERSION'), '18\n');
    expect(await serves(await open())).toBe(true);
  });

  it('refuses to touch files that are not a database', async () => {
    mkdirSync(path.join(scratch.dir, 'data'), { recursive: true });
    const precious = path.join(scratch.dir, 'data', 'thesis.txt');
    writeFileSync(precious, 'months of work');
    await expect(openPostgres({ dir: scratch.dir })).rejects.toThrow(
      /holds files but no PostgreSQL database: move it away/,
    );
    expect(existsSync(precious)).toBe(true);
  });

  it('joins the one whose owner lives, and leaves it running on close', async () => {
    const owner = await open();
    const second = await open();
    expect(second).toMatchObject({ how: 'joined', connection: owner.connection });
    await second.close();
    expect(await serves(owner)).toBe(true);
  });

  it('lets two that start at once agree on one PostgreSQL', async () => {
    const both = await Promise.all([open(), open()]);
    expect(both.filter(({ how }) => how === 'joined')).toHaveLength(1);
    expect(both[0]?.connection).toEqual(both[1]?.connection);
  });

  it('adopts the one whose owner was killed, and stops it on close', async () => {
    const service = await startServiceProcess(scratch.dir);
    const pid = postmasterPid(scratch.dir);
    await service.close();
    const postgres = await open();
    expect(postgres.how).toBe('adopted');
    expect(postmasterPid(scratch.dir)).toBe(pid);
    await postgres.close();
    expect(runs(pid)).toBe(false);
  });

  it('ends with the process group of its service', async () => {
    const service = scratch.closeLater(await startServiceProcess(scratch.dir, { ownGroup: true }));
    const pid = postmasterPid(scratch.dir);
    process.kill(-(service.child.pid ?? 0), 'SIGTERM');
    await expect.poll(() => runs(pid), { timeout: 10_000 }).toBe(false);
  });

  it('ends with a service that exits without closing', async () => {
    const service = scratch.closeLater(await startServiceProcess(scratch.dir));
    const pid = postmasterPid(scratch.dir);
    service.child.stdin.end();
    await expect.poll(() => runs(pid), { timeout: 10_000 }).toBe(false);
  });
});
