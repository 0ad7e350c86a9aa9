import { TRADE } from './company/trades.ts';
import { toHalfWidth } from './fold-text.ts';
import { findPhones } from './phone.ts';
import { SURNAME } from './surnames.ts';

/** Who signs a message: the enterprise, its department left out, and the person. */
export interface Signature {
  company: string | null;
  person: string | null;
}

const NOTHING: Signature = { company: null, person: null };
/** Longer last words are a sentence of their own. */
const LONGEST = 60;
/** What parts the last sentence from the signature. */
const END = /[。!?…;\n~]|——?|--|谢谢[,\s]|\s{2,}|\[[^[\]]{1,6}\]/g;
const LABEL =
  /^(?:店名|单位(?:名称)?|公司(?:名称)?|企业(?:名称)?|落款|联系(?:人|方式|电话)?|报告人|反映人|来信人|发帖人|投诉人|申请人|电话|手机|tel)[:\s]*/i;
const PHONE_WORDS = /(?:联系)?(?:电话|手机|座机|微信)(?:号码?|同号)?[:\s]*|[()]/g;
const PLACE = /^(?:[A-Z]\d{0,2}|[\u4e00-\u9fa5]{2,4})?(?:省|市|县|区|镇|乡|开发区|高新区)?$/;
const LEGAL =
  /(?:公司|集团|合作社|联合社|厂|店|坊|社|院|所|馆|行|站|场|园|中心|酒楼|饭庄|商行|公寓|超市|药房|学校|幼儿园|项目部|经营部|门市部|家庭农场|庄园|基地|工作室|农场)$/;
const TRADING = new RegExp(`${TRADE}$`);
const ROLE =
  '(?:法人代表|法定代表人|法人|董事长|总经理助理|副总经理|总经理|副总|总监|财务总监|财务部?|会计|出纳|社长|秘书长|车队长|现场指挥|总经办|总办|厂长|经理|负责人|主任|科长|站长|店长|校长|院长|老板娘?|助理|文员|人事(?:科|部)?|人力资源部?|行政部?|生产部|销售部|办公室|综合部|工会|质检部|技术部|采购部)';
const ROLE_ALONE = new RegExp(`^${ROLE}$`);
const ROLE_AT_END = new RegExp(`^(.{2,}?)${ROLE}{1,2}$`);
const PERSON = new RegExp(
  `^(?:${ROLE}){0,2}姓?([小老]${SURNAME}|${SURNAME}(?:[\\u4e00-\\u9fa5]{1,2}|先生|女士|小姐|师傅|经理|厂长|科长|主任|总)?)$`,
);
/** What names something else than the sender. */
const OTHER = /(?:地址|甲方|乙方|对方|项目名称|工程名称|编号|账号|户名|开户行)[:][^\s,;]*/g;
/** Words of a sentence: what holds one of them is no name. */
const SENTENCE = /[请谢您你我们他她这那吗呢吧了的是不没有给让把被说就还也很啊呀]/;

/** Reads the signature at the end of a message as written, e.g. 定州砖路刀具厂 会计刘凤英 0312-2550178. */
export function readSignature(written: string): Signature {
  const half = toHalfWidth(written).replace(/[。.,;!?\s]+$/, '');
  const tail = lastPart(half);
  if (tail === null || tail.length > LONGEST) return NOTHING;
  const words = withoutPhones(tail.replace(OTHER, ' '))
    .replace(PHONE_WORDS, ' ')
    .split(/[\s,、:/]+/)
    .map((word) => word.replace(LABEL, '').trim())
    .filter(Boolean);
  return ofWords(words);
}

function lastPart(half: string): string | null {
  const ends = [...half.matchAll(END)];
  const last = ends.at(-1);
  if (!last) return null;
  const part = half.slice(last.index + last[0].length).trim();
  // Spread over wide spaces, the place may stand before the name and the person behind it.
  const before = ends.at(-2);
  const isWide = /^\s+$/.test(last[0]) && before && /^\s+$/.test(before[0]);
  return isWide ? half.slice(before.index).trim() : part;
}

function withoutPhones(tail: string): string {
  return findPhones(tail).reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, tail);
}

function ofWords(words: readonly string[]): Signature {
  const named = words.findIndex((word) => isCompany(bare(word)));
  const index = named < 0 && isSigned(words) ? 0 : named;
  if (index < 0) return NOTHING;
  const company = bare(words[index] ?? '');
  const glued = (words[index] ?? '').slice(company.length);
  const person = [glued, ...words.slice(index + 1)].map(personOf).find((name) => name !== null) ?? null;
  return { company, person };
}

/** A company's name without the role and the person that are glued to it: 苗岭红食品厂厂长龙四妹. */
function bare(word: string): string {
  const glued = new RegExp(
    `^(.{3,}?(?:公司|合作社|厂|店|坊|院|馆|场|站|集团|公寓))(?:${ROLE}.{0,5}|实名(?:反映|举报)?|敬上|全体(?:员工|职工)|上报|宣)$`,
  ).exec(word);
  return glued?.[1] ?? ROLE_AT_END.exec(word)?.[1] ?? word;
}

function isCompany(word: string): boolean {
  if (word.length < 3 || word.length > 30 || !/^[\u4e00-\u9fa5A-Za-z0-9&·]+$/.test(word)) return false;
  if (SENTENCE.test(word.replace(/^[A-Z]\d{0,2}[市县区]/, ''))) return false;
  return LEGAL.test(word) || TRADING.test(word) || isPlaced(word);
}

/** 远航危货 车队长 王强: a short name with a person behind it is a signature whatever it deals in. */
function isSigned([name = '', ...rest]: readonly string[]): boolean {
  const isName = /^[\u4e00-\u9fa5]{3,10}$/.test(name) && !SENTENCE.test(name) && personOf(name) === null;
  return isName && rest.some((word) => personOf(word) !== null || ROLE_ALONE.test(word));
}

/** 满城区昊天钢构, C5县福寿康: a place and a name of some length. */
function isPlaced(word: string): boolean {
  const placed = /^(?:[A-Z]\d{0,2}|[\u4e00-\u9fa5]{1,3})(?:省|市|县|区)(.{2,16})$/.exec(word);
  return placed !== null && !PLACE.test(word) && !/(?:局|委|办|政府|街道|中心|乡|镇|村)$/.test(word);
}

function personOf(word: string): string | null {
  return PERSON.exec(word)?.[1] ?? null;
}
