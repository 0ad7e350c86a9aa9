import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type Server as NetServer, type Socket } from 'node:net';

/** A request as the stand-in of the platform received it. */
export interface Received {
  method: string;
  url: string;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

/** A server on loopback that stands in for the platform. */
export interface Platform {
  base: string;
  received: Received[];
  close(): Promise<void>;
}

/** Listens on a free port and answers each request with `answer`, noting what came. */
export async function openPlatform(answer: RequestListener): Promise<Platform> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      received.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      answer(request, response);
    });
  });
  return { base: await listen(server), received, close: () => close(server) };
}

/** Listens on a free port and does `meet` to each raw connection. */
export async function openRawPlatform(meet: (socket: Socket) => void): Promise<Platform> {
  const sockets: Socket[] = [];
  const server = createTcpServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => socket.destroy());
    meet(socket);
  });
  const base = await listen(server);
  return {
    base,
    received: [],
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Finds a loopback address where nobody listens. */
export async function findClosedBase(): Promise<string> {
  const platform = await openRawPlatform((socket) => socket.destroy());
  await platform.close();
  return platform.base;
}

/** Answers each request with this body. */
export function says(body: object | string, status = 200): RequestListener {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return (_request, response) => response.writeHead(status).end(text);
}

function listen(server: NetServer): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
