import { dayText, momentDayText, plainDayText, replyWords, said, sentence } from './format.ts';

/** 提醒函 and 调度会决定: what the unit, the leader and the office read of them. */

export const INSTRUCTION_TEXT = { letter: '提醒函', meeting: '调度会决定' } as const;

/** How each kind ends: a letter is answered, a decision carried out. */
export const DEED = { letter: '回复', meeting: '落实' } as const;

export interface InstructionWords {
  number: string;
  kind: keyof typeof INSTRUCTION_TEXT;
  unit: string;
  text: string;
  due: string;
}

/** A paragraph that a letter ends with: what the unit has open, the most urgent first. */
export const openCases = (v: { count: number; overdue: number; lines: readonly string[] }) =>
  v.count === 0
    ? '目前没有在办问题。'
    : [
        `目前在办${v.count}件，其中超期${v.overdue}件：`,
        ...v.lines.map((line, i) => `${i + 1}. ${line}`),
        ...(v.count > v.lines.length ? [`另有${v.count - v.lines.length}件未列出。`] : []),
      ].join('\n');

export const instructionIssued = (v: InstructionWords & { about: string | null; at: string }) =>
  [
    `【${INSTRUCTION_TEXT[v.kind]}】${v.number}`,
    `${v.unit}：`,
    sentence(said(v.text, 300)),
    ...(v.about ? [v.about] : []),
    `请先签收，并于${dayText(v.due)}前${DEED[v.kind]}。`,
    words(v),
  ].join('\n');

/** One line of the morning's reminders. */
export const instructionReminder = (
  v: InstructionWords & {
    stage: 'unreceived' | 'eve' | 'due' | 'overdue';
    caseNumber: string | null;
    received: boolean;
    near: string;
  },
) =>
  `【${STAGE_TITLE[v.stage]}】${v.number} ${INSTRUCTION_TEXT[v.kind]}（${v.unit}）：${said(v.text, 40)}（${[
    ...(v.caseNumber ? [`问题 ${v.caseNumber}`] : []),
    v.received ? '已签收' : '尚未签收',
    `期限${plainDayText(v.due)}`,
  ].join('，')}），${v.near}`;

const STAGE_TITLE = { unreceived: '待签收', eve: '临期', due: '今日到期', overdue: '已超期' } as const;

/** The part of a morning's message that reminds of these. */
export const instructionDigest = (v: { day: string; lines: readonly string[]; example: string; at: string }) =>
  [
    `【督办事项提醒】${dayText(v.day)}，共${v.lines.length}件`,
    ...v.lines.map((line, i) => `${i + 1}. ${line}`),
    replyWords(v.at, [`收到 ${v.example}`, `回复，X ${v.example}`]),
  ].join('\n');

function words(v: { at: string; number: string; kind: keyof typeof DEED }): string {
  return replyWords(v.at, [`收到 ${v.number}`, `${DEED[v.kind]}，X ${v.number}`]);
}

export const instructionAnsweredOffice = (v: InstructionWords & { answer: string }) =>
  [
    `【${INSTRUCTION_TEXT[v.kind]}已${DEED[v.kind]}】${v.number}`,
    `要求：${sentence(said(v.text, 100))}`,
    `${v.unit}：${sentence(said(v.answer, 200))}`,
  ].join('\n');

export const instructionSent = (v: InstructionWords) =>
  `${v.number} ${INSTRUCTION_TEXT[v.kind]}已发${v.unit}，要求签收，并于${dayText(v.due)}前${DEED[v.kind]}，逾期自动提醒。`;

export const instructionReceived = (v: InstructionWords & { at: string }) =>
  [
    `${v.number} 已签收，请于${dayText(v.due)}前${DEED[v.kind]}。`,
    replyWords(v.at, [`${DEED[v.kind]}，X ${v.number}`]),
  ].join('\n');

