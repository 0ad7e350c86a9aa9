import mongoose, { type Connection } from 'mongoose';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Attachment } from '../domain/attachment.ts';
import { isDuplicateKey } from './connection.ts';

export type AttachmentStore = ReturnType<typeof buildAttachmentStore>;

/** The bytes of what people send, in GridFS (`attachments.files`, `attachments.chunks`); names and types are with their cases. */
export function buildAttachmentStore(connection: Connection) {
  const bucket = () => new mongoose.mongo.GridFSBucket(database(connection), { bucketName: 'attachments' });
  return {
    /** Keeps a file; one with this id is there already and stays. A half-written one of a killed process is written anew. */
    async keep(file: Attachment, bytes: Uint8Array): Promise<void> {
      if (await this.has(file.id)) return;
      const { id, name, kind, type } = file;
      await database(connection).collection('attachments.chunks').deleteMany({ files_id: id });
      const options = { metadata: { kind, type } };
      // GridFS names files by any key; the driver's types know object ids alone.
      const upload = bucket().openUploadStreamWithId(id as never, name, options);
      try {
        await pipeline(Readable.from([bytes]), upload);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    async has(id: string): Promise<boolean> {
      return (
        (await database(connection)
          .collection('attachments.files')
          .findOne({ _id: id as never })) !== null
      );
    },

    /** The bytes of a file; null when it is not there. */
    async read(id: string): Promise<Buffer | null> {
      if (!(await this.has(id))) return null;
      const chunks: Buffer[] = [];
      for await (const chunk of bucket().openDownloadStream(id as never)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
  };
}

/** @throws Error before the connection is open: a bug. */
function database({ db }: Connection): NonNullable<Connection['db']> {
  if (!db) throw new Error('the database is not open yet');
  return db;
}
