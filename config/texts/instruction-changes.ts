import { dayText, replyWords, said, sentence } from './format.ts';
import { DEED, INSTRUCTION_TEXT, type InstructionWords } from './instructions.ts';

/** A 提醒函 or 调度会决定 that the office withdraws or gives another day. */

export const instructionWithdrawn = (v: InstructionWords) =>
  `${v.number} ${INSTRUCTION_TEXT[v.kind]}已撤销，并告知${v.unit}。`;

export const instructionRedated = (v: InstructionWords & { from: string }) =>
  `${v.number} 期限由${dayText(v.from)}改为${dayText(v.due)}，并告知${v.unit}。`;

/** What the unit and the leader read. */
export const withdrawnNotice = (v: InstructionWords & { reason: string }) =>
  [
    `【${INSTRUCTION_TEXT[v.kind]}撤销】${v.number}`,
    `${v.unit}：${sentence(said(v.text, 100))}`,
    `此件不用再${DEED[v.kind]}，原因：${sentence(said(v.reason, 100))}`,
  ].join('\n');

export const redatedNotice = (v: InstructionWords & { at: string }) =>
  [
    `【${INSTRUCTION_TEXT[v.kind]}改期】${v.number}`,
    `${v.unit}：${sentence(said(v.text, 100))}`,
    `期限改为${dayText(v.due)}，请于此前${DEED[v.kind]}。`,
    replyWords(v.at, [`${DEED[v.kind]}，X ${v.number}`]),
  ].join('\n');

export const alreadyWithdrawn = (v: InstructionWords & { reason: string }) =>
  `${v.number} 已由办公室撤销，不用再${DEED[v.kind]}。原因：${sentence(said(v.reason, 100))}`;

/** Why one of these was not changed. */
export const changeRefusals = {
  whyWithdraw: (v: { number: string; at: string }) =>
    [`${v.number} 请写明撤销的原因，收函单位要看。`, replyWords(v.at, [`撤销 ${v.number}，因为发错单位`])].join('\n'),
  whichDay: (v: { number: string; due: string; at: string }) =>
    [
      `${v.number} 现在的期限是${dayText(v.due)}。请写明改到今后的哪个工作日。`,
      replyWords(v.at, [`改期限 12月5日 ${v.number}`]),
    ].join('\n'),
};
