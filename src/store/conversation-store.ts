import type { Connection } from 'mongoose';
import type { Attachment } from '../domain/attachment.ts';
import type { Question } from '../domain/question.ts';
import { modelOf } from './model.ts';

/** A person in a chat: what they spoke of last. */
export interface Conversation {
  _id: string;
  /** The case this person last reported, answered about or asked for here. */
  lastCase: string | null;
  /** The draft that further words within the window belong to, and when it was reported. */
  lastReport: { caseId: string; at: Date } | null;
  /** What was asked back and is not answered yet. */
  question: Question | null;
  /** Files that came before it was clear to which case they belong. */
  files: { at: Date; files: Attachment[] } | null;
}

export function buildConversationStore(connection: Connection) {
  const model = modelOf<Conversation>(connection, 'conversations', {
    fields: ['_id', 'lastCase', 'lastReport', 'question', 'files'],
  });
  return {
    async get(id: string): Promise<Conversation> {
      const none = { _id: id, lastCase: null, lastReport: null, question: null, files: null };
      return { ...none, ...(await model.findById(id).lean<Conversation>().exec()) };
    },

    async remember(id: string, change: Partial<Omit<Conversation, '_id'>>): Promise<void> {
      await model.updateOne({ _id: id }, { $set: change }, { upsert: true });
    },
  };
}
