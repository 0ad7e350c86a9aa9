import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { envSchema } from '../../config/env.ts';
import type { Day } from '../domain/day.ts';
import { buildMatcher, formatPhone, type Matcher, parseDeadline, understand } from '../domain/understand/index.ts';
import type {
  DeadlineReading,
  ProblemReading,
  RatingReading,
  Reading,
  ReplyReading,
  RosterName,
  Speaker,
} from '../domain/understand/index.ts';
import { statutoryWorkday } from '../domain/workday.ts';
import { readJsonFile } from './read-json-file.ts';

const USAGE =
  '用法：npm run -s parse [-- --roster 名册.json] | --deadline | --match --roster 名册.json（标准输入每行一个 JSON 对象，格式见 README）';

type Line = Readonly<Record<string, unknown>>;
/** What becomes of one line of input. @throws with one sentence when the line is not usable. */
type LineReader = (line: Line) => Record<string, unknown>;

const isWorkday = (day: Day): boolean => statutoryWorkday(day);
/** The name that groups know the bot by; mentions of anybody are left out of the reading anyway. */
const BOT_NAME = envSchema.shape.WECOM_BOT_NAME.parse(undefined);
const SPEAKERS: readonly Speaker[] = ['subject', 'leader', 'unit', 'office', 'stranger'];

function textOf(line: Line, field: string): string {
  const value = line[field];
  if (typeof value !== 'string')
    throw new Error(`${field} is missing or no string: give each line a string "${field}".`);
  return value;
}

/** A time without an offset is meant in Asia/Shanghai. */
function instantOf(line: Line): Date {
  const said = textOf(line, 'referenceTime').trim().replace(' ', 'T');
  const withTime = /^\d{4}-\d{2}-\d{2}$/.test(said) ? `${said}T00:00:00` : said;
  const instant = new Date(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(withTime) ? withTime : `${withTime}+08:00`);
  if (Number.isNaN(instant.getTime()))
    throw new Error('referenceTime is no ISO 8601 time: write e.g. 2026-11-27T09:00:00.');
  return instant;
}

function speakerOf(line: Line): Speaker {
  const role = line['role'] ?? 'subject';
  const speaker = SPEAKERS.find((known) => known === role);
  if (!speaker) throw new Error('role is unknown: use subject, leader, unit or office.');
  return speaker;
}

function messageReader(matcher: Matcher | null): LineReader {
  return (line) => {
    const [text, said, speaker] = [textOf(line, 'text'), instantOf(line), speakerOf(line)];
    const reading = understand({ text, said, speaker, botName: BOT_NAME, isWorkday });
    return { id: line['id'] ?? null, ...toParseLine(reading, matcher) };
  };
}

const deadlineReader: LineReader = (line) => {
  const deadline = parseDeadline(textOf(line, 'text'), instantOf(line), isWorkday);
  return { id: line['id'] ?? null, deadline: deadline && toDeadline(deadline) };
};

function matchReader(matcher: Matcher): LineReader {
  return (line) => {
    const { subject, confidence, candidates } = matcher.match(textOf(line, 'query'));
    return { id: line['id'] ?? null, subject, confidence, candidates };
  };
}

/** A reading in the form of the outside contract. */
function toParseLine(reading: Reading, matcher: Matcher | null): Record<string, unknown> {
  return {
    intent: reading.intent,
    problems: reading.problems.map((problem) => toProblem(problem, matcher)),
    reply: reading.reply && toReply(reading.reply),
    rating: reading.rating && toRating(reading.rating),
  };
}

function toProblem(problem: ProblemReading, matcher: Matcher | null): Record<string, unknown> {
  const { enterprise, summary, category, deadline, contact, phone, urgency } = problem;
  const subject = matcher && enterprise ? matcher.match(enterprise).subject : null;
  const written = phone && formatPhone(phone);
  return {
    enterprise,
    subject,
    summary,
    category,
    deadline: deadline && toDeadline(deadline),
    contact,
    phone: written,
    urgency,
  };
}

function toReply({ action, transferTo, deadline, reason }: ReplyReading): Record<string, unknown> {
  return { action, transferTo, deadline: deadline && toDeadline(deadline), reason };
}

function toDeadline({ date, days, workdays, expr }: DeadlineReading): Omit<DeadlineReading, 'kind'> {
  return { date, days, workdays, expr };
}

const LABELS = { 5: '很满意', 4: '满意', 3: '基本满意', 2: '不满意', 1: '很不满意' } as const;
const MIDDLING = /一般|还行|还可以|凑合|马马虎虎|中评|中等/;

/** Half a solution without a word of satisfaction counts as 一般; the service itself asks for the missing answer. */
function toRating({ score, label, resolved, onTime }: RatingReading): Record<string, unknown> {
  const given = score ?? (resolved === 'partly' ? 3 : null);
  const middling = given === 3 && (label === null || MIDDLING.test(label));
  return {
    score: given,
    label: given && (middling ? '一般' : LABELS[given]),
    resolved: resolved && resolved === 'yes',
    onTime: onTime === null || onTime === 'unsure' ? null : onTime === 'yes',
  };
}

function answer(text: string, read: LineReader): Record<string, unknown> {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line !== 'object' || line === null || Array.isArray(line))
      throw new Error('The line is no JSON object.');
    return read({ ...line });
  } catch (error) {
    if (error instanceof SyntaxError) return { id: null, error: 'The line is no JSON: give one JSON object a line.' };
    return { id: null, error: error instanceof Error ? error.message : 'The line cannot be read.' };
  }
}

/** Takes the names out of a roster file, or out of a plain list of names. @throws when there are none. */
function namesIn(file: unknown): RosterName[] {
  const list: unknown = typeof file === 'object' && file !== null && 'subjects' in file ? file.subjects : file;
  if (!Array.isArray(list)) throw new Error('名册里没有 subjects，请检查文件格式（见 config/demo-roster.json）。');
  return list.flatMap((row: unknown) => {
    if (typeof row !== 'object' || row === null || !('name' in row) || typeof row.name !== 'string') return [];
    const aliases: unknown[] = 'aliases' in row && Array.isArray(row.aliases) ? row.aliases : [];
    return [{ name: row.name, aliases: aliases.filter((alias) => typeof alias === 'string') }];
  });
}

async function readerFor(words: string[]): Promise<LineReader> {
  const { values } = parseArgs({
    args: words,
    options: { roster: { type: 'string' }, deadline: { type: 'boolean' }, match: { type: 'boolean' } },
  });
  if (values.deadline) return deadlineReader;
  const matcher = values.roster ? buildMatcher(namesIn(await readJsonFile(values.roster))) : null;
  if (!values.match) return messageReader(matcher);
  if (!matcher) throw new Error(USAGE);
  return matchReader(matcher);
}

/** Answers standard input line by line, in order; memory stays that of one line. */
async function main(words: string[]): Promise<void> {
  const read = await readerFor(words);
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const raw of lines) {
    const text = raw.replace(/^\uFEFF/, '');
    if (text.trim() === '') continue;
    const taken = process.stdout.write(`${JSON.stringify(answer(text, read))}\n`);
    if (!taken) await once(process.stdout, 'drain');
  }
}

/** Whoever reads our output may stop early, e.g. `head`. */
process.stdout.on('error', () => process.exit(0));

try {
  await main(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof TypeError && 'code' in error;
  process.stderr.write(`${isUsage || !(error instanceof Error) ? USAGE : error.message}\n`);
  process.exitCode = 1;
}
