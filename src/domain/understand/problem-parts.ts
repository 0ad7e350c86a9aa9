import { toHalfWidth } from './fold-text.ts';

/** A marker that opens a point of a list: 一是, 1、, (2), ①, 第一. */
const MARKERS: readonly RegExp[] = [
  /[一二三四五六七八九]是/g,
  /(?:^|(?<=[\s,。;:!?、]))(?:第?[一二三四五六七八九]|[1-9])[、.)](?!\d)/g,
  /\([一二三四五六七八九1-9]\)/g,
  /[①②③④⑤⑥⑦⑧⑨]/g,
  /第[一二三四五六七八九](?:个(?:问题)?|[,:]|件)(?:是)?/g,
  /(?:其[一二三四五])[,:]?/g,
];
const FURTHER =
  /(?:[。;!?\n]|(?<=[,，]))\s?(?:另外|此外|除此之外|还有(?:一个?(?:问题|事|件事)|就是|个问题)?|同时还|再(?:就是|有)|再者|另有一事|顺便)[,:，]?/g;
const ENUMERATED =
  /(?:遇到|存在|面临|有|反映)(?:了)?([^,。;:]{4,60}?)(?:等)?(?:这)?(?:两|二|三|四|五|2|3|4|5)(?:个|大|方面|项)(?:的)?(?:问题|困难|难题)/;
/** Words of trouble or wish: a further point without any belongs to the point before. */
const TROUBLE =
  /没|未|不|难|缺|欠|拖|卡|堵|停|断|坏|破|塌|漏|贷|高|慢|差|太|要|想|求|请|需|希望|解决|协调|帮|审批|补贴|用地|用电|招|办|证|问题|能/;

/** The parts of a message that each tell of a problem of their own; the whole message when it tells of one. */
export function splitProblems(written: string): string[] {
  const text = withoutSolved(written);
  for (const marker of MARKERS) {
    const parts = splitAt(text, marker);
    if (parts) return parts;
  }
  return splitEnumeration(text) ?? splitFurther(text) ?? [text];
}

/** 上次的问题解决了,但现在又…: what is solved is no problem any more. */
function withoutSolved(text: string): string {
  const solved =
    /^[^。!?]{0,40}(?:解决|办好|办完|恢复|到账)了[^但]{0,20}(?:但(?:是)?|不过|可是)(?:现在|最近)?(?:又)?(?:有(?:一)?个?新?(?:的)?问题)?[,:]?/.exec(
      toHalfWidth(text),
    );
  return solved ? text.slice(solved[0].length) : text;
}

function splitAt(text: string, marker: RegExp): string[] | null {
  const found = [...toHalfWidth(text).matchAll(marker)];
  if (found.length < 2 || found.length > 9) return null;
  const parts = found.map((match, index) => {
    const end = found[index + 1]?.index ?? text.length;
    return trimPart(text.slice(match.index + match[0].length, end));
  });
  const last = parts.length - 1;
  parts[last] = firstSentence(parts[last] ?? '');
  return parts.every((part) => part.length >= 2 && TROUBLE.test(part)) ? parts : null;
}

/** What follows the last point in a sentence of its own, or asks for all together, belongs to the message, not to the point. */
function firstSentence(part: string): string {
  const sentence = /^[^。\n;]{2,}/.exec(part)?.[0] ?? part;
  return trimPart(
    sentence.replace(
      /[,，](?:请|望|希望|恳请|盼|麻烦)(?:[^,，]{0,8})(?:一并|一起|协调|解决|帮忙|帮助|关注|支持|重视)[^,，]{0,8}$/,
      '',
    ),
  );
}

function splitEnumeration(text: string): string[] | null {
  const list = ENUMERATED.exec(toHalfWidth(text))?.[1];
  if (!list) return null;
  const parts = list
    .split(/、|以及|和(?=[^、]{2,}$)/)
    .map(trimPart)
    .filter((part) => part.length >= 2);
  return parts.length >= 2 ? parts : null;
}

function splitFurther(text: string): string[] | null {
  const found = [...toHalfWidth(text).matchAll(FURTHER)];
  const first = found[0];
  if (!first || found.length > 4) return null;
  const starts = [0, ...found.map((match) => match.index + match[0].length)];
  const ends = [...found.map((match) => match.index), text.length];
  const parts = starts.map((start, index) => trimPart(text.slice(start, ends[index])));
  return parts.every((part) => part.length >= 5 && TROUBLE.test(part)) ? parts : null;
}

function trimPart(part: string): string {
  return part.replace(/^[\s,，。;；:：、!！]+|[\s,，。;；:：、!！]+$/g, '');
}
