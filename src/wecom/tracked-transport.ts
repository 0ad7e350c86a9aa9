import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';

/** Finds the addresses of a host. */
export type Lookup = LookupFunction;

type Request = (
  options: http.RequestOptions,
  onResponse: (response: http.IncomingMessage) => void,
) => http.ClientRequest;

/** What axios takes as `transport`, and whether the request can have left this machine yet. */
export interface TrackedTransport {
  transport: { request: Request };
  isWritten(): boolean;
}

// A connection of its own for each request: on a kept one, a reset could not be told from a request that was taken.
const plain = new http.Agent({ keepAlive: false });
const secure = new https.Agent({ keepAlive: false });

/** Builds the transport of one request, which notes when the connection (with TLS: the handshake) stands and bytes may leave. */
export function buildTrackedTransport(base: URL, lookup?: Lookup): TrackedTransport {
  let written = false;
  const isSecure = base.protocol === 'https:';
  const request: Request = (options, onResponse) => {
    const agent = isSecure ? secure : plain;
    const own = lookup ? { agent, lookup } : { agent };
    const outgoing = (isSecure ? https : http).request({ ...options, ...own }, onResponse);
    outgoing.once('socket', (socket) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        written = true;
      });
    });
    return outgoing;
  };
  return { transport: { request }, isWritten: () => written };
}
