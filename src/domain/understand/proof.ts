import { toHalfWidth } from './fold-text.ts';

const NAMED = /佐证(?:材料)?(?:是|为|有)?[:\s]\s?([^。\n]{2,200})/;
/** 冀发改〔2026〕12号 */
const DOCUMENT = /[\p{Script=Han}]{1,10}[〔[(【]20\d\d[〕\])】]第?\d{1,5}号/u;
const PAPERS =
  /凭证|回单|批复|批文|合同|协议书|照片|收据|发票|转账记录|[合验][格收](?:意见书|证明|报告)|(?:许可|不动产权|权属)证|通知书|决定书|担保函|中标书/;
/** A paper that is yet to come proves nothing. */
const NOT_YET = /[未没]|尚|待|将|拟|请|补充|提供/;
const SUM = /\d[\d,.]*\s?[万亿]?元/;
const PAID = /到账|拨付|支付|兑付|付清|结清|放款/;
const DAY = /\d{1,2}月\d{1,2}[日号]?|\d{1,2}[日号]|今[天日]|昨[天日]|当[天日]|上午|下午/;

/** What an answer offers as 佐证: said so, a document's number, a paper by name, or a sum with the day it was paid. Null when there is none. */
export function readProof(text: string): string | null {
  const half = toHalfWidth(text);
  const named = NAMED.exec(half)?.[1];
  if (named) return written(text, half.indexOf(named), named.length);
  const paper = [...half.matchAll(CLAUSE)].find(([clause]) => isPaper(clause));
  if (paper) return written(text, paper.index, paper[0].length);
  return SUM.test(half) && PAID.test(half) && DAY.test(half) && !NOT_YET.test(half) ? text.trim() : null;
}

const CLAUSE = /[^,。;!\n]+/g;

function isPaper(clause: string): boolean {
  return DOCUMENT.test(clause) || (PAPERS.test(clause) && !NOT_YET.test(clause));
}

/** The half-width copy keeps every sign in its place. */
function written(text: string, start: number, length: number): string {
  return text.slice(start, start + length).trim();
}
