/** Pictures, files, voices and videos that are sent along. */

const KIND_WORDS = {
  image: (n: number) => `${n}张图片`,
  file: (n: number) => `${n}个文件`,
  voice: (n: number) => `${n}段语音`,
  video: (n: number) => `${n}段视频`,
} as const;

/** 2张图片、1个文件. */
export function filesText(kinds: readonly { kind: keyof typeof KIND_WORDS; count: number }[]): string {
  return kinds.map(({ kind, count }) => KIND_WORDS[kind](count)).join('、');
}

/** The receipt of files; their sender sees that they stand with the case. */
export const filesAdded = (v: { number: string; files: string }) => `${v.number} 已附上${v.files}。`;

/** What the handling unit, or the enterprise after 办结, hears of them. */
export const filesAddedNotice = (v: { number: string; subject: string; files: string; from: 'enterprise' | 'city' }) =>
  v.from === 'enterprise'
    ? `${v.number} ${v.subject}补充了${v.files}。`
    : `${v.number} 承办单位补充了${v.files}，作为办理情况的佐证。`;

/** The line of files in the texts that name a case whole. */
export const filesLine = (v: { files: string }) => `附件：${v.files}`;

/** Files came alone, and their sender has no case that they could belong to. */
export const filesWithoutCase = (v: { files: string }) =>
  `${v.files}已收到。请用一句话说明要反映的问题，我会把附件放在问题后面；要附到已有的问题，请回复“附到”加编号。`;

/** Files came with a report that is not filed yet. */
export const filesKept = (v: { files: string }) => `${v.files}已收到，问题登记后附在后面。`;

const UNKEPT = {
  expired: '链接已过期，没能取到，请重新发送',
  tooLarge: '超过20 MB，没有保存，请压缩或分开后再发',
  wrongType: '格式不支持，没有保存，请改发图片、PDF、Word、Excel、PPT、语音或视频',
  failed: '没能取到，请重新发送',
} as const;

/** What could not be kept, and what to do. */
export function unkeptText(reasons: readonly (keyof typeof UNKEPT)[]): string | null {
  const kinds = [...new Set(reasons)];
  const lines = kinds.map((why) => {
    const count = reasons.filter((reason) => reason === why).length;
    return `有${count}个附件${UNKEPT[why]}。`;
  });
  return lines.length > 0 ? lines.join('\n') : null;
}
