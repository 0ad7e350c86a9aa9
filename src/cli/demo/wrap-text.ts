/** How many columns a text takes in a terminal: Chinese characters and full-width signs take two. */
export function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (isWide(sign) ? 2 : 1), 0);
}

function isWide(sign: string): boolean {
  return (
    /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
      sign,
    ) || (sign.codePointAt(0) ?? 0) > 0xffff
  );
}

/** What must not be parted: a number or Latin word, a sign with the closing marks after it, an opening mark with what it opens. */
const UNBREAKABLE = /[（“《【]*(?:[\w@%.:/+-]+|[^\w@%.:/+-])[）”》】，。、；：？！…]*/gu;

/** Breaks one line into pieces of at most `width` columns, as Chinese typesetting does: no closing mark begins a line. */
export function wrapText(line: string, width: number): string[] {
  const pieces: string[] = [''];
  for (const [piece] of line.matchAll(UNBREAKABLE)) {
    const current = pieces.at(-1) ?? '';
    if (current !== '' && widthOf(current) + widthOf(piece) > width) pieces.push(piece.trimStart());
    else pieces[pieces.length - 1] = current + piece;
  }
  return pieces.map((piece) => piece.trimEnd());
}
