/**
 * Reads the name out of a Content-Disposition header: `filename*` (RFC 5987) before `filename`, which may be raw UTF-8 or
 * percent-encoded. Folders are cut off. Null when there is no name.
 */
export function readFilename(disposition: string): string | null {
  const name = extendedName(disposition) ?? plainName(disposition);
  const last = name?.split(/[/\\]/).at(-1)?.trim() ?? '';
  return last === '' || last === '.' || last === '..' ? null : last;
}

function extendedName(disposition: string): string | null {
  const [, charset = '', value = ''] = /filename\*\s*=\s*([\w-]*)'[^']*'([^;\s]+)/i.exec(disposition) ?? [];
  return /^utf-8$/i.test(charset) ? decode(value) : null;
}

function plainName(disposition: string): string | null {
  const [, quoted, bare] = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition) ?? [];
  const value = quoted?.replace(/\\(.)/g, '$1') ?? bare;
  if (value === undefined) return null;
  // Node gives headers as Latin-1, one character a byte.
  const utf8 = Buffer.from(value, 'latin1').toString();
  const text = utf8.includes('\uFFFD') ? value : utf8;
  return /%[0-9a-f]{2}/i.test(text) ? (decode(text) ?? text) : text;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
