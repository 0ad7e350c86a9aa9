import { ATTACHMENTS } from '../../../config/rules.ts';
import { type Attachment, cleanFileName, type Received, type Unkept } from '../../domain/attachment.ts';
import { fileTypeOf } from '../../domain/file-type.ts';
import type { MediaRef } from '../../domain/inbound.ts';
import type { InboxRow } from '../../store/inbox-row.ts';
import { MediaExpired, MediaTooLarge, WecomError } from '../../wecom/errors.ts';
import { before } from '../before.ts';
import type { Context } from '../context.ts';

export const NOTHING: Received = { files: [], unkept: [] };

/** All files of a message together, machine time: within the lease on its conversation, since the words must not wait long. */
const FETCH_MS = 10_000;

/** Fetches what came with a message before anything else is done with it: links live for five minutes (wecom-protocol 2.4). */
export async function receiveFiles(row: InboxRow, context: Context): Promise<Received> {
  if (row.media.length === 0) return NOTHING;
  if (row.received) return row.received;
  const taken = row.media.slice(0, ATTACHMENTS.perMessage);
  const deadline = Date.now() + FETCH_MS;
  const fetched = await Promise.all(taken.map((ref, i) => keepOne(ref, `${row._id}/${i}`, { deadline, context })));
  const received = {
    files: fetched.filter((one) => typeof one !== 'string'),
    unkept: fetched.filter((one) => typeof one === 'string'),
  };
  await context.stores.inbox.saveReceived(row._id, received);
  return received;
}

interface Fetching {
  deadline: number;
  context: Context;
}

/** What cannot be had in time is asked for again; a later answer of the media host is dropped. */
async function keepOne(ref: MediaRef, id: string, v: Fetching): Promise<Attachment | Unkept> {
  try {
    return await before(v.deadline, fetchOne(ref, id, v));
  } catch (error) {
    if (error instanceof MediaExpired || isOver(error)) return 'expired';
    if (error instanceof MediaTooLarge) return 'tooLarge';
    v.context.log.warn({ err: error, attachment: id }, 'an attachment could not be fetched');
    return 'failed';
  }
}

/** 40007: the media_id is over. */
function isOver(error: unknown): boolean {
  return error instanceof WecomError && error.errcode === 40007;
}

async function fetchOne(ref: MediaRef, id: string, v: Fetching): Promise<Attachment | Unkept> {
  const { wecom, config, stores } = v.context;
  // A sealed file is up to a block longer.
  const maxBytes = ATTACHMENTS.maxBytes + PAD_BYTES;
  const { bytes, filename } =
    ref.url === null
      ? await required(wecom.app).getMedia(ref.mediaId ?? '', { maxBytes })
      : await wecom.downloadMedia(ref.url, { aesKey: ref.aesKey ?? required(config.bot).aesKey, maxBytes });
  if (bytes.length > ATTACHMENTS.maxBytes) return 'tooLarge';
  const found = fileTypeOf(bytes);
  if (!found) return 'wrongType';
  if (Date.now() >= v.deadline) return 'failed';
  const name = `${cleanFileName(filename ?? '').replace(/\.[^.]{1,7}$/, '') || NAMES[ref.kind]}.${found.end}`;
  const file = { id, kind: ref.kind, name, type: found.type, bytes: bytes.length };
  await stores.attachments.keep(file, bytes);
  return file;
}

/** The padding of a file of a bot's chat (wecom-protocol 2.4). */
const PAD_BYTES = 32;

/** What a file is called whose name the platform does not tell. */
const NAMES = { image: '图片', file: '文件', voice: '语音', video: '视频' } as const;

/** @throws Error when something came by a channel that is not configured: a bug. */
function required<T>(part: T | null): T {
  if (part === null) throw new Error('media came by a channel that is not configured');
  return part;
}
