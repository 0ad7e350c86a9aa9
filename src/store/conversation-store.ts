import type { Connection } from 'mongoose';
import type { Attachment } from '../domain/attachment.ts';
import type { Question } from '../domain/question.ts';
import { isDuplicateKey } from './connection.ts';
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
  /** The desk of 微信客服 that this customer wrote to last, when, and how many messages they have had since. */
  desk: { id: string; at: Date; told: number } | null;
}

export function buildConversationStore(connection: Connection) {
  const model = modelOf<Conversation>(connection, 'conversations', {
    fields: ['_id', 'lastCase', 'lastReport', 'question', 'files', 'desk'],
  });
  return {
    async get(id: string): Promise<Conversation> {
      const none = { _id: id, lastCase: null, lastReport: null, question: null, files: null, desk: null };
      return { ...none, ...(await model.findById(id).lean<Conversation>().exec()) };
    },

    async remember(id: string, change: Partial<Omit<Conversation, '_id' | 'desk'>>): Promise<void> {
      await model.updateOne({ _id: id }, { $set: change }, { upsert: true });
    },

    /** A customer has written to a desk: they can be told five messages anew. What is read once more changes nothing. */
    async wroteAt(id: string, v: { desk: string; at: Date }): Promise<void> {
      const desk = { id: v.desk, at: v.at, told: 0 };
      const isNewer = { _id: id, $or: [{ desk: null }, { 'desk.at': { $lt: v.at } }] };
      try {
        await model.updateOne(isNewer, { $set: { desk } }, { upsert: true });
      } catch (error) {
        // The conversation is there, and knows of this message or a later one.
        if (!isDuplicateKey(error)) throw error;
      }
    },

    async countTold(id: string): Promise<void> {
      await model.updateOne({ _id: id }, { $inc: { 'desk.told': 1 } });
    },
  };
}
