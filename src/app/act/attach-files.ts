import { filesKept, filesText, filesWithoutCase, unkeptText } from '../../../config/texts/attachments.ts';
import { type Attachment, countKinds, type Received } from '../../domain/attachment.ts';
import { QUESTION_MS } from '../../domain/question.ts';
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

/** What the message came to: the case it is about, whether it has just been reported, and whether whose it is still is to be said. */
export interface CameTo {
  caseId: string | null;
  reported: boolean;
  unfiled: boolean;
}

/** What is said of files, the case that got them, and those that still wait for one. */
export interface Attached {
  replies: string[];
  caseId: string | null;
  waiting: Conversation['files'];
}

/**
 * Puts files with the case that their message is about. Without one they go to the case that is plainly meant when they came alone,
 * and else wait: for 附到 BQ-…, or for the report that follows. A report whose enterprise is asked for keeps its own.
 */
export async function attachFiles(v: WithFiles, cameTo: CameTo, context: Context): Promise<Attached> {
  const { hearing, received } = v;
  const lost = unkeptText(received.unkept);
  const replies = lost ? [lost] : [];
  const kept = keptBefore(v);
  const own = received.files;
  const takesKept = own.length > 0 || cameTo.reported || isNaming(v.reading);
  const files = takesKept ? distinct([...kept, ...own]) : own;
  const still = kept.length > 0 ? v.conversation.files : null;
  if (files.length === 0 || !hearing.actor) return { replies, caseId: null, waiting: still };
  const hold = (say: string) => ({
    replies: [...replies, say],
    caseId: null,
    waiting: { at: hearing.row.saidAt, files },
  });
  const counted = { files: filesText(countKinds(files)) };
  const whose = cameTo.caseId ? { ids: [cameTo.caseId] } : await meant(v, cameTo, context);
  if (whose === null) return hold(filesKept(counted));
  if ('say' in whose) return hold(whose.asks ? whose.say : filesWithoutCase(counted));
  const [id = null] = whose.ids;
  if (!id) return { replies, caseId: null, waiting: still };
  const frame = { ...frameOf(hearing, 0), source: `${hearing.row._id}/files` };
  const { reply, refused } = await carryOut({ ...frame, type: 'attach', caseId: id, files }, context);
  const waiting = refused ? { at: hearing.row.saidAt, files } : null;
  return { replies: [...replies, ...(reply ? [reply] : [])], caseId: id, waiting };
}

/** The case that files without words of their own belong to; null while a report waits to be filed, whose they may be. */
async function meant({ hearing, reading, conversation }: WithFiles, { unfiled }: CameTo, { stores }: Context) {
  const isAsked = conversation.question?.type === 'whichSubject' || conversation.question?.type === 'whichVisited';
  if (!isNaming(reading) && (unfiled || isAsked || reading.intent === 'report')) return null;
  const { numbers } = reading;
  const lastCase = numbers.length > 0 ? null : conversation.lastCase;
  return pickCases({ type: 'attach', example: '附到', numbers, lastCase }, hearing, stores);
}

/** 附到 BQ-…, or a number alone. */
function isNaming({ numbers, text }: Reading): boolean {
  return numbers.length > 0 && text.replace('附到', '').trim().length <= 2;
}

function keptBefore({ conversation: { files }, hearing }: WithFiles): readonly Attachment[] {
  return files && hearing.row.saidAt.getTime() - files.at.getTime() <= QUESTION_MS ? files.files : [];
}

/** A retry brings what has been kept already. */
function distinct(files: readonly Attachment[]): Attachment[] {
  return [...new Map(files.map((file) => [file.id, file])).values()];
}
