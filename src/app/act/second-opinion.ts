import { understand } from '../../domain/understand/index.ts';
import type { Reading } from '../../domain/understand/reading.ts';
import {
  isForSecondOpinion,
  seesReport,
  speaksOfConduct,
  withOpinion,
} from '../../domain/understand/second-opinion.ts';
import type { Conversation } from '../../store/conversation-store.ts';
import type { InboxRow } from '../../store/inbox-row.ts';
import type { Context } from '../context.ts';
import { type Hearing, listenedAs } from './hearing.ts';

/**
 * The rules' reading, looked over by a language model where one is configured and the message may be shown to it. Whatever the
 * model does or fails to do, the rules' reading is the fallback; `src/llm/guarded.ts` keeps a slow model from holding up the rest.
 */
export async function withSecondOpinion(
  reading: Reading,
  v: { row: InboxRow; hearing: Hearing; conversation: Conversation },
  context: Context,
): Promise<Reading> {
  const { model, metrics, log } = context;
  const { row, hearing, conversation } = v;
  if (!model || !isForSecondOpinion(reading, hearing.speaker)) return reading;
  if (await followsSecret(conversation, context)) return reading;
  const answer = await model.read({ text: reading.text, said: row.saidAt, speaker: hearing.speaker });
  metrics.opinions.inc({ outcome: answer.ok ? 'ok' : answer.why });
  if (!answer.ok) {
    log.warn({ inbox: row._id, why: answer.why }, 'the language model gave no view; the rules alone decide');
    return reading;
  }
  const { text, quote, saidAt } = row;
  const isReport = seesReport(reading, answer.view);
  const read = isReport ? understand({ ...listenedAs(hearing), text, quote, said: saidAt, isReport }) : reading;
  const because = isReport ? ({ ...read.because, rule: 'modelReport' } as const) : read.because;
  return withOpinion({ ...read, because }, answer.view, { said: saidAt, isWorkday: hearing.world.calendar.isWorkday });
}

/** Words that follow a confidential case, or a question about one, may be about it. */
async function followsSecret({ lastCase, question }: Conversation, { stores }: Context): Promise<boolean> {
  if (
    question?.type === 'whichSubject' &&
    question.problems.some(({ text, category }) => speaksOfConduct(text, [{ category }]))
  )
    return true;
  if (question?.type === 'fileAnyway' && speaksOfConduct(question.text, [])) return true;
  return lastCase !== null && ((await stores.cases.get(lastCase))?.snapshot.confidential ?? false);
}
