import type { Api } from './api.ts';
import { readFilename } from './disposition.ts';
import { textAt } from './json.ts';
import { checkFile, type MediaType } from './media-limits.ts';
import type { MediaFile } from './multipart.ts';
import { checkAnswer } from './read-answer.ts';

/** A file that was read. Its name comes from outside: never a path to write to. */
export interface ReadMedia {
  bytes: Buffer;
  filename: string | null;
}

/** Files of the corp's apps (素材管理); an id works for three days and for every app of the corp. */
export interface MediaClient {
  /** Uploads a file and gives its media_id. */
  uploadMedia(type: MediaType, file: MediaFile): Promise<string>;
  /** Reads a file, of `maxBytes` at most. @throws WecomError 40007 when the id is unknown or over. */
  getMedia(mediaId: string, options: { maxBytes: number }): Promise<ReadMedia>;
}

const UPLOAD = '/cgi-bin/media/upload';
const GET = '/cgi-bin/media/get';

/** Builds the files over the calls of the app. */
export function buildMediaClient(api: Api): MediaClient {
  return {
    async uploadMedia(type, file) {
      checkFile(UPLOAD, type, file);
      return textAt(await api.upload(UPLOAD, { type }, file), 'media_id') ?? '';
    },
    async getMedia(mediaId, { maxBytes }) {
      const judge: Parameters<Api['fetch']>[2]['judge'] = ({ status, body, contentType, disposition }) => {
        // A refusal is JSON under the same 200; a file that is itself JSON has a name.
        const isFile = status === 200 && (disposition !== '' || !/json|text\/plain/.test(contentType));
        if (!isFile) checkAnswer({ status, body: body.toString(), endpoint: GET });
      };
      const { body, disposition } = await api.fetch(GET, { media_id: mediaId }, { maxBytes, judge });
      return { bytes: body, filename: readFilename(disposition) };
    },
  };
}
