import type { Connection } from 'mongoose';
import { modelOf } from './model.ts';

/** An account of 微信客服, as far as its log has been read. */
export interface Desk {
  /** Its open_kfid. */
  _id: string;
  /** Where to read on; null while nothing has been read. */
  cursor: string | null;
  /** Business time. */
  readAt: Date;
}

export type DeskStore = ReturnType<typeof buildDeskStore>;

/** The accounts of 微信客服 that have ever knocked, and how far each has been read. */
export function buildDeskStore(connection: Connection) {
  const model = modelOf<Desk>(connection, 'desks', { fields: ['_id', 'cursor', 'readAt'] });
  return {
    model,

    async get(id: string): Promise<Desk | null> {
      return model.findById(id).lean<Desk>().exec();
    },

    /** Called after what was read is stored: a crash between reads it once more. */
    async readTo({ _id, ...read }: Desk): Promise<void> {
      await model.updateOne({ _id }, { $set: read }, { upsert: true });
    },

    /** Those that nobody has read since an instant. */
    async unreadSince(instant: Date): Promise<Desk[]> {
      return model
        .find({ readAt: { $lt: instant } })
        .lean<Desk[]>()
        .exec();
    },
  };
}
