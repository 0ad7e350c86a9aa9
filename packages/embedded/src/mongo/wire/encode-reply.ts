import { serialize } from 'bson';
import type { Doc } from '../values/documents.ts';
import { type Message, OP_MSG, OP_QUERY } from './parse-message.ts';

const OP_REPLY = 1;

let lastRequestId = 0;

function header(size: number, responseTo: number, opCode: number): Buffer {
  lastRequestId = (lastRequestId + 1) % 0x7fffffff;
  const bytes = Buffer.alloc(16);
  bytes.writeInt32LE(size, 0);
  bytes.writeInt32LE(lastRequestId, 4);
  bytes.writeInt32LE(responseTo, 8);
  bytes.writeInt32LE(opCode, 12);
  return bytes;
}

function legacyPrefix(): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.writeInt32LE(1, 16);
  return bytes;
}

/** The bytes of the answer to a message, in the kind that it came in. */
export function encodeReply(message: Pick<Message, 'opCode' | 'requestId'>, reply: Doc): Buffer {
  const body = serialize(reply, { ignoreUndefined: true });
  const legacy = message.opCode === OP_QUERY;
  const prefix = legacy ? legacyPrefix() : Buffer.alloc(5);
  const size = 16 + prefix.length + body.length;
  return Buffer.concat([header(size, message.requestId, legacy ? OP_REPLY : OP_MSG), prefix, body]);
}

/** The bytes of a command to a server, for a client that needs no driver. */
export function encodeCommand(command: Doc): Buffer {
  return encodeReply({ opCode: OP_MSG, requestId: 0 }, command);
}
