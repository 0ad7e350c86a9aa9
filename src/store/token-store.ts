import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { isDuplicateKey } from './connection.ts';
import { modelOf } from './model.ts';
import { LEASE_MS } from './waiting.ts';

interface TokenDoc {
  _id: string;
  /** The turn of whoever asks for a token, as in every lease; machine time. */
  token: string | null;
  until: Date;
  value: string | null;
  /** Business time. */
  refreshAt: Date | null;
  expiresAt: Date | null;
}

interface KeptToken {
  value: string;
  refreshAt: Date;
  expiresAt: Date;
}

/** The access_token that the processes of one service share: a lease that also keeps what its holder has fetched. */
export function buildTokenStore(connection: Connection, app: { corpId: string; agentId: number }) {
  const model = modelOf<TokenDoc>(connection, 'leases', {
    name: `token/${app.corpId}/${app.agentId}`,
    fields: ['_id', 'token', 'until', 'value', 'refreshAt', 'expiresAt'],
  });
  const _id = `token/${app.corpId}/${app.agentId}`;
  return {
    async read(): Promise<KeptToken | null> {
      const doc = await model.findById(_id).lean<TokenDoc>().exec();
      if (!doc?.value || !doc.refreshAt || !doc.expiresAt) return null;
      return { value: doc.value, refreshAt: doc.refreshAt, expiresAt: doc.expiresAt };
    },

    /** Takes the turn to ask for a token, for 15 s; null while another process has it. */
    async take(): Promise<string | null> {
      const now = new Date();
      const turn = randomBytes(9).toString('base64url');
      const until = new Date(now.getTime() + LEASE_MS);
      try {
        await model.updateOne({ _id, until: { $lte: now } }, { $set: { token: turn, until } }, { upsert: true });
        return turn;
      } catch (error) {
        if (isDuplicateKey(error)) return null;
        throw error;
      }
    },

    /** Keeps a token and gives the turn back; without effect when the turn is over and another process has it. */
    async write({ value, refreshAt, expiresAt }: KeptToken, turn: string): Promise<void> {
      const over = { token: null, until: new Date(0) };
      await model.updateOne({ _id, token: turn }, { $set: { value, refreshAt, expiresAt, ...over } });
    },

    async giveBack(turn: string): Promise<void> {
      await model.updateOne({ _id, token: turn }, { $set: { token: null, until: new Date(0) } });
    },
  };
}
