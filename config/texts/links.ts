import { dayText, replyWords, said, sentence } from './format.ts';

/** 合并, 拆分, 复发: what is said of cases that belong together. */

export interface RelapseWords {
  number: string;
  closedOn: string;
  n: number;
}

/** A line of receipts, notices and 进度. */
export const relapseLine = (v: RelapseWords) => `第${v.n}次反映：上次 ${v.number}，${dayText(v.closedOn)}销号。`;

/** A line of a receipt, which names no case but its own: who reads a number in it takes it for the one just given. */
export const akinNote = (v: { number: string }) =>
  `与贵企业在办的另一件相近；如是同一件，请回复“撤回 ${v.number}”，新情况可以补充到原来那件。`;

/** A line of 进度 for the city's own people. */
export const akinLine = (v: { number: string; akinTo: string }) =>
  `与在办的 ${v.akinTo} 相近；如是同一件，可发“合并 ${v.number} 到 ${v.akinTo}”。`;

/** Where a merged case stands; a line of 进度 as well. */
export const mergedLine = (v: { into: string }) => `已并入 ${v.into}`;

export const absorbedLine = (v: { numbers: readonly string[] }) => `并入本件的：${v.numbers.join('、')}`;

/** Lines of 进度 of a case that was split, and of its part. */
export const partsLine = (v: { parts: readonly { number: string; status: string }[] }) =>
  `从本件拆分出的：${v.parts.map(({ number, status }) => `${number}（${status}）`).join('、')}`;

export const wholeLine = (v: { from: string }) => `本件从 ${v.from} 拆分而来`;

export const mergeDone = (v: { number: string; into: string }) =>
  `${v.number} 已并入 ${v.into}，由 ${v.into} 一并办理，${v.into} 的期限不变，并已告知企业。`;

/** `category` is null where it may not be read by all who are there. */
export const splitDone = (v: {
  number: string;
  from: string;
  category: string | null;
  unit: string | null;
  minutes: number;
}) =>
  `${v.from} 中的另一个问题已单独立为 ${v.number}${v.category ? `（类别：${v.category}）` : ''}，${v.minutes}分钟后受理${v.unit ? `，由${v.unit}办理` : ''}；${v.from} 的期限不变，并告知企业。`;

export const merged = (v: { number: string; subject: string; summary: string; into: string }) =>
  `${v.number} ${v.subject}反映的“${said(v.summary, 30)}”与 ${v.into} 是同一件事，已并入 ${v.into} 一并办理，今后请以 ${v.into} 为准。`;

export const absorbed = (v: { number: string; summary: string; from: string; text: string }) =>
  [
    `【合并】${v.number} ${said(v.summary, 30)}`,
    `${v.from} 与本件是同一件事，已并入，一并办理，本件期限不变。`,
    `${v.from} 反映：${sentence(said(v.text, 200))}`,
  ].join('\n');

/** Its own number comes first, for whoever quotes it means that case. */
export const splitOff = (v: { number: string; summary: string; category: string; from: string; at: string }) =>
  [
    `您反映的另一个问题，办公室已单独立为 ${v.number}，与 ${v.from} 分别办理，${v.from} 的期限不变。`,
    `问题：${said(v.summary)}`,
    `类别：${v.category}`,
    replyWords(v.at, [`进度 ${v.number}`]),
  ].join('\n');

/** Why cases were not put together or apart. */
export const linkRefusals = {
  whichTwo: (v: { at: string }) =>
    ['请写明把哪一件合并到哪一件，后一件继续办理。', replyWords(v.at, ['合并 BQ-2026-000124 到 BQ-2026-000123'])].join(
      '\n',
    ),
  otherSubject: (v: { number: string; into: string }) => `${v.number} 和 ${v.into} 不是同一家企业的问题，不能合并。`,
  otherReaders: (v: { number: string; into: string }) => `${v.number} 和 ${v.into} 的知悉范围不同，不能合并。`,
  noText: (v: { number: string; at: string }) =>
    [`${v.number} 请写明要单独办理的是什么问题。`, replyWords(v.at, [`拆分：X ${v.number}`])].join('\n'),
};
