import { filesText, filesWithoutCase, unkeptText } from '../../../config/texts/attachments.ts';
import { type Attachment, countKinds, type Received } from '../../domain/attachment.ts';
import { QUESTION_MS, type Question } from '../../domain/question.ts';
import type { Reading } from '../../domain/understand/reading.ts';
import type { Conversation } from '../../store/conversation-store.ts';
import type { Context } from '../context.ts';
import { carryOut } from './decide-command.ts';
import { frameOf, type Hearing } from './hearing.ts';
import { pickCases } from './pick-case.ts';

/** The message that files came with, or that says whose those are which came before. */
export interface WithFiles {
  hearing: Hearing;
  reading: Reading;
  conversation: Conversation;
  received: Received;
}

/** What is said of the files of a message, and what is asked back. */
export interface Attached {
  replies: string[];
  asks: Question | null;
  caseId: string | null;
}

/** Puts files with the case that their message is about (`caseId`), else with the one that is meant; what nobody can tell is asked back. */
export async function attachFiles(v: WithFiles, caseId: string | null, context: Context): Promise<Attached> {
  const { hearing, received } = v;
  const lost = unkeptText(received.unkept);
  const replies = lost ? [lost] : [];
  const files = [...waiting(v, caseId), ...received.files];
  if (files.length === 0 || !hearing.actor) return { replies, asks: null, caseId: null };
  const whose = caseId ? { ids: [caseId] } : await meant(v, context);
  if ('say' in whose) {
    const asks = { type: 'whichCaseOfFiles', at: hearing.row.saidAt, files } as const;
    const text = whose.asks ? whose.say : filesWithoutCase({ files: filesText(countKinds(files)) });
    return { replies: [...replies, text], asks, caseId: null };
  }
  const [id = null] = whose.ids;
  if (!id) return { replies, asks: null, caseId: null };
  const frame = { ...frameOf(hearing, 0), source: `${hearing.row._id}/files` };
  const { reply } = await carryOut({ ...frame, type: 'attach', caseId: id, files }, context);
  return { replies: [...replies, ...(reply ? [reply] : [])], asks: null, caseId: id };
}

function meant({ hearing, reading, conversation }: WithFiles, { stores }: Context) {
  const { numbers } = reading;
  const lastCase = numbers.length > 0 ? null : conversation.lastCase;
  return pickCases({ type: 'attach', example: '附到', numbers, lastCase }, hearing, stores);
}

/** Files that came alone shortly before, once a message says whose they are. */
function waiting({ conversation, hearing, reading }: WithFiles, caseId: string | null): readonly Attachment[] {
  const { question } = conversation;
  if (question?.type !== 'whichCaseOfFiles') return [];
  if (hearing.row.saidAt.getTime() - question.at.getTime() > QUESTION_MS) return [];
  return caseId !== null || reading.numbers.length > 0 ? question.files : [];
}
