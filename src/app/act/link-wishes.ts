import { refusals } from '../../../config/texts/answers.ts';
import { atBot } from '../../../config/texts/format.ts';
import { linkRefusals } from '../../../config/texts/links.ts';
import type { Wish } from '../../domain/command.ts';
import { dayOf } from '../../domain/day.ts';
import { understand } from '../../domain/understand/index.ts';
import type { ProblemReading, Reading } from '../../domain/understand/reading.ts';
import { namedNumbers } from '../../domain/understand/clean-text.ts';
import type { Conversation } from '../../store/conversation-store.ts';
import type { Stores } from '../context.ts';
import { type Hearing, listenedAs } from './hearing.ts';
import { pickCases } from './pick-case.ts';

/** 合并: one command for each case that goes on as another, and one each for the case that goes on. */
export async function mergeWishes(hearing: Hearing, stores: Stores): Promise<Wish[]> {
  const [into, ...merged] = numbersOf(hearing).toReversed();
  if (!into || merged.length === 0) {
    return [{ type: 'say', text: linkRefusals.whichTwo({ at: atBot(hearing.world.botName, hearing.private) }) }];
  }
  const wishes: Wish[] = [];
  for (const from of merged.toReversed()) {
    const picked = await pickCases({ ...MERGE, numbers: [from, into] }, hearing, stores);
    if ('say' in picked) return [{ type: 'say', text: picked.say }];
    const [fromId, intoId] = picked.ids;
    if (!fromId || !intoId) throw new Error(`two numbers gave ${picked.ids.length} cases`);
    wishes.push({ type: 'merge', caseId: fromId, into }, { type: 'absorb', caseId: intoId, from });
  }
  return wishes;
}

const MERGE = { type: 'merge', example: '合并', lastCase: null } as const;

/** As said: the last one goes on. 合并到 BQ-…, said to a quotation, is about the case quoted. */
function numbersOf({ row }: Hearing): string[] {
  const said = namedNumbers(row.text);
  const quoted = said.length === 1 ? namedNumbers(row.quote ?? '').filter((number) => !said.includes(number)) : [];
  return [...quoted.slice(0, 1), ...said];
}

interface Heard {
  reading: Reading;
  conversation: Conversation;
  hearing: Hearing;
  stores: Stores;
}

/** 拆分: the words after it are read as the enterprise's own. */
export async function splitWishes(text: string, { reading, conversation, hearing, stores }: Heard): Promise<Wish[]> {
  const { numbers } = reading;
  const { lastCase } = conversation;
  const picked = await pickCases({ type: 'supplement', example: '拆分：X', numbers, lastCase }, hearing, stores);
  if ('say' in picked) return [{ type: 'say', text: picked.say }];
  const [id, ...others] = picked.ids;
  const doc = id && others.length === 0 ? await stores.cases.get(id) : null;
  const at = atBot(hearing.world.botName, hearing.private);
  if (!doc) return [{ type: 'say', text: refusals.noCase({ at, example: '拆分：X' }) }];
  const from = doc.snapshot.number;
  const problem = problemIn(text, hearing);
  if (!problem) return [{ type: 'say', text: linkRefusals.noText({ number: from, at }) }];
  const number = await stores.counters.caseNumber(dayOf(hearing.row.saidAt).slice(0, 4));
  return [{ type: 'split', number, from, problem, heard: { inbox: hearing.row._id, problem: 0 } }];
}

/** Shorter words tell of no problem. */
const SHORTEST = 4;

/** However many points the words have, they are one problem: the office has told them apart. */
function problemIn(text: string, hearing: Hearing): ProblemReading | null {
  if (text.length < SHORTEST) return null;
  const { problems } = understand({
    ...listenedAs(hearing),
    text,
    said: hearing.row.saidAt,
    speaker: 'subject',
    isReport: true,
  });
  const [first] = problems;
  return first ? { ...first, text } : null;
}
