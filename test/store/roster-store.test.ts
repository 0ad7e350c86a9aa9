import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Chat } from '../../src/domain/roster.ts';
import { buildRosterStore } from '../../src/store/roster-store.ts';
import { buildVersionStore } from '../../src/store/versions.ts';
import { type TestDatabase, withDatabase } from '../support/database.ts';
import { aRosterFile, changesOf, ENTERPRISE, plan } from '../support/roster-factory.ts';

let database: TestDatabase;
let store: ReturnType<typeof buildRosterStore>;

beforeAll(async () => {
  database = await withDatabase();
  store = buildRosterStore(database.connection);
});

beforeEach(async () => {
  for (const name of ['subjects', 'units', 'persons', 'chats', 'assignments', 'settings']) {
    await database.connection.collection(name).deleteMany({});
  }
});

afterAll(() => database?.close());

async function importFile(file: unknown, day = '2026-11-27'): Promise<void> {
  await store.apply(changesOf(file, await store.loadStored(), { day }));
}

async function chatCalled(name: string): Promise<Chat> {
  const { chats } = await store.loadStored();
  const chat = chats.find((each) => each.name === name);
  if (!chat) throw new Error(`no chat is called ${name}`);
  return chat;
}

describe('roster store', () => {
  it('loads an empty snapshot of version 0 before anything is imported', async () => {
    const roster = await store.load();
    expect([roster.version, roster.subjects.size, roster.pairings.size]).toEqual([0, 0, 0]);
  });

  it('loads what was imported, indexed and with its pairing', async () => {
    await importFile(aRosterFile());
    const roster = await store.load();
    const subject = [...roster.subjects.values()][0];
    expect(subject).toMatchObject({ name: ENTERPRISE, aliases: ['盛弘机械'], uscc: null });
    expect(roster.pairings.get(subject?.id ?? '')).toMatchObject({
      leader: 'CORP/zhangming',
      taskForce: ['CORP/lihua'],
    });
    expect(roster.chatsByBotChatid.get('wrChatGxj')).toMatchObject({ purpose: 'unit', webhookKey: 'uuid-3' });
    expect(roster.persons.size).toBe(4);
  });

  it('has nothing to change when the same file comes again', async () => {
    await importFile(aRosterFile());
    const { changes } = plan(aRosterFile(), await store.loadStored());
    expect(changes).toMatchObject({
      units: { created: [], updated: [], unchanged: 1 },
      persons: { created: [], updated: [], unchanged: 4 },
      subjects: { created: [], updated: [], unchanged: 1 },
      chats: { created: [], updated: [], unchanged: 4 },
      opened: [],
      closed: [],
    });
  });

  it('keeps the closed assignment beside the new one and loads only what is in force', async () => {
    const file = aRosterFile();
    await importFile(file);
    file.persons.push({ userid: 'chenjing', name: '陈静', roles: ['leader'] });
    file.subjects[0] = { ...file.subjects[0], leader: 'chenjing' };
    await importFile(file, '2026-11-30');
    const leaders = await database.connection
      .collection('assignments')
      .find({ role: 'leader' })
      .sort({ from: 1 })
      .toArray();
    expect(leaders).toMatchObject([
      { holder: 'CORP/zhangming', from: '2026-11-27', to: '2026-11-30' },
      { holder: 'CORP/chenjing', from: '2026-11-30', to: null },
    ]);
    expect([...(await store.load()).pairings.values()]).toMatchObject([{ leader: 'CORP/chenjing' }]);
  });

  it('gives a subject back to a leader who lost it on the same day', async () => {
    const file = aRosterFile();
    await importFile(file);
    await importFile({ subjects: [{ ...file.subjects[0], leader: null }] });
    expect([...(await store.load()).pairings.values()]).toMatchObject([{ leader: null }]);
    await importFile(file);
    expect([...(await store.load()).pairings.values()]).toMatchObject([{ leader: 'CORP/zhangming' }]);
  });

  it('is completed by the same import when it was cut short after any collection', async () => {
    const whole = changesOf(aRosterFile(), await store.loadStored());
    const nothing = { created: [], updated: [], unchanged: 0 };
    await store.apply({ ...whole, persons: nothing, chats: nothing, opened: [] });
    await importFile(aRosterFile());
    const roster = await store.load();
    expect([roster.subjects.size, roster.units.size, roster.persons.size, roster.chats.size]).toEqual([1, 2, 4, 4]);
    expect([...roster.pairings.values()]).toMatchObject([{ leader: 'CORP/zhangming' }]);
  });

  it('raises the roster version with each import, also with one that changes nothing, and no other version', async () => {
    await importFile(aRosterFile());
    await importFile(aRosterFile());
    expect(await store.version()).toBe(2);
    expect(await buildVersionStore(database.connection).read()).toEqual({
      roster: 2,
      calendar: 0,
      lessons: 0,
      followed: 0,
      rules: 0,
    });
  });

  it('counts every bump when several processes make the first one at once', async () => {
    const versions = buildVersionStore(database.connection);
    await Promise.all(Array.from({ length: 8 }, () => versions.bump('calendar')));
    expect(await versions.read()).toEqual({ roster: 0, calendar: 8, lessons: 0, followed: 0, rules: 0 });
  });

  it('writes more rows than fit one batch', async () => {
    const units = Array.from({ length: 2300 }, (_, n) => ({ name: `第${n}局`, kind: 'department' }));
    await importFile({ units });
    expect((await store.load()).units.size).toBe(2300);
  });
});

describe('tying a chat', () => {
  it('gives a registered chat its address and raises the version', async () => {
    const file = aRosterFile();
    file.chats[0] = { ...file.chats[0], botChatid: null };
    await importFile(file);
    const chat = await chatCalled('盛弘机械包联群');
    await store.tieChat({ ...chat, botChatid: 'wrLearnt' });
    const roster = await store.load();
    expect(roster.chatsByBotChatid.get('wrLearnt')).toEqual({ ...chat, botChatid: 'wrLearnt' });
    expect(roster.version).toBe(2);
  });

  it('registers a chat that nobody has named before', async () => {
    await importFile(aRosterFile());
    const unit = await chatCalled('市工信局办理群');
    const chat: Chat = { ...unit, id: 'bound-wrNew', name: '市工信局群', botChatid: 'wrNew', webhookKey: null };
    await store.tieChat(chat);
    expect((await store.load()).chats.get('bound-wrNew')).toEqual(chat);
  });

  it('takes the address away from the chat that had it', async () => {
    await importFile(aRosterFile());
    const [before, after] = [await chatCalled('市工信局办理群'), await chatCalled('双创双服办公室')];
    await store.tieChat({ ...after, botChatid: before.botChatid });
    const { chats } = await store.load();
    expect(chats.get(before.id)?.botChatid).toBeNull();
    expect(chats.get(after.id)?.botChatid).toBe('wrChatGxj');
  });

  it('survives an import that was planned before it and does not know the address', async () => {
    const file = aRosterFile();
    file.chats[0] = { ...file.chats[0], botChatid: null };
    await importFile(file);
    file.chats[0] = { ...file.chats[0], audience: 'enterprise' };
    const changes = changesOf(file, await store.loadStored());
    await store.tieChat({ ...(await chatCalled('盛弘机械包联群')), botChatid: 'wrLearnt' });
    await store.apply(changes);
    expect(await chatCalled('盛弘机械包联群')).toMatchObject({ audience: 'enterprise', botChatid: 'wrLearnt' });
  });
});
