import type { Catalog } from '../catalog.ts';
import { MongoError, notServed } from '../mongo-error.ts';
import { type Doc, isDoc } from '../values/documents.ts';
import type { Cursors } from './cursors.ts';

/** What a command works on. */
export interface CommandContext {
  catalog: Catalog;
  cursors: Cursors;
  now: Date;
}

/** A command as it came: its fields, the lists sent beside it included. */
export interface Request {
  name: string;
  command: Doc;
  database: string;
}

/** A command that is served: the fields it takes, or null for any, and what it does. */
export interface Command {
  fields: readonly string[] | null;
  run: (request: Request, context: CommandContext) => Doc;
}

/** Fields that every command may carry and that change no answer. */
const COMMON = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'comment',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
]);

/** Options that MongoDB has; without effect they may stand in a command all the same. */
const KNOWN = new Set([
  'collation',
  'let',
  'hint',
  'min',
  'max',
  'returnKey',
  'showRecordId',
  'tailable',
  'awaitData',
  'bypassDocumentValidation',
  'encryptionInformation',
  'capped',
  'validator',
  'viewOn',
  'timeseries',
  'commitQuorum',
]);

const TRANSACTIONS = ['startTransaction', 'autocommit', 'txnNumber'];

function hasEffect(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isDoc(value) || Object.keys(value).length > 0;
}

/** Refuses an option by its name, unless it stands there without effect. @throws MongoError 238, or 40415 for one that MongoDB has not either. */
export function checkFields(what: string, doc: Doc, served: readonly string[]): void {
  for (const [field, value] of Object.entries(doc)) {
    if (served.includes(field) || COMMON.has(field) || !hasEffect(value)) continue;
    if (KNOWN.has(field)) throw notServed(`the option '${field}' of ${what}`);
    throw new MongoError(40415, `BSON field '${what}.${field}' is an unknown field.`);
  }
}

/** @throws MongoError 20, as a standalone MongoDB does, when a command belongs to a transaction. */
export function refuseTransactions({ command }: Request): void {
  if (!TRANSACTIONS.some((field) => field in command)) return;
  throw new MongoError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
}

/** The name of the collection that a command is about. @throws MongoError 73 when it names none. */
export function collectionName({ name, command }: Request): string {
  const value = command[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new MongoError(73, `collection name has invalid type or is empty in '${name}'`);
}

/** A number option that is not negative; absent it is 0. @throws MongoError 2 for anything else. */
export function countOption(command: Doc, field: string): number {
  const value = command[field] ?? 0;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new MongoError(2, `BSON field '${field}' value must be >= 0, actual value ${JSON.stringify(value)}`);
}

/** A document option; absent it is empty. @throws MongoError 14 for anything else. */
export function docOption(command: Doc, field: string): Doc {
  const value = command[field] ?? {};
  if (isDoc(value)) return value;
  throw new MongoError(14, `BSON field '${field}' is the wrong type, expected type 'object'`);
}

/** A list of documents in a command. @throws MongoError 14 when there is none. */
export function docList(command: Doc, field: string): Doc[] {
  const list = command[field];
  if (Array.isArray(list) && list.every(isDoc)) return list;
  throw new MongoError(14, `BSON field '${field}' is missing or the wrong type, expected type 'array' of objects`);
}
