import { refusals } from '../../../config/texts/answers.ts';
import { atBot } from '../../../config/texts/format.ts';
import type { Wish } from '../../domain/command.ts';
import { dayOf } from '../../domain/day.ts';
import type { WhichSubject } from '../../domain/question.ts';
import type { Subject } from '../../domain/roster.ts';
import type { ProblemReading, Reading } from '../../domain/understand/reading.ts';
import { sameWords } from '../../domain/understand/same-words.ts';
import type { Conversation } from '../../store/conversation-store.ts';
import type { Stores } from '../context.ts';
import type { Hearing } from './hearing.ts';
import { subjectOfReport, type WhoseReport } from './report-subject.ts';

/** The wishes that make cases of a report, or ask back whose it is. `inbox`: the message that told of it, which may be an earlier one. */
export async function fileReports(
  reading: Pick<Reading, 'problems' | 'onBehalf'>,
  inbox: string,
  v: { hearing: Hearing; stores: Stores; conversation: Conversation },
): Promise<Wish[]> {
  const { hearing } = v;
  const { problems, onBehalf } = reading;
  const [first] = problems;
  if (!first) return [];
  const whose = subjectOfReport(first, onBehalf, hearing);
  if (!('subject' in whose)) {
    const at = hearing.row.saidAt;
    return [
      askWhose(whose, { type: 'whichSubject', inbox, at, problems, candidates: [], onBehalf: whose.onBehalf }, hearing),
    ];
  }
  const told = problems.map((problem) => ({ ...problem, respondent: whose.respondent }));
  const { subject, onBehalf: forThem } = whose;
  return wishesFor(told, { inbox: toldBefore(told, v.conversation) ?? inbox, subject, onBehalf: forThem }, v);
}

/** The message that waits for its enterprise, when this one tells it again: then it has been filed. */
function toldBefore(told: readonly ProblemReading[], { question }: Conversation): string | null {
  if (question?.type !== 'whichSubject') return null;
  const isSame = told.some(({ summary }) => question.problems.some((problem) => sameWords(problem.summary, summary)));
  return isSame ? question.inbox : null;
}

/** One case a problem, each with a number of its own. */
export async function wishesFor(
  problems: readonly ProblemReading[],
  of: { inbox: string; subject: Pick<Subject, 'id' | 'name'>; onBehalf: boolean },
  { hearing, stores }: { hearing: Hearing; stores: Stores },
): Promise<Wish[]> {
  const { inbox, onBehalf } = of;
  const { id, name } = of.subject;
  const year = dayOf(hearing.row.saidAt).slice(0, 4);
  const wishes: Wish[] = [];
  for (const [index, problem] of problems.entries()) {
    const number = await stores.counters.caseNumber(year);
    wishes.push({ type: 'report', number, subject: { id, name }, problem, heard: { inbox, problem: index }, onBehalf });
  }
  return wishes;
}

/** 都不是: asked once more, by name. */
export function askByName(question: WhichSubject, hearing: Hearing): Wish {
  const at = atBot(hearing.world.botName, hearing.private);
  return {
    type: 'say',
    text: refusals.noSubject({ at }),
    asks: { ...question, candidates: [], at: hearing.row.saidAt },
  };
}

type Unsure = Extract<WhoseReport, { candidates: unknown }>;

function askWhose({ candidates, said, forbidden }: Unsure, question: WhichSubject, hearing: Hearing): Wish {
  const at = atBot(hearing.world.botName, hearing.private);
  const names = candidates.map(({ name }) => name);
  const text = names.length > 0 ? refusals.whichSubject({ said, names, forbidden, at }) : refusals.noSubject({ at });
  return { type: 'say', text, asks: { ...question, candidates: candidates.map(({ id, name }) => ({ id, name })) } };
}
