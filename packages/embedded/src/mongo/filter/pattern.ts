import { BSONRegExp } from 'bson';
import { MongoError } from '../mongo-error.ts';
import type { Doc } from '../values/documents.ts';

// JavaScript reads these otherwise than PCRE, which MongoDB uses, and doesn't complain.
const POSIX_CLASS = /\[[^\]]*\[:\^?\w+:\]/;
const NEEDLESS_ESCAPE = /\\([^A-Za-z0-9\s^$\\.*+?()[\]{}|/-])/g;
const LITERAL_PREFIX = /^\^((?:\\[^A-Za-z0-9]|[^\\^$.*+?()[\]{}|])+)/;

interface Pattern {
  source: string;
  options: string;
}

function patternOf(value: unknown, options: string): Pattern {
  if (value instanceof BSONRegExp) return { source: value.pattern, options: options || value.options };
  if (value instanceof RegExp) return { source: value.source, options: options || value.flags };
  if (typeof value === 'string') return { source: value, options };
  throw new MongoError(2, '$regex has to be a string');
}

/** The options that stand beside a `$regex`. @throws MongoError when they are no text. */
export function patternOptions(siblings: Doc): string {
  const options = siblings.$options ?? '';
  if (typeof options === 'string') return options;
  throw new MongoError(2, '$options has to be a string');
}

/** The regular expression of a filter. @throws MongoError for options or constructs that can't be kept exactly. */
export function compilePattern(value: unknown, options = ''): RegExp {
  const pattern = patternOf(value, options);
  const flags = pattern.options.replace('u', '');
  if (/[^ims]/.test(flags)) throw new MongoError(51108, `invalid flag in regex options: ${flags}`);
  if (POSIX_CLASS.test(pattern.source)) throw new MongoError(51091, 'Regular expression is invalid: POSIX class');
  try {
    return new RegExp(pattern.source.replace(NEEDLESS_ESCAPE, '$1'), `${[...new Set(flags)].join('')}u`);
  } catch {
    throw new MongoError(51091, `Regular expression is invalid: ${pattern.source}`);
  }
}

/** The text that every match of a pattern begins with, or null when there is none to rely on. */
export function literalPrefixOf(value: unknown, options = ''): string | null {
  const pattern = patternOf(value, options);
  if (/[ims]/.test(pattern.options) || pattern.source.includes('|')) return null;
  const [, raw] = LITERAL_PREFIX.exec(pattern.source) ?? [];
  if (raw === undefined) return null;
  const text = raw.replace(/\\(.)/g, '$1');
  // A quantifier after the text applies to its last character.
  const next = pattern.source[raw.length + 1];
  const sure = next !== undefined && '*?{'.includes(next) ? [...text].slice(0, -1).join('') : text;
  return sure === '' ? null : sure;
}
