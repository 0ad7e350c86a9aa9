import { randomBytes } from 'node:crypto';
import { sealMedia } from '../../wecom/media-cipher.ts';
import type { Api } from './api.ts';
import { dispositionOf } from './media-store.ts';

/** Files of the bot's chats behind links that live for five minutes, sealed by the bot's key (接收消息). */
export interface BotMedia {
  /** Gives the link under which a file can now be fetched. */
  offer(file: { filename: string; bytes: Uint8Array }, now: Date): string;
  api: Api;
}

const PATH = '/wecom-media';
const LIFE_MS = 5 * 60_000;

/** Builds a host without files. `origin` and the key are read at each use. */
export function buildBotMedia(options: { origin: string; service: { aesKey: string } }): BotMedia {
  const files = new Map<string, { filename: string; sealed: Buffer; at: Date }>();
  return {
    offer({ filename, bytes }, now) {
      const id = randomBytes(16).toString('hex');
      files.set(id, { filename, sealed: sealMedia(bytes, options.service.aesKey), at: now });
      return `${options.origin}${PATH}?id=${id}&sign=${randomBytes(16).toString('hex')}`;
    },
    api: {
      method: 'GET',
      path: PATH,
      endpoint: 'media',
      take({ query, now }) {
        const file = files.get(query('id'));
        if (!file) return { status: 404 };
        if (now.getTime() - file.at.getTime() > LIFE_MS) return { status: 403 };
        return { bytes: file.sealed, disposition: dispositionOf(file.filename) };
      },
    },
  };
}
