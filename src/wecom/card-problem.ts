/** Why the platform would refuse a card: its code (全局错误码) and the field in words. */
export interface CardProblem {
  errcode: number;
  words: string;
}

/** Builds a problem. */
export function bad(errcode: number, words: string): CardProblem {
  return { errcode, words };
}

/** A problem unless the value is a text that is not empty, of at most `max` bytes. */
export function need(
  errcode: number,
  field: string,
  value: unknown,
  max = Number.POSITIVE_INFINITY,
): CardProblem | null {
  if (typeof value !== 'string' || value === '') return bad(errcode, `${field} is missing`);
  return Buffer.byteLength(value) > max ? bad(errcode, `${field} is longer than ${max} bytes`) : null;
}
