import { refusals } from '../../../config/texts/answers.ts';
import { atBot } from '../../../config/texts/format.ts';
import type { Wish } from '../../domain/command.ts';
import type { Role } from '../../domain/roster.ts';
import type { QueryTopic, Reading, Word } from '../../domain/understand/reading.ts';
import type { Hearing } from './hearing.ts';
import { findSubject } from './report-subject.ts';

/** Questions whose answers name enterprises: those of whoever is no official name their own alone. */
const LISTS: ReadonlySet<QueryTopic> = new Set([
  'todo',
  'week',
  'overdue',
  'mySubjects',
  'pairing',
  'letters',
  'decisions',
  'meeting',
  'orders',
]);

const OFFICIALS: ReadonlySet<Role> = new Set(['office', 'admin', 'leader', 'unit']);

/** In an enterprise's group no official's list or preview names other enterprises: where to ask is said instead. Null for anything else. */
export function toldElsewhere({ word, text }: Reading, hearing: Hearing): Wish | null {
  const { actor, chat, world } = hearing;
  const isOfficial = actor?.roles.some((role) => OFFICIALS.has(role)) ?? false;
  if (chat?.purpose !== 'subject' || !isOfficial || !word || !namesOthers(word, chat.of, hearing)) return null;
  return { type: 'say', text: refusals.notAmongOutsiders({ word: text, at: atBot(world.botName, false) }) };
}

/** 走访记录 without a name is that of the group's own enterprise. */
function namesOthers(word: Word, own: string, { world }: Hearing): boolean {
  if (word.type === 'query') return LISTS.has(word.what);
  if (word.type !== 'visitLog') return word.type === 'urgeMany' || word.type === 'handOver';
  const named = word.name === null ? null : findSubject(word.name, world.roster).subject;
  return named !== null && named.id !== own;
}
