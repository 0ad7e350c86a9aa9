import { deserialize } from 'bson';
import { DECODE } from '../catalog.ts';
import type { Doc } from '../values/documents.ts';

/** The greatest message, in bytes, as `hello` announces it. */
export const MAX_MESSAGE_SIZE = 48_000_000;

/** The kind of message that commands come in. */
export const OP_MSG = 2013;
/** The older kind, in which a driver may say hello. */
export const OP_QUERY = 2004;

const HEADER = 16;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;

/** A command as it came over the wire. */
export interface Message {
  opCode: number;
  requestId: number;
  /** The client wants no answer. */
  silent: boolean;
  command: Doc;
}

function readDocument(bytes: Buffer, at: number): { doc: Doc; end: number } {
  const end = at + bytes.readInt32LE(at);
  // Copied, because binary values stay views on it, and would keep the whole message alive.
  return { doc: deserialize(Buffer.from(bytes.subarray(at, end)), DECODE), end };
}

function readSequence(bytes: Buffer, at: number): { name: string; docs: Doc[]; end: number } {
  const end = at + bytes.readInt32LE(at);
  const zero = bytes.indexOf(0, at + 4);
  const docs: Doc[] = [];
  let next = zero + 1;
  while (next < end) {
    const read = readDocument(bytes, next);
    docs.push(read.doc);
    next = read.end;
  }
  return { name: bytes.toString('utf8', at + 4, zero), docs, end };
}

function parseOpMsg(bytes: Buffer): Message {
  const flags = bytes.readUInt32LE(HEADER);
  const end = flags & CHECKSUM_PRESENT ? bytes.length - 4 : bytes.length;
  const lists: Doc = {};
  let command: Doc = {};
  let at = HEADER + 4;
  while (at < end) {
    const kind = bytes.readUInt8(at);
    if (kind > 1) throw new Error(`a message section of kind ${kind}`);
    if (kind === 0) {
      const read = readDocument(bytes, at + 1);
      command = read.doc;
      at = read.end;
    } else {
      const read = readSequence(bytes, at + 1);
      lists[read.name] = read.docs;
      at = read.end;
    }
  }
  return {
    opCode: OP_MSG,
    requestId: bytes.readInt32LE(4),
    silent: (flags & MORE_TO_COME) !== 0,
    command: { ...command, ...lists },
  };
}

function parseOpQuery(bytes: Buffer): Message {
  const zero = bytes.indexOf(0, HEADER + 4);
  const [database = ''] = bytes.toString('utf8', HEADER + 4, zero).split('.');
  const { doc } = readDocument(bytes, zero + 9);
  const command = (doc.$query ?? doc) as Doc;
  return {
    opCode: OP_QUERY,
    requestId: bytes.readInt32LE(4),
    silent: false,
    command: { ...command, $db: command.$db ?? database },
  };
}

/** Reads one whole message (MongoDB manual, "MongoDB Wire Protocol"). @throws Error when it is none. */
export function parseMessage(bytes: Buffer): Message {
  const opCode = bytes.readInt32LE(12);
  if (opCode === OP_MSG) return parseOpMsg(bytes);
  if (opCode === OP_QUERY) return parseOpQuery(bytes);
  throw new Error(`a message of kind ${opCode}`);
}
