/** How the long connection can be made to go wrong. */
export interface ConnectionFaults {
  /** Pings are acknowledged still, but nothing arrives and every other request gets 846609: as after a loss within the platform. */
  killSubscription(): void;
  /** The next `times` requests are taken and never acknowledged. */
  loseAcks(times?: number): void;
  /** The next `times` requests are taken and acknowledged after `ms` of machine time. */
  delayAcks(ms: number, times?: number): void;
  /** Pings are no longer acknowledged. */
  ignorePings(): void;
  /** The next `times` requests get this errcode. */
  refuse(errcode: number, times?: number): void;
  /** Cuts the connection without a closing frame (close code 1006). */
  cut(): void;
}

/** What becomes of one request. */
export type Strike = { kind: 'lost' } | { kind: 'delayed'; ms: number } | { kind: 'refused'; errcode: number };

/** Faults that wait for the requests which they will strike, first come first struck. */
export interface StrikeQueue extends Pick<ConnectionFaults, 'loseAcks' | 'delayAcks' | 'refuse'> {
  take(): Strike | null;
}

/** Builds a connection without faults. */
export function buildStrikes(): StrikeQueue {
  const queue: Strike[] = [];
  const add = (strike: Strike, times = 1) => {
    for (let turn = 0; turn < times; turn += 1) queue.push(strike);
  };
  return {
    loseAcks: (times) => add({ kind: 'lost' }, times),
    delayAcks: (ms, times) => add({ kind: 'delayed', ms }, times),
    refuse: (errcode, times) => add({ kind: 'refused', errcode }, times),
    take: () => queue.shift() ?? null,
  };
}
