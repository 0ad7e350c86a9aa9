import type { Connection } from 'mongoose';
import { isDuplicateKey } from './connection.ts';
import { modelOf } from './model.ts';

/** Who holds a post, machine time. It lies in `leases`, with fields of its own: a post that is held is no work that is being done. */
interface ElectionDoc {
  _id: string;
  holder: string | null;
  heldUntil: Date;
}

export type ElectionStore = ReturnType<typeof buildElectionStore>;

/** Posts that one process at a time holds for as long as it goes on standing for them. */
export function buildElectionStore(connection: Connection) {
  const model = modelOf<ElectionDoc>(connection, 'leases', {
    name: 'elections',
    fields: ['_id', 'holder', 'heldUntil'],
  });
  const idOf = (post: string) => `election/${post}`;

  return {
    /** Takes a free post, or keeps one's own, for `ms` of machine time; false while another holds it. */
    async stand(post: string, holder: string, ms: number): Promise<boolean> {
      const now = new Date();
      const heldUntil = new Date(now.getTime() + ms);
      try {
        const filter = { _id: idOf(post), $or: [{ heldUntil: { $lte: now } }, { holder }] };
        await model.updateOne(filter, { $set: { holder, heldUntil } }, { upsert: true });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    async isHeld(post: string): Promise<boolean> {
      return (await model.exists({ _id: idOf(post), heldUntil: { $gt: new Date() } })) !== null;
    },

    /** Gives a post up, so that the next to stand has it at once. */
    async resign(post: string, holder: string): Promise<void> {
      await model.updateOne({ _id: idOf(post), holder }, { $set: { holder: null, heldUntil: new Date(0) } });
    },
  };
}
