import type { Socket } from 'node:net';
import type { Doc } from '../values/documents.ts';
import { encodeReply } from './encode-reply.ts';
import { type Message, parseMessage } from './parse-message.ts';
import { messageSplitter } from './split-messages.ts';

/** Runs a command and calls back with the answer once it may be given; with null when the client had better reconnect. */
export type Handler = (command: Doc, answer: (reply: Doc | null) => void) => void;

function answerTo(socket: Socket, message: Message, reply: Doc | null): void {
  if (socket.destroyed) return;
  if (reply === null) socket.destroy();
  else if (!message.silent) socket.write(encodeReply(message, reply));
}

/** Answers the messages of one client until it goes. A client that sends anything else is cut off. */
export function serveSocket(socket: Socket, handle: Handler): void {
  const split = messageSplitter();
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    try {
      for (const raw of split(bytes)) {
        const message = parseMessage(raw);
        handle(message.command, (reply) => answerTo(socket, message, reply));
      }
    } catch {
      socket.destroy();
    }
  });
}
