import type { Roster, Subject } from './roster.ts';
import { SURNAME } from './understand/surnames.ts';

/** Somebody whom the roster does not know, asked who they are; what they write is kept until the office has said. */
export interface Newcomer {
  /** A person's id. */
  id: string;
  /** By which the office names them. */
  code: string;
  /** The enterprise in whose group they wrote first; null in a 1:1 chat. */
  subject: string | null;
  status: 'asked' | 'waiting' | 'accepted' | 'refused';
  /** The message that the question answered, and the one that said who they are. */
  askedIn: string;
  saidIn: string | null;
  said: Introduction | null;
  at: Date;
}

/** Who somebody says they are, as written. */
export interface Introduction {
  /** Null where a name alone was said. */
  unit: string | null;
  name: string;
}

const NAME = String.raw`(?<name>${SURNAME}[\u4e00-\u9fa5]{1,2})`;
const TITLE = '(?:总经理|副总|经理|厂长|主任|会计|先生|女士|总)?';
const UNIT = String.raw`(?<unit>[\u4e00-\u9fa5A-Za-z0-9（）()]{2,40}?)`;
const OPENING = /^(?:您好|你好)?[,，。!！\s]*(?:我(?:们)?(?:是|叫)|本人(?:是|叫)?|这(?:里|边)是)?[:：\s]*/u;
const FORMS = [
  new RegExp(`^${UNIT}(?:的|[\\s,，、:：/-]+)${NAME}${TITLE}$`, 'u'),
  new RegExp(`^${NAME}${TITLE}[\\s,，、:：/-]+${UNIT}$`, 'u'),
  new RegExp(`^${NAME}${TITLE}$`, 'u'),
];

/** Common words that begin like a surname. */
const NO_NAME = /^(?:谢谢|麻烦|马上|明白|方便|高兴|时间|应该|何时|全部|成功)/u;

/** 单位 and 姓名 in the answer to who somebody is; null when it says something else. A name alone does where the group says the unit. */
export function readIntroduction(text: string, v: { isUnitKnown: boolean }): Introduction | null {
  const words = text
    .trim()
    .replace(OPENING, '')
    .replace(/[。!！\s]+$/u, '');
  for (const form of FORMS) {
    const groups = form.exec(words)?.groups;
    const { unit = null, name } = groups ?? {};
    if (name && !NO_NAME.test(name) && (unit || v.isUnitKnown)) return { unit, name };
  }
  return null;
}

/** The enterprises that are meant by names joined by 、; null when one of them is unknown or may be several. */
export function subjectsNamed(roster: Roster, said: string): Subject[] | null {
  const found = said.split(/[、,，和]/u).map((name) => subjectNamed(roster, name.trim()));
  return found.every((subject) => subject !== null) ? [...new Set(found)] : null;
}

function subjectNamed(roster: Roster, name: string): Subject | null {
  const all = [...roster.subjects.values()];
  const exact = all.filter((subject) => subject.name === name || subject.aliases.includes(name));
  const alike = exact.length > 0 || name.length < 2 ? exact : all.filter((subject) => subject.name.includes(name));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}
