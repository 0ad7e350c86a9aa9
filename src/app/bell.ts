/** The collections whose documents wait, in the order in which a pass works through them: causes before consequences. */
export const WAITING = ['inbox', 'handovers', 'cases', 'instructions', 'reports', 'outbox'] as const;

export type WaitingName = (typeof WAITING)[number];

/** Wakes the workers. Losing a ring loses nothing: the sweep comes within the minute. */
export interface Bell {
  /** Something of the collection is due now, or at an instant within the hour. Never throws, never waits long. */
  ring(collection: WaitingName, at?: Date): void;
}