export const alreadyReceived = (v: InstructionWords & { name: string; when: Date }) =>
  `${v.number} 已由${said(v.name, 20)}于${momentDayText(v.when)}签收，请于${dayText(v.due)}前${DEED[v.kind]}。`;

export const instructionAnswered = (v: InstructionWords) => `${v.number} 已记为${DEED[v.kind]}，并报办公室。`;

export const alreadyAnswered = (v: InstructionWords & { answer: string }) =>
  `${v.number} 已经${DEED[v.kind]}过，内容是：${sentence(said(v.answer, 100))}`;

/** One line of the office's list. */
export const instructionLine = (v: InstructionWords & { received: string | null; near: string }) =>
  `${v.number} ${v.unit}：${said(v.text, 40)}（${v.received ? `${said(v.received, 10)}已签收` : '未签收'}，期限${plainDayText(v.due)}，${v.near}）`;

/** Those of every kind, in 待办; nothing where there are none. */
export const instructionTodo = (v: { lines: readonly string[]; more: number }) =>
  v.lines.length === 0
    ? ''
    : [
        `待回复、待落实的提醒函和调度会决定，共${v.lines.length + v.more}件：`,
        ...v.lines.map((line, i) => `${i + 1}. ${line}`),
        ...(v.more > 0 ? [`另有${v.more}件未列出。`] : []),
      ].join('\n');

export const instructionList = (v: { kind: keyof typeof INSTRUCTION_TEXT; lines: readonly string[]; more: number }) => {
  const title = `未${DEED[v.kind]}的${INSTRUCTION_TEXT[v.kind]}`;
  if (v.lines.length === 0) return `目前没有${title}。`;
  const rest = v.more > 0 ? [`另有${v.more}件未列出。`] : [];
  return [`${title}，共${v.lines.length + v.more}件：`, ...v.lines.map((line, i) => `${i + 1}. ${line}`), ...rest].join(
    '\n',
  );
};

/** Why one of these was not done. */
export const instructionRefusals = {
  notFound: (v: { number: string }) => `没有找到编号 ${v.number} 的函件或决定，请核对编号。`,
  noUnit: (v: { at: string }) =>
    ['请写明发给哪个单位。', replyWords(v.at, ['提醒函 市税务局，因为本月3件逾期'])].join('\n'),
  noText: (v: { unit: string; at: string }) =>
    ['请写明提醒什么。', replyWords(v.at, [`提醒函 ${v.unit}，因为本月3件逾期`])].join('\n'),
  noDecision: (v: { number: string; at: string }) =>
    [
      `${v.number} 请写明哪个单位、哪天前、完成什么。`,
      replyWords(v.at, [`调度会决定：市住建局12月5日前完成验收 ${v.number}`]),
    ].join('\n'),
  badDay: (v: { example: string; at: string }) =>
    ['没看懂期限，或这一天已经过去、不是工作日，请写今后的某个工作日。', replyWords(v.at, [v.example])].join('\n'),
  unknownUnit: (v: { said: string; candidates: readonly string[]; example: string; at: string }) =>
    [
      v.candidates.length > 0
        ? `“${said(v.said, 20)}”可能是${v.candidates.join('、')}，请写明是哪一个。`
        : `名册中没有“${said(v.said, 20)}”这个单位，请写全称。`,
      replyWords(v.at, [v.example]),
    ].join('\n'),
  confidential: (v: { number: string }) => `${v.number} 由办公室直接办理，不下发调度会决定。`,
  notInHand: (v: { number: string; status: string }) => `${v.number} 目前${v.status}，没有承办单位可以落实调度会决定。`,
  noAnswer: (v: { number: string; kind: keyof typeof DEED; at: string }) =>
    [
      `${v.number} 请再写一句${DEED[v.kind]}情况，办公室要看。`,
      replyWords(v.at, [`${DEED[v.kind]}，验收已通过 ${v.number}`]),
    ].join('\n'),
};
