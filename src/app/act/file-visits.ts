import { refusals } from '../../../config/texts/answers.ts';
import { atBot } from '../../../config/texts/format.ts';
import { visitRefusals } from '../../../config/texts/visits.ts';
import type { Wish } from '../../domain/command.ts';
import { dayOf } from '../../domain/day.ts';
import type { WhichVisited } from '../../domain/question.ts';
import type { Subject } from '../../domain/roster.ts';
import type { ProblemReading, Reading } from '../../domain/understand/reading.ts';
import type { VisitReading } from '../../domain/understand/visit.ts';
import type { Stores } from '../context.ts';
import { wishesFor } from './file-reports.ts';
import type { Hearing } from './hearing.ts';
import { findSubject, type Found } from './report-subject.ts';

interface Told {
  visit: VisitReading;
  problems: readonly ProblemReading[];
  /** The message that told of it, which may be an earlier one. */
  inbox: string;
}

interface Around {
  hearing: Hearing;
  stores: Stores;
}

/** The wishes that record the visits a message tells of, and make cases of what they found; or ask back whom it was to. */
export async function fileVisits(
  { problems }: Pick<Reading, 'problems'>,
  visit: VisitReading,
  v: Around,
): Promise<Wish[]> {
  const { hearing } = v;
  const { roster } = hearing.world;
  const named = visit.names.flatMap((name) => parted(name, hearing));
  const found = named.map((name) => ({ name, ...findSubject(name, roster) }));
  const unsure = found.find(({ subject }) => subject === null);
  const told = { visit, problems, inbox: hearing.row._id };
  if (unsure) return [askWhom(unsure, found.length > 1, { told, hearing })];
  const subjects = [...new Set(found.flatMap(({ subject }) => subject ?? []))];
  return visitsTo(subjects, told, v);
}

/** The visit whose subject was asked back for, now that it has been named; or that it is still not known. */
export async function visitedAfterAll(
  { question, subject }: { question: WhichVisited; subject: Pick<Subject, 'id' | 'name'> | null },
  v: Around,
): Promise<Wish[]> {
  if (subject) return visitsTo([subject], question, v);
  const { hearing } = v;
  const at = atBot(hearing.world.botName, hearing.private);
  return [{ type: 'say', text: visitRefusals.unknown({ said: question.visit.names[0] ?? '', at }) }];
}

/** Each visit is recorded by a command of its own. What was found at one of several is asked for by name. */
async function visitsTo(subjects: readonly Pick<Subject, 'id' | 'name'>[], told: Told, v: Around): Promise<Wish[]> {
  const { visit, problems, inbox } = told;
  const { hearing } = v;
  const isDone = visit.day !== null && visit.day <= dayOf(hearing.row.saidAt);
  const wish = ({ id, name }: Pick<Subject, 'id' | 'name'>, numbers: string[]): Wish => {
    return { type: 'visit', subject: { id, name }, day: visit.day, who: visit.who, text: visit.text, found: numbers };
  };
  const [only, ...others] = subjects;
  // What is asked back is told again whole: filed now, its problems would be filed twice.
  if (!only || !isDone || problems.length === 0) return subjects.map((subject) => wish(subject, []));
  if (others.length > 0) return [...subjects.map((subject) => wish(subject, [])), askWhose(subjects, told, hearing)];
  const reports = await wishesFor(problems, { inbox, subject: only, onBehalf: true }, v);
  const numbers = reports.flatMap((report) => (report.type === 'report' ? [report.number] : []));
  return [wish(only, numbers), ...reports];
}

/** 走访记录, of one enterprise where it names one; in an enterprise's group of that one. */
export function logOf(name: string | null, hearing: Hearing): Wish {
  const { chat, world } = hearing;
  const here = chat?.purpose === 'subject' ? world.roster.subjects.get(chat.of) : undefined;
  return name === null && here
    ? { type: 'visitLog', subject: { id: here.id, name: here.name } }
    : visitsNamed(name, hearing);
}

function visitsNamed(name: string | null, hearing: Hearing): Wish {
  if (name === null) return { type: 'visitLog', subject: null };
  const { subject } = findSubject(name, hearing.world.roster);
  if (subject) return { type: 'visitLog', subject: { id: subject.id, name: subject.name } };
  const at = atBot(hearing.world.botName, hearing.private);
  return { type: 'say', text: visitRefusals.noSuch({ said: name, at }) };
}

/** 撤回走访, of one enterprise where it names one. */
export function withdrawalOf(name: string | null, hearing: Hearing): Wish {
  const log = visitsNamed(name, hearing);
  return log.type === 'visitLog' ? { type: 'withdrawVisit', subject: log.subject } : log;
}

/** 盛弘机械和晨禾食品 are two where both are known; 和平机械 is one. */
function parted(name: string, { world }: Hearing): string[] {
  const parts = name.split(/[和与]/).filter((part) => part.length >= 2);
  const known = new Set(parts.flatMap((part) => findSubject(part, world.roster).subject ?? []));
  return parts.length > 1 && known.size === parts.length ? parts : [name];
}

function askWhom(
  unsure: Found & { name: string },
  isOneOfSeveral: boolean,
  { told, hearing }: { told: Told; hearing: Hearing },
): Wish {
  const at = atBot(hearing.world.botName, hearing.private);
  const said = unsure.name;
  const names = unsure.candidates.map(({ name }) => name);
  if (names.length === 0) return { type: 'say', text: visitRefusals.unknown({ said, at }) };
  if (isOneOfSeveral) return { type: 'say', text: visitRefusals.severalUnsure({ said, names, at }) };
  const candidates = unsure.candidates.map(({ id, name }) => ({ id, name }));
  const { inbox, visit, problems } = told;
  const asks: WhichVisited = {
    type: 'whichVisited',
    inbox,
    at: hearing.row.saidAt,
    visit,
    problems: [...problems],
    candidates,
  };
  return { type: 'say', text: visitRefusals.which({ said, names, at }), asks };
}

function askWhose(subjects: readonly Pick<Subject, 'id' | 'name'>[], told: Told, hearing: Hearing): Wish {
  const at = atBot(hearing.world.botName, hearing.private);
  const names = subjects.map(({ name }) => name);
  const candidates = subjects.map(({ id, name }) => ({ id, name }));
  const { inbox, problems } = told;
  return {
    type: 'say',
    text: refusals.whichSubject({ said: null, names, forbidden: false, at }),
    asks: {
      type: 'whichSubject',
      inbox,
      at: hearing.row.saidAt,
      problems: [...problems],
      candidates,
      onBehalf: true,
    },
  };
}
