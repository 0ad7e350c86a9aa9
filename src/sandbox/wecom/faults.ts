/** The calls of the service that can be made to fail. */
export type Endpoint =
  | 'webhook'
  | 'response'
  | 'gettoken'
  | 'message'
  | 'updateCard'
  | 'recall'
  | 'appchat'
  | 'upload'
  | 'webhookUpload'
  | 'getMedia'
  | 'media'
  | 'directory'
  | 'kf';

/**
 * How a call fails. `errcode` is refused with it; `badGateway` gets a 502; `hang` never gets an answer; `reset` loses its
 * connection; `slow` is taken and answered late. `taken` says whether the message appears nevertheless, as it can in life.
 */
export type Fault =
  | { kind: 'errcode'; errcode: number }
  | { kind: 'badGateway' | 'hang' | 'reset'; taken?: boolean }
  | { kind: 'slow'; delayMs: number };

/** How a callback reaches the service: once, twice, or only after a later one. */
export type CallbackFault = 'duplicate' | 'afterNext';

/** Faults that wait for the calls they will strike, first come first struck. */
export interface Faults {
  /** Makes the next `times` calls of the endpoint fail (one by default). */
  next(endpoint: Endpoint, fault: Fault, times?: number): void;
  /** Makes the next `times` callbacks arrive otherwise; one that is `afterNext` must not be awaited before the next is posted. */
  nextCallback(fault: CallbackFault, times?: number): void;
  /** Forgets what has not struck yet. */
  clear(): void;
}

/** The side of the faults that the platform looks at. */
export interface FaultQueue extends Faults {
  takeFor(endpoint: Endpoint): Fault | null;
  takeForCallback(): CallbackFault | null;
}

/** Builds a platform without faults. */
export function buildFaults(): FaultQueue {
  const calls = new Map<Endpoint, Fault[]>();
  const callbacks: CallbackFault[] = [];
  return {
    next: (endpoint, fault, times = 1) => {
      const waiting = calls.get(endpoint) ?? [];
      for (let turn = 0; turn < times; turn += 1) waiting.push(fault);
      calls.set(endpoint, waiting);
    },
    nextCallback: (fault, times = 1) => {
      for (let turn = 0; turn < times; turn += 1) callbacks.push(fault);
    },
    clear: () => {
      calls.clear();
      callbacks.length = 0;
    },
    takeFor: (endpoint) => calls.get(endpoint)?.shift() ?? null,
    takeForCallback: () => callbacks.shift() ?? null,
  };
}
