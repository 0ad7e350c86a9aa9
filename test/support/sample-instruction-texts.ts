import * as changes from '../../config/texts/instruction-changes.ts';
import * as texts from '../../config/texts/instructions.ts';
import * as meeting from '../../config/texts/meeting.ts';
import { V } from './sample-texts.ts';
import { shanghai } from './world-factory.ts';

const LINE = {
  number: V.number,
  subject: V.subject,
  summary: V.summary,
  over: '已超期3个工作日',
};

/** The agenda of the 调度会. */
export const MEETING: Record<keyof typeof meeting, readonly string[]> = {
  agendaLine: [
    meeting.agendaLine({ ...LINE, reasons: ['red', 'extended'], last: { day: V.day, text: '已联系银行' } }),
    meeting.agendaLine({ ...LINE, reasons: ['returned', 'escalated'], last: null }),
  ],
  agenda: [
    [],
    [
      { unit: '市工信局', lines: ['甲', '乙'] },
      { unit: '市人社局', lines: ['丙'] },
    ],
  ].map((groups) => meeting.agenda({ day: V.day, groups, max: { lines: 1, units: 1 }, example: V.number, at: V.at })),
};

const { instructionRefusals } = texts;
const W = { ...V, number: 'TX-2026-000001', kind: 'letter' as const, text: '本月3件逾期' };
const BOTH = [W, { ...W, number: 'ZS-2026-000001', kind: 'meeting' as const, text: '市住建局12月5日前完成验收' }];
const STAGES = ['unreceived', 'eve', 'due', 'overdue'] as const;
const near = '还剩2个工作日';

/** 提醒函 and 调度会决定. */
export const INSTRUCTIONS: Record<
  Exclude<keyof typeof texts, 'instructionRefusals' | 'INSTRUCTION_TEXT' | 'DEED'>,
  readonly string[]
> = {
  openCases: [
    texts.openCases({ count: 0, overdue: 0, lines: [] }),
    texts.openCases({ count: 3, overdue: 1, lines: ['BQ-2026-000123 技改贷款'] }),
  ],
  instructionIssued: BOTH.flatMap((v) => [
    texts.instructionIssued({ ...v, about: null }),
    texts.instructionIssued({ ...v, about: 'BQ-2026-000123 技改贷款（办理中）' }),
  ]),
  instructionReminder: BOTH.flatMap((v) =>
    STAGES.map((stage) =>
      texts.instructionReminder({
        ...v,
        stage,
        received: stage === 'due',
        near,
        caseNumber: stage === 'eve' ? V.number : null,
      }),
    ),
  ),
  instructionDigest: [texts.instructionDigest({ day: V.day, lines: ['甲', '乙'], example: W.number, at: V.at })],
  instructionTodo: [texts.instructionTodo({ lines: ['甲', '乙'], more: 3 })],
  instructionAnsweredOffice: BOTH.map((v) => texts.instructionAnsweredOffice({ ...v, answer: '已逐件约谈' })),
  instructionSent: BOTH.map(texts.instructionSent),
  instructionReceived: BOTH.map(texts.instructionReceived),
  alreadyReceived: [texts.alreadyReceived({ ...W, when: shanghai('2026-11-25 09:00') })],
  instructionAnswered: BOTH.map(texts.instructionAnswered),
  alreadyAnswered: [texts.alreadyAnswered({ ...W, answer: '已逐件约谈' })],
  instructionLine: ['李华', null].map((received) => texts.instructionLine({ ...W, received, near })),
  instructionList: [
    texts.instructionList({ kind: 'letter', lines: [], more: 0 }),
    texts.instructionList({ kind: 'meeting', lines: ['ZS-2026-000001 市住建局：完成验收'], more: 3 }),
  ],
};

/** 撤销 and 改期限. */
export const INSTRUCTION_CHANGES: Record<Exclude<keyof typeof changes, 'changeRefusals'>, readonly string[]> = {
  instructionWithdrawn: BOTH.map(changes.instructionWithdrawn),
  instructionRedated: BOTH.map((v) => changes.instructionRedated({ ...v, from: '2026-11-26' })),
  withdrawnNotice: BOTH.map((v) => changes.withdrawnNotice({ ...v, reason: '发错单位' })),
  redatedNotice: BOTH.map(changes.redatedNotice),
  alreadyWithdrawn: BOTH.map((v) => changes.alreadyWithdrawn({ ...v, reason: '发错单位' })),
};

/** Why one of these was not changed. */
export const CHANGE_REFUSALS: Record<keyof typeof changes.changeRefusals, readonly string[]> = {
  whyWithdraw: [changes.changeRefusals.whyWithdraw(W)],
  whichDay: [changes.changeRefusals.whichDay(W)],
};

const example = '提醒函 市税务局，因为本月3件逾期';

/** Why one of these was not done. */
export const INSTRUCTION_REFUSALS: Record<keyof typeof instructionRefusals, readonly string[]> = {
  notFound: [instructionRefusals.notFound(W)],
  noUnit: [instructionRefusals.noUnit(V)],
  noText: [instructionRefusals.noText(V)],
  noDecision: [instructionRefusals.noDecision(V)],
  badDay: [instructionRefusals.badDay({ ...V, example })],
  unknownUnit: [[], ['市税务局', '县税务局']].map((candidates) =>
    instructionRefusals.unknownUnit({ ...V, candidates, example }),
  ),
  confidential: [instructionRefusals.confidential(V)],
  notInHand: [instructionRefusals.notInHand(V)],
  noAnswer: [instructionRefusals.noAnswer(W)],
};
