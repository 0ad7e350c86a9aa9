import type { MediaRef } from './inbound.ts';

/** A picture, file, voice or video that is kept as evidence of a case (佐证); its bytes are in GridFS under `id`. */
export interface Attachment {
  /** Inbox id + place in its message: the same file is kept once. */
  id: string;
  kind: MediaRef['kind'];
  /** As its sender called it, cleaned; made from kind and type where the platform gives no name. */
  name: string;
  /** By its first bytes, never by its name. */
  type: string;
  bytes: number;
}

/** Why something that was sent could not be kept. */
export type Unkept = 'expired' | 'tooLarge' | 'wrongType' | 'failed';

/** What became of all that came with one message. */
export interface Received {
  files: Attachment[];
  unkept: Unkept[];
}

/** Who added a file to a case, and when. */
export interface AddedFile extends Attachment {
  by: string;
  at: Date;
}

/** A name that no file system or reader of a list stumbles over. */
export function cleanFileName(name: string): string {
  const plain = [...name.normalize('NFC')].filter((character) => !/[\p{Cc}\p{Cf}\\/:*?"<>|]/u.test(character)).join('');
  const trimmed = plain.replace(/^[.\s]+|[.\s]+$/g, '');
  const dot = trimmed.lastIndexOf('.');
  const end = dot > 0 && trimmed.length - dot <= 8 ? trimmed.slice(dot) : '';
  const stem = [...(end ? trimmed.slice(0, dot) : trimmed)].slice(0, NAME_LENGTH).join('');
  return `${stem}${end}`;
}

const NAME_LENGTH = 60;

/** Kinds of a list of files with their numbers, e.g. 2 pictures and a file. */
export function countKinds(files: readonly Pick<Attachment, 'kind'>[]): { kind: MediaRef['kind']; count: number }[] {
  const kinds = [...new Set(files.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ kind, count: files.filter((file) => file.kind === kind).length }));
}
