import type { AddressInfo, Server, Socket } from 'node:net';

/** A server on loopback that can go away and come back on the same port. */
export interface Listener {
  port: number;
  /** Refuses new connections and cuts those that stand. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Cuts the connections that stand. */
  cut(): void;
}

/** Lets a server listen on a free port of loopback. */
export async function listenOn(server: Server): Promise<Listener> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    cut,
    async stop() {
      if (!server.listening) return;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      cut();
      await closed;
    },
    async start() {
      if (!server.listening) await listen(port);
    },
  };
}
