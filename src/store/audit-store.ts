import type { Connection } from 'mongoose';
import { insertNew, modelOf } from './model.ts';

/** In place of a person: somebody at the server's command line. */
export const OPERATOR = 'operator';

/** Who changed what of the service's own settings. Never altered, never removed. */
export interface AuditEntry {
  /** The command or the change itself, so that a repeat is kept once. */
  _id: string;
  at: Date;
  /** The person's id, or `OPERATOR`. */
  by: string;
  what: 'calendar' | 'rules';
  /** The change as it was made. */
  change: object;
}

/** The record of changes. */
export function buildAuditStore(connection: Connection) {
  const model = modelOf<AuditEntry>(connection, 'audit', { fields: ['_id', 'at', 'by', 'what', 'change'] });
  return {
    /** Keeps an entry; said again it changes nothing. */
    async keep(entry: AuditEntry): Promise<void> {
      await insertNew(model, entry);
    },

    /** Every change of one kind, the oldest first. */
    async all(what: AuditEntry['what']): Promise<AuditEntry[]> {
      return model.find({ what }).sort({ at: 1 }).lean<AuditEntry[]>().exec();
    },
  };
}
