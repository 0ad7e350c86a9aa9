import { pick, randomFrom } from '../../support/random.ts';

const repeated = (piece: string) => (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const PIECES = [
  ...'反映 公司 转给 局 和 、 已 解决 不 满意 没有 3天内 12.20 1月 ( ) 《 “ @ @帮企通 BQ-2026- 138 春节 😀 中文 请 提供'.split(
    ' ',
  ),
  ' ',
  '\n',
  '\t',
  '\u3000',
  '\u200B',
  '\u0301',
  '\uD800',
];

function mixed(length: number): string {
  const random = randomFrom(length);
  let text = '';
  while (text.length < length) {
    text += random() < 0.6 ? pick(random, PIECES) : String.fromCharCode(Math.floor(random() * 0x1_00_00));
  }
  return text.slice(0, length);
}

/** Texts that send a careless pattern astray, by name; each is made in any length. */
export const AWKWARD_TEXTS: Readonly<Record<string, (length: number) => string>> = {
  spaces: repeated(' '),
  'wide spaces': repeated('\u3000'),
  newlines: repeated('\n'),
  digits: repeated('1234567890'),
  'one digit': repeated('1'),
  中文: repeated('中文'),
  punctuation: repeated('，。；：！？、'),
  commas: repeated(','),
  反映: repeated('反映'),
  公司: repeated('公司'),
  '1月': repeated('1月'),
  '@': repeated('@'),
  emoji: repeated('😀'),
  'combining marks': repeated('a\u0301\u0323\u0302'),
  'marks alone': repeated('\u0301\u0323'),
  'zero-width': repeated('\u200B\u200D\uFEFF'),
  'opening brackets': repeated('([【《“'),
  'bracket pairs': repeated('()【】'),
  转给: repeated('转给'),
  mixed,
};
