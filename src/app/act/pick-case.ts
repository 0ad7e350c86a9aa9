import { refusals } from '../../../config/texts/answers.ts';
import { atBot } from '../../../config/texts/format.ts';
import { lineOf } from '../../domain/describe.ts';
import type { CommandType } from '../../domain/command.ts';
import { mayShow, sees } from '../../domain/rights.ts';
import type { CaseDoc } from '../../store/case-store.ts';
import type { Stores } from '../context.ts';
import { awaitingFilter, awaits } from './awaiting.ts';
import type { Hearing } from './hearing.ts';

/** The cases that a command is about, or the sentence to say: `asks` when several may be meant, else there is none. */
export type Picked = { ids: string[] } | { say: string; asks: boolean };

const ASKED_AT_MOST = 5;

/**
 * Which case is meant: a number in the text, then one in the quote (both are in `numbers`), else the conversation's last case
 * if the word makes sense for it, else the chat's only case that awaits the word; several: ask.
 */
export async function pickCases(
  v: { type: CommandType; example: string; numbers: readonly string[]; lastCase: string | null },
  hearing: Hearing,
  stores: Stores,
): Promise<Picked> {
  if (v.numbers.length > 0) return byNumbers(v.numbers, hearing, stores);
  const last = v.lastCase ? await stores.cases.get(v.lastCase) : null;
  if (last && isTheirs(last, hearing) && awaits(v.type, last.snapshot)) return { ids: [last._id] };
  const at = atBot(hearing.world.botName, hearing.private);
  if (!hearing.actor) return { say: refusals.noCase({ at, example: v.example }), asks: false };
  const { cases } = await stores.cases.find(awaitingFilter(v.type, hearing.actor, hearing.chat), ASKED_AT_MOST);
  const theirs = cases.filter((doc) => isTheirs(doc, hearing));
  const [only] = theirs;
  if (only && theirs.length === 1) return { ids: [only._id] };
  if (!only)
    return last && isTheirs(last, hearing)
      ? { ids: [last._id] }
      : { say: refusals.noCase({ at, example: v.example }), asks: false };
  return { say: whichOf(theirs, { at, word: v.example }, hearing), asks: true };
}

/** What not everybody in the chat may read of is not listed: its number has to be known. */
function whichOf(theirs: readonly CaseDoc[], words: { at: string; word: string }, hearing: Hearing): string {
  const { world, row, speaker } = hearing;
  const shown = theirs.filter(({ snapshot }) => mayShow(snapshot, hearing, world.roster));
  const lines = shown.map(({ snapshot }) =>
    lineOf(snapshot, world, { now: row.saidAt, ownName: speaker === 'subject' }),
  );
  const example = (shown[0] ?? theirs[0])?.snapshot.number ?? '';
  return refusals.whichCase({ lines, ...words, example });
}

async function byNumbers(numbers: readonly string[], hearing: Hearing, stores: Stores): Promise<Picked> {
  const ids: string[] = [];
  for (const number of numbers) {
    const doc = await stores.cases.byNumber(number);
    if (!doc || !isTheirs(doc, hearing)) return { say: refusals.notFound(number), asks: false };
    ids.push(doc._id);
  }
  return { ids };
}

function isTheirs(doc: CaseDoc, hearing: Hearing): boolean {
  return hearing.actor !== null && sees(hearing.actor, doc.snapshot, hearing.world.roster);
}
