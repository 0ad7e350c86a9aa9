import type { Connection } from 'mongoose';
import { insertNew, modelOf } from './model.ts';

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

    /** Where to read on; a desk is known from its first knock on, so that it is asked again when nothing could be read. */
    async cursorOf(_id: string): Promise<string | null> {
      const known = await model.findById(_id).lean<Desk>().exec();
      if (!known) await insertNew(model, { _id, cursor: null, readAt: new Date(0) });
      return known?.cursor ?? null;
    },

    /** Called after what was read from `cursor` on is stored: a crash between reads it once more, and whoever was slower moves nothing back. */
    async readOn(_id: string, v: { cursor: string | null; to: string | null; at: Date }): Promise<void> {
      await model.updateOne({ _id, cursor: v.cursor }, { $set: { cursor: v.to, readAt: v.at } });
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
