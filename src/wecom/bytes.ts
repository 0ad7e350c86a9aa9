/** What a text says at its end when a part of it was left out. */
export const CUT_NOTICE = '\n…(内容过长,已截断)';

/** Cuts a text to `max` bytes of UTF-8, at a whole code point, the notice included; a text that fits stays as it is. */
export function cutBytes(text: string, max: number, notice = CUT_NOTICE): string {
  const bytes = Buffer.from(text);
  // The way through bytes also replaces half surrogates, which the platform refuses (错误码 40033).
  if (bytes.length <= max) return bytes.toString();
  const room = max - Buffer.byteLength(notice);
  if (room < 0) return headOf(bytes, max);
  return headOf(bytes, room) + notice;
}

/** Packs lines into texts of at most `max` bytes, in order and without loss; only a line that is longer itself is broken. */
export function splitBytes(lines: readonly string[], max: number): string[] {
  const texts: string[] = [];
  let open: string | null = null;
  for (const piece of lines.flatMap((line) => breakLine(line, max))) {
    const joined: string = open === null ? piece : `${open}\n${piece}`;
    if (open !== null && Buffer.byteLength(joined) > max) {
      texts.push(open);
      open = piece;
    } else {
      open = joined;
    }
  }
  if (open !== null) texts.push(open);
  return texts;
}

function breakLine(line: string, max: number): string[] {
  // A code point takes up to four bytes: with less room the loop below would not move.
  if (max < 4) throw new RangeError(`A text of ${max} bytes holds no code point: ask for 4 or more.`);
  const pieces: string[] = [];
  let rest = Buffer.from(line);
  while (rest.length > max) {
    const head = headOf(rest, max);
    pieces.push(head);
    rest = rest.subarray(Buffer.byteLength(head));
  }
  return [...pieces, rest.toString()];
}

/** The longest head of at most `max` bytes that ends with a whole code point. */
function headOf(bytes: Buffer, max: number): string {
  let end = Math.min(max, bytes.length);
  while (end > 0 && isContinuation(bytes[end])) end -= 1;
  return bytes.subarray(0, end).toString();
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
