import { connect, createServer, type Socket } from 'node:net';
import { listenOn } from './listener.ts';

/** Stands between the service and one of its servers, so that the server can be away without being harmed. */
export interface TcpProxy {
  port: number;
  /** `refuse`: nobody listens; `hang`: connections stand, and nothing comes back. */
  away(how: 'refuse' | 'hang'): Promise<void>;
  back(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a proxy on a free port before a socket path or a port of loopback. */
export async function openTcpProxy(target: { path: string } | { port: number; host: string }): Promise<TcpProxy> {
  let hangs = false;
  const server = createServer((inner) => join(inner, connect(target), () => hangs));
  const listener = await listenOn(server);
  return {
    port: listener.port,
    async away(how) {
      if (how === 'hang') hangs = true;
      else await listener.stop();
    },
    async back() {
      hangs = false;
      // What hung has lost bytes: those connections are of no use any more.
      listener.cut();
      await listener.start();
    },
    close: () => listener.stop(),
  };
}

function join(inner: Socket, outer: Socket, hangs: () => boolean): void {
  const pass = (to: Socket) => (bytes: Buffer) => {
    if (!hangs()) to.write(bytes);
  };
  inner.on('data', pass(outer));
  outer.on('data', pass(inner));
  outer.on('error', () => inner.destroy());
  outer.on('close', () => inner.destroy());
  inner.on('close', () => outer.destroy());
}
