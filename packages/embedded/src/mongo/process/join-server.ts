import { connect, type Socket } from 'node:net';
import { encodeCommand } from '../wire/encode-reply.ts';
import { messageSplitter } from '../wire/split-messages.ts';

/** A server may be busy with one long command; after this it counts as gone. */
const PATIENCE_MS = 10_000;

/** Connects to a server and waits for its answer to a greeting; null when none is there, or it is just leaving. As long as the connection stands the server stays. */
export function joinServer(socketPath: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    const split = messageSplitter();
    const give = (result: Socket | null) => {
      socket.removeAllListeners();
      socket.setTimeout(0);
      // An error that comes later is followed by 'close', which whoever holds the connection listens to.
      socket.on('error', () => {});
      if (!result) socket.destroy();
      resolve(result);
    };
    socket.setTimeout(PATIENCE_MS, () => give(null));
    socket.once('error', () => give(null));
    socket.once('close', () => give(null));
    socket.once('connect', () => socket.write(encodeCommand({ hello: 1, $db: 'admin' })));
    socket.on('data', (bytes) => {
      if (split(bytes).length > 0) give(socket);
    });
  });
}
