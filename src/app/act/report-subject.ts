import type { Roster, Subject } from '../../domain/roster.ts';
import { buildMatcher } from '../../domain/understand/index.ts';
import type { Match, Matcher } from '../../domain/understand/index.ts';
import type { ProblemReading } from '../../domain/understand/reading.ts';
import { isOfficial } from '../../domain/understand/speaker.ts';
import type { Hearing } from './hearing.ts';

/**
 * Whose problem it is: `subject` when that is sure, else the enterprises that may be meant, best first. A company that the text
 * names besides the reporter's own is the other side.
 */
export type WhoseReport =
  | { subject: Subject; respondent: string | null; onBehalf: boolean }
  | { candidates: Subject[]; said: string | null; onBehalf: boolean; forbidden: boolean };

const MOST_CANDIDATES = 5;

/** Which enterprise a report is for: the chat's or the sender's own before any name in the text; asked back rather than guessed. */
export function subjectOfReport(
  problem: Pick<ProblemReading, 'enterprise' | 'respondent'>,
  namedFor: string | null,
  hearing: Hearing,
): WhoseReport {
  return isOfficial(hearing.speaker)
    ? byOfficial(problem, namedFor ?? problem.enterprise, hearing)
    : byEnterprise(problem, namedFor, hearing);
}

/** 代报: the enterprise named in the text, else the one whose group it is said in. */
function byOfficial(problem: Pick<ProblemReading, 'respondent'>, said: string | null, hearing: Hearing): WhoseReport {
  const { chat, world } = hearing;
  const { respondent } = problem;
  const all = world.roster.subjects;
  const { subject: named, candidates } = findSubject(said, world.roster);
  const ofChat = chat?.purpose === 'subject' ? all.get(chat.of) : undefined;
  const subject = named ?? (said ? undefined : ofChat);
  if (subject) return { subject, respondent, onBehalf: true };
  return { candidates, said, onBehalf: true, forbidden: false };
}

/** What a name may mean in the whole roster. */
export interface Found {
  /** Null when no one subject is surely meant. */
  subject: Subject | null;
  /** Best first. */
  candidates: Subject[];
}

/** Whom a name means, however it is written; nobody for no name. */
export function findSubject(said: string | null, roster: Roster): Found {
  const match = said ? wholeMatcher(roster).match(said) : null;
  const all = [...roster.subjects.values()];
  return { subject: all.find(({ name }) => name === match?.subject) ?? null, candidates: likely(match, all) };
}

function byEnterprise(
  problem: Pick<ProblemReading, 'enterprise' | 'respondent'>,
  namedFor: string | null,
  { actor, chat, world }: Hearing,
): WhoseReport {
  const own = actor?.subjects.flatMap((id) => world.roster.subjects.get(id) ?? []) ?? [];
  // 盛弘铸造有限公司门口…, said by its own people, names no other side.
  const { respondent, ofOwn } = withoutOwn(problem.respondent, own);
  if (namedFor) return forNamed(namedFor, own, respondent);
  const ofChat = chat?.purpose === 'subject' ? own.find((subject) => subject.id === chat.of) : undefined;
  const sure = ofChat ?? (own.length === 1 ? own[0] : undefined);
  if (sure) return { subject: sure, respondent: respondentBeside(sure, { ...problem, respondent }), onBehalf: false };
  const said = problem.enterprise;
  const name = said ? buildMatcher(own).match(said).subject : null;
  const subject = own.find((each) => each.name === name) ?? (said ? undefined : ofOwn);
  if (subject) return { subject, respondent, onBehalf: false };
  return { candidates: own.slice(0, MOST_CANDIDATES), said, onBehalf: false, forbidden: false };
}

/** A company in the text that is one of the sender's own, by its very name, is not the other side. */
function withoutOwn(respondent: string | null, own: readonly Subject[]) {
  const ofOwn = own.find(({ name, aliases }) => respondent === name || aliases.includes(respondent ?? ''));
  return { respondent: ofOwn ? null : respondent, ofOwn };
}

/** An enterprise reports for itself: 代 X 报 of another one is the city's own people's to say. */
function forNamed(name: string, own: readonly Subject[], respondent: string | null): WhoseReport {
  const match = buildMatcher(own).match(name);
  const subject = own.find((candidate) => candidate.name === match.subject);
  if (subject) return { subject, respondent, onBehalf: false };
  return { candidates: [...own], said: name, onBehalf: false, forbidden: true };
}

/** The sender's own binding wins; another company in the text is the one complained of or dealt with. */
function respondentBeside(own: Subject, { enterprise, respondent }: Pick<ProblemReading, 'enterprise' | 'respondent'>) {
  if (!enterprise) return respondent;
  const isOwn = buildMatcher([own]).match(enterprise).subject !== null || likeShortForm(own, enterprise);
  return isOwn ? respondent : enterprise;
}

/** 我们盛弘 for 涿州市盛弘机械有限责任公司: two signs of it say nothing else. */
function likeShortForm(own: Subject, words: string): boolean {
  return [own.name, ...own.aliases].some((form) => form.includes(words) || words.includes(form));
}

function likely(match: Match | null, among: readonly Subject[]): Subject[] {
  const named = (match?.candidates ?? []).flatMap(({ subject }) => among.find((each) => each.name === subject) ?? []);
  return named.slice(0, MOST_CANDIDATES);
}

let kept: { roster: Roster; matcher: Matcher } | null = null;

/** The matcher over the whole roster is kept until the roster changes. */
function wholeMatcher(roster: Roster): Matcher {
  if (kept?.roster !== roster) kept = { roster, matcher: buildMatcher([...roster.subjects.values()]) };
  return kept.matcher;
}
