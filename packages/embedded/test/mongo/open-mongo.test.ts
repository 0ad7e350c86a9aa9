import { existsSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import mongoose from 'mongoose';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type OpenMongo, openMongo } from '../../src/mongo/open-mongo.ts';
import { startServer } from '../../src/mongo/server.ts';
import { isServed, logOf, serverOf, serversOf, startUser } from './support/processes.ts';
import { temporaryDir } from './support/temporary-dir.ts';

/** A server may take two seconds to see that it is alone, and a busy machine longer to end it. */
const GONE = { timeout: 20_000, interval: 100 };

async function open(dir: string, onLog?: (line: string) => void): Promise<OpenMongo> {
  const mongo = await openMongo({ dir, ...(onLog ? { onLog } : {}) });
  onTestFinished(() => mongo.close());
  return mongo;
}

async function withClient<T>(uri: string, use: (collection: mongoose.mongo.Collection) => Promise<T>): Promise<T> {
  const client = await mongoose.mongo.MongoClient.connect(uri, { serverSelectionTimeoutMS: 15_000 });
  try {
    return await use(client.db().collection('things'));
  } finally {
    await client.close();
  }
}

const socketOf = (dir: string) => path.join(dir, 'mongo.sock');

describe('openMongo', () => {
  it('keeps documents from one server of a folder to the next', async () => {
    const dir = await temporaryDir();
    const first = await open(dir);
    await withClient(first.uri, (things) => things.insertOne({ _id: 1 as never, at: new Date(5), name: '数据' }));
    await first.close();
    await vi.waitFor(() => expect(serversOf(dir)).toEqual([]), GONE);
    const second = await open(dir);
    expect(await withClient(second.uri, (things) => things.findOne())).toEqual({
      _id: 1,
      at: new Date(5),
      name: '数据',
    });
  });

  it('lets nobody else at the data', async () => {
    const dir = path.join(await temporaryDir(), 'data');
    const { uri } = await open(dir);
    await withClient(uri, (things) => things.insertOne({}));
    const modes = [dir, socketOf(dir), path.join(dir, 'mongo.db'), path.join(dir, 'mongo.log')].map(
      (file) => statSync(file).mode & 0o077,
    );
    expect(modes).toEqual([0, 0, 0, 0]);
  });

  it('lets a process join that stays on when the one that started the server ends', async () => {
    const dir = await temporaryDir();
    const starter = await startUser(dir);
    const joined = await open(dir);
    const pid = serverOf(dir);
    await starter.leave();
    await withClient(joined.uri, (things) => things.insertOne({}));
    expect(serverOf(dir)).toBe(pid);
    await joined.close();
    await vi.waitFor(() => expect(serversOf(dir)).toEqual([]), GONE);
  });

  it('stays for the one that started it when one that joined is killed', async () => {
    const dir = await temporaryDir();
    const starter = await open(dir);
    const pid = serverOf(dir);
    const joined = await startUser(dir);
    await joined.kill();
    await withClient(starter.uri, (things) => things.insertOne({}));
    expect(serverOf(dir)).toBe(pid);
  });

  it('ends by itself when the only process that used it is killed', async () => {
    const dir = await temporaryDir();
    const user = await startUser(dir);
    await user.kill();
    await vi.waitFor(() => expect(serversOf(dir)).toEqual([]), GONE);
  });

  it('starts one server when several processes open a folder at the same instant', async () => {
    const dir = await temporaryDir();
    const users = await Promise.all([startUser(dir), startUser(dir), open(dir), open(dir)]);
    expect(new Set(users.map(({ uri }) => uri)).size).toBe(1);
    await vi.waitFor(() => expect(serversOf(dir)).toHaveLength(1), GONE);
    await withClient(users[0].uri, (things) => things.insertOne({ n: 1 }));
    expect(await withClient(users[3].uri, (things) => things.countDocuments())).toBe(1);
  });

  it('replaces a server that was killed, and clients find the new one', async () => {
    const dir = await temporaryDir();
    const lines: string[] = [];
    const { uri } = await open(dir, (line) => lines.push(line));
    await withClient(uri, async (things) => {
      await things.insertOne({ n: 1 });
      process.kill(serverOf(dir), 'SIGKILL');
      await vi.waitFor(async () => expect(await things.countDocuments()).toBe(1), GONE);
    });
    expect(lines.join('\n')).toContain('starting it again');
  });

  it('goes on serving after a SIGTERM until its clients have gone', async () => {
    const dir = await temporaryDir();
    const mongo = await open(dir);
    const pid = serverOf(dir);
    await withClient(mongo.uri, async (things) => {
      process.kill(pid, 'SIGTERM');
      process.kill(pid, 'SIGINT');
      for (let i = 0; i < 50; i++) await things.insertOne({ i });
    });
    expect(serverOf(dir)).toBe(pid);
    await mongo.close();
    await vi.waitFor(() => expect(serversOf(dir)).toEqual([]), GONE);
    expect(existsSync(socketOf(dir))).toBe(false);
  });

  it.each([
    ['too long for a socket', 'long/'.repeat(30)],
    ['with a percent sign', '100%'],
    ['with spaces, capitals and Chinese', 'My Data/数据'],
  ])('opens a folder whose path is %s', async (_name, below) => {
    const dir = path.join(await temporaryDir(), below);
    const { uri } = await open(dir);
    await withClient(uri, (things) => things.insertOne({}));
    expect(existsSync(path.join(dir, 'mongo.db'))).toBe(true);
  });

  it('names the database it is asked for', async () => {
    const mongo = await openMongo({ dir: await temporaryDir(), database: 'other' });
    onTestFinished(() => mongo.close());
    expect(new URL(mongo.uri.replace('mongodb:', 'http:').replace(/%2F/g, '')).pathname).toBe('/other');
  });

  it('says why it cannot start', async () => {
    const dir = await temporaryDir();
    await mkdir(path.join(dir, 'mongo.db'));
    await expect(openMongo({ dir })).rejects.toThrow(/does not start/);
    expect(await logOf(dir)).not.toBe('');
  });

  it('does not open a folder that a server without a socket there holds', async () => {
    const dir = await temporaryDir();
    const holder = await startServer({ dir });
    onTestFinished(() => holder.close());
    await expect(startServer({ dir })).rejects.toThrow(/in use by another process/);
    expect(await isServed(socketOf(dir))).toBe(false);
  });
});
