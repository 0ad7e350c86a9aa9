import { refusals } from '../../../config/texts/answers.ts';
import { atBot } from '../../../config/texts/format.ts';
import { buildMatcher } from '../../domain/understand/index.ts';
import type { ProblemReading } from '../../domain/understand/reading.ts';
import type { Roster, Subject } from '../../domain/roster.ts';
import type { Hearing } from './hearing.ts';

/** Which enterprise a report is for: the chat's or the sender's own before any name in the text; asked back rather than guessed. */
export function subjectOfReport(
  problem: ProblemReading,
  hearing: Hearing,
): { subject: Subject } | { say: string | null } {
  const { chat, world, actor } = hearing;
  const at = atBot(world.botName, hearing.private);
  const own = ownSubjects(hearing);
  if (chat?.purpose === 'subject' && own.some((subject) => subject.id === chat.of)) return named(chat.of, world.roster);
  if (own.length === 1 && own[0]) return { subject: own[0] };
  if (!problem.enterprise) return hearing.speaker === 'subject' ? { say: refusals.noSubject({ at }) } : { say: null };
  const candidates = own.length > 0 ? own : actor ? [...world.roster.subjects.values()] : [];
  const match = matcherOf(world.roster, candidates, own.length > 0).match(problem.enterprise);
  const found = candidates.find((subject) => subject.name === match.subject);
  if (found) return { subject: found };
  const names = match.candidates.slice(0, 5).map((candidate) => candidate.subject);
  return { say: names.length > 0 ? refusals.ambiguousSubject({ candidates: names, at }) : refusals.noSubject({ at }) };
}

function ownSubjects(hearing: Hearing): Subject[] {
  const { actor, world, speaker } = hearing;
  if (!actor || speaker !== 'subject') return [];
  return actor.subjects.flatMap((id) => world.roster.subjects.get(id) ?? []);
}

function named(id: string, roster: Roster): { subject: Subject } | { say: string | null } {
  const subject = roster.subjects.get(id);
  return subject ? { subject } : { say: null };
}

let kept: { roster: Roster; matcher: ReturnType<typeof buildMatcher> } | null = null;

/** The matcher over the whole roster is kept until the roster changes; one over a person's own few is made on the spot. */
function matcherOf(roster: Roster, candidates: readonly Subject[], few: boolean): ReturnType<typeof buildMatcher> {
  if (few) return buildMatcher(candidates);
  if (kept?.roster !== roster) kept = { roster, matcher: buildMatcher(candidates) };
  return kept.matcher;
}
