import * as texts from '../../config/texts/visits.ts';
import { unvisitedText, visitNote } from '../../config/texts/visit-list.ts';
import { V } from './sample-texts.ts';
import { shanghai } from './world-factory.ts';

const { visitRefusals } = texts;
const NAMES = ['涿州市盛弘机械有限责任公司', '涿州市盛弘铸造有限公司'];

const NONE = { enterprises: 0, projects: 0 };
const MANY = { enterprises: 2, projects: 2 };

/** Every sentence about visits, each as it may come out. */
export const VISITS: Record<string, string[]> = {
  visitRecorded: [
    texts.visitRecorded({ subject: V.subject, visitor: null, day: V.day, found: [] }),
    texts.visitRecorded({ subject: V.subject, visitor: '张明（副市长）', day: V.day, found: [V.number] }),
  ],
  visitsDue: [
    texts.visitsDue({ ...V, month: '2026-11', total: { enterprises: 1, projects: 1 }, names: NAMES, rest: NONE }),
    texts.visitsDue({ ...V, month: '2026-11', total: MANY, names: NAMES, rest: { enterprises: 1, projects: 1 } }),
  ],
  visitLine: [
    texts.visitLine({ day: V.day, subject: V.subject, visitor: '李华', text: '', found: [] }),
    texts.visitLine({ day: V.day, subject: V.subject, visitor: '李华', text: V.text, found: [V.number] }),
  ],
  visitLog: [
    texts.visitLog({ subject: V.subject, lines: [], at: V.at }),
    texts.visitLog({ subject: null, lines: [], at: V.at }),
    texts.visitLog({ subject: null, lines: ['11月24日周二 李华走访盛弘机械'], at: V.at }),
  ],
  attentionLine: [
    texts.attentionLine({ unvisited: MANY, silent: NONE, days: 90 }),
    texts.attentionLine({ unvisited: NONE, silent: MANY, days: 90 }),
  ],
  visitWithdrawn: [[], [V.number]].map((found) =>
    texts.visitWithdrawn({ subject: V.subject, day: V.day, recorder: '李华', found }),
  ),
  visitWithdrawnBefore: [texts.visitWithdrawnBefore({ subject: V.subject, day: V.day, at: V.at })],
  visitUnvisited: [
    unvisitedText([
      { name: '盛弘机械', daysSince: 45 },
      { name: '华信纺织', daysSince: null },
    ]),
  ],
  visitListNote: [visitNote],
  visitNothingToWithdraw: [V.subject, null].map((subject) => visitRefusals.nothingToWithdraw({ subject, at: V.at })),
  visitWithdrawnTooLate: [visitRefusals.withdrawnTooLate({ ...V, workdays: 1, until: shanghai('2026-11-25 17:30') })],
  visitNotYoursToRead: [visitRefusals.notYoursToRead(V)],
  visitNoSuch: [visitRefusals.noSuch(V)],
  visitNotYours: [visitRefusals.notYours(V)],
  visitNotYet: [visitRefusals.notYet(V)],
  visitNoDay: [visitRefusals.noDay(V)],
  visitUnknown: [visitRefusals.unknown(V)],
  visitSeveralUnsure: [visitRefusals.severalUnsure({ ...V, names: NAMES })],
  visitWhich: [visitRefusals.which({ ...V, names: NAMES })],
};
