import { replyWords } from './format.ts';

/** Cases that the office alone sees: what is answered when one is opened to leader and unit, or may not be. */

/** `officeHas`: the office's own unit still has the case; `suggests`: the unit that would have got it. */
export const caseOpened = (v: {
  number: string;
  category: string;
  secret: string;
  unit: string;
  officeHas: boolean;
  suggests: string | null;
  at: string;
}) =>
  [
    `${v.number} 的类别已改为“${v.category}”，今后类似的问题按此归类。此件不再只由办公室查看，包联领导和承办单位可以看到，现由${v.unit}办理。`,
    replyWords(v.at, [
      ...(v.officeHas ? [`转给 ${v.suggests ?? '单位名'} ${v.number}`] : []),
      `改类别 ${v.secret} ${v.number}`,
    ]),
  ].join('\n');

/** Why one of these was not done. */
export const confidentialRefusals = {
  category: (v: { number: string }) =>
    `${v.number} 只由双创双服办公室查看和办理，受理后改为其他类别，需要由办公室来办。`,
  transfer: (v: { number: string; category: string; at: string }) =>
    [
      `${v.number} 按“${v.category}”只由办公室查看和办理，不能转给其他单位；如不属于此类，请先改类别，再转给承办单位。`,
      replyWords(v.at, [`改类别 X ${v.number}`]),
    ].join('\n'),
};
