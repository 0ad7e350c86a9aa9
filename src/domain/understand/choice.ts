import { toHalfWidth } from './fold-text.ts';

const SIGNS = '①②③④⑤⑥⑦⑧⑨';
const NUMERALS = '一二三四五六七八九';
const CHOICE =
  /^(?:我?(?:选|是|要|报))?(?:第)?([1-9①-⑨一二三四五六七八九])(?:个|家|项|号)?(?:企业|公司)?[.。、,!的吧)\s]*$/;
const NONE = /^(?:0|零|都不(?:是|对)|不是|算了|(?:以上)?都不是|没有|不在(?:里面|其中)|不对)[。!\s]*$/;

/** The place, from 0, that an answer like 2, 第二个 or ② picks of so many; `none` for 都不是; null for anything else. */
export function readChoice(text: string, of: number): number | 'none' | null {
  const words = toHalfWidth(text).trim();
  if (NONE.test(words)) return 'none';
  const sign = CHOICE.exec(words)?.[1];
  if (!sign) return null;
  const place = [SIGNS, NUMERALS, '123456789'].map((row) => row.indexOf(sign)).find((index) => index >= 0) ?? -1;
  return place >= 0 && place < of ? place : null;
}
