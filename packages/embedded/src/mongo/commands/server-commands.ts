import type { Doc } from '../values/documents.ts';
import { MAX_DOCUMENT_SIZE } from '../collection.ts';
import type { Command, CommandContext, Request } from './command.ts';

/** The version whose commands and messages are followed. */
const VERSION = [7, 0, 0, 0];
const WIRE_VERSION = 21;

/** Says that this is one standalone server: no transactions, no retried writes, no change streams. */
function hello(_: Request, { now }: CommandContext): Doc {
  return {
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    maxBsonObjectSize: MAX_DOCUMENT_SIZE,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    localTime: now,
    logicalSessionTimeoutMinutes: 30,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
  };
}

function buildInfo(): Doc {
  const version = VERSION.slice(0, 3).join('.');
  return {
    version,
    versionArray: VERSION,
    modules: [],
    storageEngines: ['embedded'],
    maxBsonObjectSize: MAX_DOCUMENT_SIZE,
  };
}

function serverStatus(_: Request, { now }: CommandContext): Doc {
  return { version: VERSION.slice(0, 3).join('.'), process: 'embedded', uptime: process.uptime(), localTime: now };
}

const nothing = () => ({});
// A newer driver may say more about itself; nothing in a greeting changes an answer.
const helloCommand: Command = { fields: null, run: hello };

/** The commands by which a driver gets to know the server. */
export const SERVER_COMMANDS: Readonly<Record<string, Command>> = {
  hello: helloCommand,
  ismaster: helloCommand,
  isMaster: helloCommand,
  ping: { fields: ['ping'], run: nothing },
  buildInfo: { fields: ['buildInfo'], run: buildInfo },
  buildinfo: { fields: ['buildinfo'], run: buildInfo },
  serverStatus: { fields: ['serverStatus'], run: serverStatus },
  endSessions: { fields: ['endSessions'], run: nothing },
  refreshSessions: { fields: ['refreshSessions'], run: nothing },
};
