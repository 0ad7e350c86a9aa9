/** Reads one cell: its value, or one sentence that says what to do. An absent key is `undefined`. */
export type Read<T> = (cell: unknown) => { value: T } | { reason: string };

const MISSING = { reason: '必填，请填写。' };

/** Words on one line, trimmed, invisible characters taken out. */
export function text(max: number): Read<string> {
  return (cell) => readText(cell, { max, forbidden: /[\p{Cc}\p{Cs}]/u });
}

/** Words that may run over several lines. */
export function longText(max: number): Read<string> {
  return (cell) => readText(cell, { max, forbidden: /(?![\n\r\t])[\p{Cc}\p{Cs}]/u });
}

function readText(cell: unknown, limits: { max: number; forbidden: RegExp }): { value: string } | { reason: string } {
  if (isMissing(cell)) return MISSING;
  if (typeof cell !== 'string') return { reason: '应为文字，请用双引号括起来。' };
  const value = cell.replace(/\p{Cf}/gu, '').trim();
  if (value === '') return MISSING;
  if (value.length > limits.max) return { reason: `太长，请缩短到${limits.max}个字以内。` };
  if (limits.forbidden.test(value)) return { reason: '含有换行或控制字符，请删除。' };
  return { value };
}

/** Words of a given shape. The reason never repeats them, since they may be a secret. */
export function shaped(shape: RegExp, reason: string): Read<string> {
  return (cell) => {
    if (isMissing(cell)) return MISSING;
    return typeof cell === 'string' && shape.test(cell.trim()) ? { value: cell.trim() } : { reason };
  };
}

/** One of a few words. */
export function oneOf<const T extends string>(words: readonly T[]): Read<T> {
  return (cell) => {
    if (isMissing(cell)) return MISSING;
    const value = words.find((word) => word === cell);
    return value === undefined ? { reason: `只能填 ${words.join('、')} 之一，请改正。` } : { value };
  };
}

/** A few things, none of them twice. */
export function listOf<T>(read: Read<T>, max: number): Read<T[]> {
  return (cell) => {
    if (isMissing(cell)) return MISSING;
    if (!Array.isArray(cell)) return { reason: '应为列表，请写成 ["…","…"]。' };
    if (cell.length > max) return { reason: `太多，请减少到${max}项以内。` };
    const values = new Set<T>();
    for (const [index, item] of cell.entries()) {
      const result = read(item);
      if ('reason' in result) return { reason: `第${index + 1}项：${result.reason}` };
      values.add(result.value);
    }
    return { value: [...values] };
  };
}

/** One thing, or a list of a few. */
export function oneOrMore<T>(read: Read<T>, max: number): Read<T[]> {
  const readList = listOf(read, max);
  return (cell) => {
    if (Array.isArray(cell)) return readList(cell);
    const result = read(cell);
    return 'reason' in result ? result : { value: [result.value] };
  };
}

/** May be absent (`undefined`: what is stored stays) or null (there is none). */
export function optional<T>(read: Read<T>): Read<T | null | undefined> {
  return (cell) => {
    if (cell === undefined) return { value: undefined };
    return cell === null || cell === '' ? { value: null } : read(cell);
  };
}

const PHONE_PARTS = /[\s()（）-]/g;
const MOBILE = /^(?:\+?86)?(1[3-9]\d{9})$/;
const LANDLINE = /^(?:\+?86)?(0\d{2,3}\d{7,8}|[48]00\d{7})((?:转|x|#)\d{1,6})?$/i;

/** A mobile number, or a landline with its area code; mobile numbers come out as 11 digits. */
export const phone: Read<string> = (cell) => {
  if (isMissing(cell)) return MISSING;
  if (typeof cell !== 'string') return { reason: '电话应为文字，请用双引号括起来。' };
  const bare = cell.normalize('NFKC').replace(PHONE_PARTS, '');
  const mobile = MOBILE.exec(bare)?.[1];
  if (mobile) return { value: mobile };
  if (cell.length <= 30 && LANDLINE.test(bare)) return { value: cell.normalize('NFKC').trim() };
  return { reason: '不像电话号码，请填11位手机号，或带区号的座机号。' };
};

function isMissing(cell: unknown): boolean {
  return cell === undefined || cell === null || cell === '';
}
