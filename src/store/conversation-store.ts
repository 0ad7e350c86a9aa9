import type { Connection } from 'mongoose';
import { modelOf } from './model.ts';

/** A person in a chat: what they spoke of last. */
export interface Conversation {
  _id: string;
  /** The case this person last reported, answered about or asked for here. */
  lastCase: string | null;
  /** The draft that further words within the window belong to, and when it was reported. */
  lastReport: { caseId: string; at: Date } | null;
}

export function buildConversationStore(connection: Connection) {
  const model = modelOf<Conversation>(connection, 'conversations', { fields: ['_id', 'lastCase', 'lastReport'] });
  return {
    async get(id: string): Promise<Conversation> {
      return (await model.findById(id).lean<Conversation>().exec()) ?? { _id: id, lastCase: null, lastReport: null };
    },

    async remember(id: string, change: Partial<Omit<Conversation, '_id'>>): Promise<void> {
      await model.updateOne({ _id: id }, { $set: change }, { upsert: true });
    },
  };
}
