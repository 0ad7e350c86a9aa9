import type { Snapshot } from './case.ts';
import type { Handover } from './handover.ts';
import type { Newcomer } from './newcomer.ts';
import type { Assignment } from './roster-stored.ts';

/** What commands about people look at besides the roster; empty for any other command. */
export interface PeopleFound {
  /** Those of the person handing over, or of the one who confirms, newest first. */
  handovers: readonly Handover[];
  /** The running cases that a handover takes along. */
  cases: readonly Snapshot[];
  /** Whom the office's code names. */
  newcomer: Newcomer | null;
  /** Every assignment of the subject asked about, past ones included. */
  spells: readonly Assignment[];
}

export const NO_PEOPLE: PeopleFound = { handovers: [], cases: [], newcomer: null, spells: [] };
