import { describe, expect, it } from 'vitest';
import { strToU8, zipSync } from 'fflate';
import { cleanFileName, countKinds } from '../../src/domain/attachment.ts';
import { fileTypeOf } from '../../src/domain/file-type.ts';
import { A_PHOTO } from '../support/a-photo.ts';

const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex');
const aPaper = (folder: string) =>
  zipSync({ '[Content_Types].xml': strToU8('<x/>'), [`${folder}a.xml`]: strToU8('<x/>') });

describe('fileTypeOf', () => {
  it.each([
    ['a JPEG', hex('ffd8ffe0 0010'), 'image/jpeg', 'jpg'],
    ['a PNG', hex('89504e470d0a1a0a 00'), 'image/png', 'png'],
    ['a WebP', hex('52494646 12345678 57454250 00'), 'image/webp', 'webp'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'application/pdf', 'pdf'],
    ['a voice', Buffer.from('#!AMR\n'), 'audio/amr', 'amr'],
    ['a video', hex('00000018 66747970 6d703432'), 'video/mp4', 'mp4'],
    ['a sheet', aPaper('xl/'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
    ['a letter', aPaper('word/'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ])('knows %s by its bytes', (_what, bytes, type, end) => {
    expect(fileTypeOf(bytes)).toEqual({ type, end });
  });

  it.each([
    ['a program', hex('4d5a9000')],
    ['a page', Buffer.from('<html><script>')],
    ['an archive', zipSync({ 'run.exe': strToU8('MZ') })],
    ['words', Buffer.from('贷款合同')],
    ['ciphertext that nobody decrypted', hex('9f3a0b7712')],
    ['nothing', Buffer.alloc(0)],
  ])('keeps out %s', (_what, bytes) => {
    expect(fileTypeOf(bytes)).toBeNull();
  });
});

describe('cleanFileName', () => {
  it.each([
    ['合同.pdf', '合同.pdf'],
    ['../../etc/passwd', 'etcpasswd'],
    ['a\u0000\u202Egpj.exe', 'agpj.exe'],
    ['  ..hidden.  ', 'hidden'],
    [`${'长'.repeat(90)}.docx`, `${'长'.repeat(60)}.docx`],
    ['CON<>:"|?*.png', 'CON.png'],
    ['', ''],
  ])('makes of %j %j', (name, clean) => {
    expect(cleanFileName(name)).toBe(clean);
  });
});

describe('countKinds', () => {
  it('counts each kind in the order in which it first came', () => {
    const kinds = countKinds([A_PHOTO, { kind: 'file' }, A_PHOTO]);
    expect(kinds).toEqual([
      { kind: 'image', count: 2 },
      { kind: 'file', count: 1 },
    ]);
  });
});
