import { readFilename } from './disposition.ts';
import { MediaExpired, unsent, WecomError, type WecomFailure } from './errors.ts';
import type { ReadMedia } from './media.ts';
import { openMedia } from './media-cipher.ts';
import { isAllowedHost, publicLookup } from './public-host.ts';
import { exchange, type Reach } from './request.ts';

/** How a file is read. With a key it is opened; without one it is given as it came. */
export interface DownloadOptions {
  aesKey?: string;
  maxBytes: number;
}

/** What errors call a download: the address itself is a credential. */
const ENDPOINT = 'download of a file';

/** Where files may be read from and how long one may take. */
export interface MediaReach extends Reach {
  /** Hosts, besides the platform's own, from which files are read; `*.` stands for one or more labels. */
  mediaHosts?: readonly string[];
  /** A file of 100 MB, the largest in a bot's chat, takes longer than a call; 60 s by default. */
  mediaTimeoutMs?: number;
}

const DEADLINE_MS = 60_000;

/** Where files of bots' chats are said to lie; to be narrowed to what is seen in life. */
export const MEDIA_HOSTS: readonly string[] = ['*.myqcloud.com', '*.qq.com'];

/**
 * Reads a file of a bot's chat, within five minutes of its message. The link comes from outside, so it must lie on the
 * platform's own origin or, by https, on a host of the list whose addresses are public; redirects are not followed.
 * @throws MediaExpired when the link is over.
 * @throws WecomError for anything else.
 */
export async function downloadMedia(
  reach: MediaReach,
  link: string,
  { aesKey, maxBytes }: DownloadOptions,
): Promise<ReadMedia> {
  const { url, isOwn } = checkLink(link, reach);
  const answer = await exchange(reach, {
    url,
    endpoint: ENDPOINT,
    method: 'GET',
    maxAnswerBytes: maxBytes,
    timeoutMs: reach.mediaTimeoutMs ?? DEADLINE_MS,
    ...(isOwn ? {} : { lookup: publicLookup }),
  });
  if (answer.status === 403 || answer.status === 404) throw expired(answer.status);
  if (answer.status !== 200) throw strayed(answer.status);
  const bytes = aesKey === undefined ? answer.body : openMedia(answer.body, aesKey);
  if (!bytes) throw sealed();
  return { bytes, filename: readFilename(answer.disposition) };
}

function checkLink(link: string, reach: MediaReach): { url: URL; isOwn: boolean } {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url && url.origin === new URL(reach.base).origin) return { url, isOwn: true };
  if (url?.protocol === 'https:' && isAllowedHost(url.hostname, reach.mediaHosts ?? MEDIA_HOSTS))
    return { url, isOwn: false };
  throw unsent(ENDPOINT, { errcode: null, words: 'its link does not lead to a host of the platform by https' });
}

function expired(status: number): MediaExpired {
  return new MediaExpired(failure(), `WeCom ${ENDPOINT}: the link is over (HTTP ${status}); ask for the file again.`);
}

function strayed(status: number): WecomError {
  const retryable = status >= 500;
  return new WecomError({ ...failure(), retryable }, `WeCom ${ENDPOINT} answered HTTP ${status}.`);
}

function sealed(): WecomError {
  const advice = 'Compare the EncodingAESKey with the one on the API page of the bot.';
  return new WecomError(failure(), `WeCom ${ENDPOINT} gave bytes that do not open. ${advice}`);
}

function failure(): WecomFailure {
  return { errcode: null, endpoint: ENDPOINT, outcome: 'refused', retryable: false, retryAfterMs: null };
}
