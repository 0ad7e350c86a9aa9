/** How long a server waits for its first client, for the next one, and for its clients to go once it was told to end. */
export interface Patience {
  firstClientMs: number;
  nextClientMs: number;
  drainMs: number;
}

/** What a server process has. */
export const PATIENCE: Patience = { firstClientMs: 10_000, nextClientMs: 2000, drainMs: 9000 };

/** What happens to a server that decides when it may end. */
export interface Stay {
  /** A client came or went. */
  clients: (count: number) => void;
  /** Told to end: it goes as soon as its clients have gone, or they had time enough. */
  drain: () => void;
}

/** Decides when a server without clients ends, and calls `leave` once. */
export function stayWhileUsed(leave: () => void, patience: Patience = PATIENCE): Stay {
  let present = 0;
  let draining = false;
  let left = false;
  const go = () => {
    if (!left) leave();
    left = true;
  };
  let timer = setTimeout(go, patience.firstClientMs);
  const clients = (count: number) => {
    present = count;
    clearTimeout(timer);
    if (count > 0) return;
    if (draining) go();
    else timer = setTimeout(go, patience.nextClientMs);
  };
  const drain = () => {
    if (draining) return;
    draining = true;
    if (present === 0) go();
    else setTimeout(go, patience.drainMs).unref();
  };
  return { clients, drain };
}
