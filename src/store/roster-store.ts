import type { Connection, Model } from 'mongoose';
import { buildRoster, type Chat, type Roster, type Unit } from '../domain/roster.ts';
import type { Changed, RosterChanges } from '../domain/roster-changes.ts';
import {
  type Assignment,
  assignmentId,
  pairingsOf,
  type StoredPerson,
  type StoredRoster,
  type StoredSubject,
} from '../domain/roster-stored.ts';
import { modelOf } from './model.ts';
import { buildVersionStore } from './versions.ts';

type Doc<T extends { id: string }> = Omit<T, 'id'> & { _id: string };
type AssignmentDoc = Assignment & { _id: string };
/** The collection under a model, for writes whose documents the domain has typed. */
type Writable = ReturnType<typeof writable>;

const BATCH = 1000;

/** Opens the register's collections on one connection. */
export function buildRosterStore(connection: Connection) {
  const models = buildModels(connection);
  const versions = buildVersionStore(connection);

  return {
    /** What an import compares a file with: everything, and the assignments in force. */
    loadStored: () => loadStored(models),

    /** One consistent snapshot. Its version is read first, so that a change in between is loaded once more, never missed. */
    async load(): Promise<Roster> {
      const { roster: version } = await versions.read();
      const stored = await loadStored(models);
      return buildRoster({ ...stored, version, pairings: pairingsOf(stored) });
    },

    /** Everybody who ever was anything to a subject. */
    async historyOf(subject: string): Promise<Assignment[]> {
      return models.assignments.find({ subject }, { _id: 0 }).lean<Assignment[]>().exec();
    },

    /** How often the roster has changed. */
    async version(): Promise<number> {
      return (await versions.read()).roster;
    },

    /** Writes what an import changes; running services see it when all of it is there. */
    async apply(changes: RosterChanges): Promise<void> {
      await writeChanges(connection, changes);
      // Also when nothing changed: an import cut short just before this line is completed by repeating it.
      await versions.bump('roster');
    },

    /** Somebody speaks for these subjects from now on; whoever is registered already keeps what else they are. */
    async admit({ id, name, subjects }: Pick<StoredPerson, 'id' | 'name' | 'subjects'>): Promise<void> {
      const $setOnInsert = { name, title: null, level: null, units: [], phone: null, deputy: null };
      const $addToSet = { roles: 'subject' as const, subjects: { $each: subjects } };
      await models.persons.updateOne({ _id: id }, { $setOnInsert, $addToSet }, { upsert: true });
      await versions.bump('roster');
    },

    /** A group is from now on this chat, and no other chat has its address. */
    async tieChat({ id, ...fields }: Chat): Promise<void> {
      const { botChatid } = fields;
      await models.chats.updateOne({ _id: id }, { $set: fields }, { upsert: true });
      if (botChatid) await models.chats.updateMany({ botChatid, _id: { $ne: id } }, { $set: { botChatid: null } });
      await versions.bump('roster');
    },
  };
}

async function loadStored(models: ReturnType<typeof buildModels>): Promise<StoredRoster> {
  const [subjects, units, persons, chats, assignments] = await Promise.all([
    readAll(models.subjects),
    readAll(models.units),
    readAll(models.persons),
    readAll(models.chats),
    models.assignments.find({ to: null }, { _id: 0 }).lean<Assignment[]>().exec(),
  ]);
  return { subjects, units, persons, chats, assignments };
}

/**
 * What is named is written before what names it, and assignments are opened before others are closed: cut short anywhere,
 * the same import completes it.
 */
async function writeChanges(connection: Connection, changes: RosterChanges): Promise<void> {
  await putAll(writable(connection, 'units'), changes.units);
  await putAll(writable(connection, 'subjects'), changes.subjects);
  await putAll(writable(connection, 'persons'), changes.persons);
  await putChats(writable(connection, 'chats'), [...changes.chats.created, ...changes.chats.updated]);
  await putAssignments(writable(connection, 'assignments'), [...changes.opened, ...changes.closed]);
}

function writable(connection: Connection, name: string) {
  return connection.collection<{ _id: string; [field: string]: unknown }>(name);
}

function buildModels(connection: Connection) {
  const subjectFields: (keyof Doc<StoredSubject>)[] = [
    '_id',
    'name',
    'kind',
    'list',
    'county',
    'uscc',
    'aliases',
    'plan',
  ];
  const personFields: (keyof Doc<StoredPerson>)[] = [
    '_id',
    'name',
    'title',
    'level',
    'roles',
    'subjects',
    'units',
    'phone',
    'deputy',
  ];
  const chatFields: (keyof Doc<Chat>)[] = ['_id', 'name', 'purpose', 'of', 'audience', 'botChatid', 'webhookKey'];
  return {
    subjects: modelOf<Doc<StoredSubject>>(connection, 'subjects', { fields: subjectFields }),
    units: modelOf<Doc<Unit>>(connection, 'units', { fields: ['_id', 'name', 'kind', 'county'] }),
    persons: modelOf<Doc<StoredPerson>>(connection, 'persons', { fields: personFields }),
    chats: modelOf<Doc<Chat>>(connection, 'chats', { fields: chatFields }),
    assignments: modelOf<AssignmentDoc>(connection, 'assignments', {
      fields: ['_id', 'subject', 'role', 'holder', 'from', 'to'],
    }),
  };
}

async function readAll<D extends { _id: string }>(model: Model<D>): Promise<(Omit<D, '_id'> & { id: string })[]> {
  const docs = await model.find().lean<D[]>().exec();
  return docs.map(({ _id, ...fields }) => ({ ...fields, id: _id }));
}

async function putAll(collection: Writable, { created, updated }: Changed<{ id: string }>): Promise<void> {
  await writeAll(
    collection,
    [...created, ...updated].map(({ id, ...fields }) => ({ id, update: { $set: fields } })),
  );
}

/** An address that the import does not know is left alone: a group may be tied while the import runs. */
async function putChats(collection: Writable, chats: readonly Chat[]): Promise<void> {
  const updates = chats.map(({ id, botChatid, webhookKey, ...fields }) => {
    const addresses = Object.entries({ botChatid, webhookKey });
    const known = addresses.filter(([, address]) => address !== null);
    const unknown = addresses.filter(([, address]) => address === null);
    const $set = { ...fields, ...Object.fromEntries(known) };
    // An empty operator is an error to older servers.
    return { id, update: unknown.length > 0 ? { $set, $setOnInsert: Object.fromEntries(unknown) } : { $set } };
  });
  await writeAll(collection, updates);
}

async function putAssignments(collection: Writable, assignments: readonly Assignment[]): Promise<void> {
  await writeAll(
    collection,
    assignments.map((assignment) => ({ id: assignmentId(assignment), update: { $set: { ...assignment } } })),
  );
}

type Fields = Record<string, unknown>;

interface Upsert {
  id: string;
  update: { $set: Fields; $setOnInsert?: Fields };
}

async function writeAll(collection: Writable, upserts: readonly Upsert[]): Promise<void> {
  for (let start = 0; start < upserts.length; start += BATCH) {
    const batch = upserts.slice(start, start + BATCH);
    await collection.bulkWrite(
      batch.map(({ id, update }) => ({ updateOne: { filter: { _id: id }, update, upsert: true } })),
    );
  }
}
