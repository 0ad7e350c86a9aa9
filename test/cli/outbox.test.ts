import { beforeAll, expect, it } from 'vitest';
import type { Stores } from '../../src/app/context.ts';
import type { Notice } from '../../src/domain/notice.ts';
import type { TestDatabase } from '../support/database.ts';
import { runCli } from '../support/run-cli.ts';
import { shanghai } from '../support/world-factory.ts';
import { useStores } from '../support/use-stores.ts';

const NOW = shanghai('2026-11-25 09:00');
const WEEK_AGO = shanghai('2026-11-18 09:00');

let database: TestDatabase;
let stores: Stores;
useStores((opened) => void ({ stores, database } = opened));
beforeAll(async () => {
  await stores.clock.set(NOW);
});

const outbox = (...words: string[]) => runCli('outbox', words, { MONGODB_URI: database.uri, SANDBOX: '1' });

/** A notice of a week ago, in the state that became of it. */
async function aNotice(key: string, status: 'dead' | 'uncertain' | 'sent'): Promise<void> {
  const notice: Notice = {
    key,
    to: { kind: 'office' },
    class: 'workHours',
    number: null,
    about: { kind: 'text', text: '内容' },
  };
  await stores.outbox.insert(notice, { now: WEEK_AGO, dueAt: WEEK_AGO });
  await stores.outbox.finish([key], { status, answer: 'why it is so' });
}

it('npm run outbox lists what never arrived, with its reason and without its words', async () => {
  await Promise.all([aNotice('a/1', 'dead'), aNotice('b/2', 'uncertain'), aNotice('c/3', 'sent')]);
  const { code, stdout } = await outbox('list');
  expect({ code, stdout }).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^a\/1\toffice\ttext\t2026-11-18.*why it is so\n$/),
  });
  expect(stdout).not.toContain('内容');
  expect((await outbox('list', 'uncertain')).stdout).toMatch(/^b\/2\t/);
  expect((await outbox('list', 'pending')).stdout).toBe('no notice is pending\n');
});

it('npm run outbox lets a notice try again at once, as young as if it had just been made', async () => {
  expect(await outbox('resend', 'b/2')).toMatchObject({ code: 0, stdout: '1 sent again\n' });
  expect(await stores.outbox.model.findById('b/2').lean()).toMatchObject({
    status: 'pending',
    nextDueAt: NOW,
    createdAt: NOW,
    attempts: 0,
  });
  expect(await outbox('resend', '--dead')).toMatchObject({ code: 0, stdout: '1 sent again\n' });
  expect(await stores.outbox.model.countDocuments({ status: 'sent' })).toBe(1);
});

it('npm run outbox says what it can do when it is asked for something else', async () => {
  expect(await outbox('resend', 'c/3')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Nothing was resent'),
  });
  for (const words of [[], ['list', 'sent'], ['resend'], ['resend', '--all']]) {
    expect(await outbox(...words)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('npm run outbox -- list'),
    });
  }
});
