import { listOf, longText, oneOf, oneOrMore, optional, phone, type Read, shaped, text } from './roster-fields.ts';

/** One thing that is wrong with one row of a roster file. `row` counts from 1 within its sheet, 0 is the sheet itself. */
export interface RowProblem {
  sheet: string;
  row: number;
  /** Null when the row as a whole is meant. */
  field: string | null;
  /** One sentence that says what to do. */
  reason: string;
}

/** The four lists of 包联对象 (design.md section 1). */
export const SUBJECT_LISTS = ['重点工业企业', '重点服务业企业', '科技型中小企业', '重点项目'] as const;

const MAX_ROWS = 100_000;
const PERSON_REASON = '人员账号应为 userid，外单位的写成 corpid/userid，只含字母、数字和 .-_@，请改正。';
const userid = shaped(/^(?:[\w-]{1,64}\/)?[A-Za-z0-9][\w.@-]{0,63}$/, PERSON_REASON);

const UNIT = {
  name: text(100),
  kind: oneOf(['department', 'county', 'office']),
  county: optional(text(50)),
};
const PERSON = {
  userid,
  corpid: optional(shaped(/^[\w-]{1,64}$/, '企业号只含字母和数字，请改正。')),
  name: text(50),
  title: optional(text(50)),
  level: optional(text(20)),
  roles: listOf(oneOf(['subject', 'leader', 'unit', 'office', 'admin']), 5),
  of: optional(oneOrMore(text(100), 50)),
  phone: optional(phone),
  deputy: optional(userid),
};
const SUBJECT = {
  name: text(100),
  kind: oneOf(['enterprise', 'project']),
  list: optional(oneOf(SUBJECT_LISTS)),
  county: optional(text(50)),
  uscc: optional(shaped(/^[0-9A-HJ-NP-RTUW-Y]{18}$/, '统一社会信用代码应为18位数字和大写字母，请改正。')),
  aliases: optional(listOf(shaped(/^.{2,50}$/u, '简称应为2到50个字，请改正。'), 20)),
  leader: optional(userid),
  unit: optional(text(100)),
  taskForce: optional(listOf(userid, 50)),
  plan: optional(longText(1000)),
};
const CHAT = {
  name: text(100),
  purpose: oneOf(['subject', 'leader', 'unit', 'office']),
  of: text(100),
  audience: optional(oneOf(['enterprise', 'mixed'])),
  botChatid: optional(shaped(/^[\x21-\x7e]{1,128}$/, '群的 chatid 只含字母、数字和符号，请从接收到的消息里复制。')),
  webhookKey: optional(shaped(/^[\w-]{1,128}$/, '只填机器人地址里 key= 后面的部分，请改正。')),
};
const SHEETS = { units: UNIT, persons: PERSON, subjects: SUBJECT, chats: CHAT };

type Spec = Record<string, Read<unknown>>;
type RowOf<S> = { [K in keyof S]: S[K] extends Read<infer T> ? T : never };

/** A department or county as the file names it. */
export type UnitRow = RowOf<typeof UNIT>;
/** A person as the file names them. */
export type PersonRow = RowOf<typeof PERSON>;
/** An enterprise or project as the file names it. */
export type SubjectRow = RowOf<typeof SUBJECT>;
/** A group as the file names it. */
export type ChatRow = RowOf<typeof CHAT>;

/** One row: the cells that could be read, and all of them together when nothing was wrong. */
export interface Line<T = unknown> {
  sheet: string;
  row: number;
  cells: Partial<T>;
  value: T | null;
}

/** The rows of a roster file, sheet by sheet. */
export interface RosterLines {
  units: Line<UnitRow>[];
  persons: Line<PersonRow>[];
  subjects: Line<SubjectRow>[];
  chats: Line<ChatRow>[];
}

/** Reads every row of a roster file and names everything in it that has a wrong shape; never throws. */
export function readLines(file: unknown, problems: RowProblem[]): RosterLines {
  const sheets = isObject(file) ? file : {};
  if (!isObject(file))
    problems.push(ofSheet('', '文件应为一个 JSON 对象，含 units、persons、subjects、chats，请改正。'));
  for (const sheet of Object.keys(sheets).filter((key) => !Object.hasOwn(SHEETS, key))) {
    problems.push(ofSheet(sheet.slice(0, 50), '名册没有这张表，请删除，或改为 units、persons、subjects、chats 之一。'));
  }
  return {
    units: readSheet(UNIT, { sheet: 'units', rows: sheets.units, problems }),
    persons: readSheet(PERSON, { sheet: 'persons', rows: sheets.persons, problems }),
    subjects: readSheet(SUBJECT, { sheet: 'subjects', rows: sheets.subjects, problems }),
    chats: readSheet(CHAT, { sheet: 'chats', rows: sheets.chats, problems }),
  };
}

interface Sheet {
  sheet: string;
  rows: unknown;
  problems: RowProblem[];
}

function readSheet<S extends Spec>(spec: S, { sheet, rows, problems }: Sheet): Line<RowOf<S>>[] {
  if (rows === undefined || rows === null) return [];
  if (!Array.isArray(rows)) {
    problems.push(ofSheet(sheet, '应为列表，每行一个对象，请写成 [{…},{…}]。'));
    return [];
  }
  if (rows.length > MAX_ROWS) {
    problems.push(ofSheet(sheet, `行数太多，请分成几个文件导入，每张表不超过${MAX_ROWS}行。`));
    return [];
  }
  return rows.map((row: unknown, index) => readLine(spec, row, { sheet, row: index + 1, problems }));
}

interface Place {
  sheet: string;
  row: number;
  problems: RowProblem[];
}

function readLine<S extends Spec>(spec: S, cells: unknown, { sheet, row, problems }: Place): Line<RowOf<S>> {
  if (!isObject(cells)) {
    problems.push({ sheet, row, field: null, reason: '这一行应为一个对象，请写成 {"name":"…"}。' });
    return { sheet, row, cells: {}, value: null };
  }
  const found: RowProblem[] = Object.keys(cells)
    .filter((key) => !Object.hasOwn(spec, key))
    .map((key) => ({ sheet, row, field: key.slice(0, 50), reason: '没有这个字段，请删除或改正字段名。' }));
  const read: Record<string, unknown> = {};
  for (const [field, readCell] of Object.entries(spec)) {
    const result = readCell(Object.hasOwn(cells, field) ? cells[field] : undefined);
    if ('reason' in result) found.push({ sheet, row, field, reason: result.reason });
    else read[field] = result.value;
  }
  addAll(problems, found);
  // Each field was read by its own reader of the spec, so the record has the type that the readers give.
  const partial = read as Partial<RowOf<S>>;
  return { sheet, row, cells: partial, value: found.length === 0 && isWhole(spec, partial) ? partial : null };
}

function isWhole<S extends Spec>(spec: S, cells: Partial<RowOf<S>>): cells is RowOf<S> {
  return Object.keys(spec).every((field) => Object.hasOwn(cells, field));
}

/** Adds problems to a list. A file can have more of them than a call takes arguments. */
export function addAll(problems: RowProblem[], more: readonly RowProblem[]): void {
  for (const problem of more) problems.push(problem);
}

function ofSheet(sheet: string, reason: string): RowProblem {
  return { sheet, row: 0, field: null, reason };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
