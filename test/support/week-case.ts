import type { Category } from '../../config/rules.ts';
import { rebuild } from '../../src/domain/apply.ts';
import type { Snapshot } from '../../src/domain/case.ts';
import type { CaseEvent, Happening } from '../../src/domain/event.ts';
import { legDue, termEnd } from '../../src/domain/due.ts';
import { FIRST_RULES, gradeOf, termOf } from '../../src/domain/rules.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';
import { NO_ORIGIN } from '../../src/domain/links.ts';
import { aProblem, HEARD } from './case-factory.ts';
import { shanghai } from './world-factory.ts';

/** When what happened to a case (`2026-11-24 09:00` in Shanghai); what is left out did not happen. */
export interface WeekCase {
  n?: number;
  subject?: string;
  category?: Category;
  summary?: string;
  accepted?: string | null;
  /** Null: nobody is responsible yet. */
  unit?: string | null;
  /** A day granted instead of the term of 5 working days. */
  granted?: string;
  transferred?: { at: string; to: string };
  /** Like a case that was written off on the 3rd. */
  relapse?: true;
  withdrawn?: string;
  resolved?: string;
  answered?: { at: string; resolved: 'yes' | 'no'; score: 1 | 2 | 3 | 4 | 5 | null };
  /** A second 办结 after an answer that reopened the case. */
  resolvedAgain?: string;
}

/** A case of 2026-W48 (23 to 29 November) by its history; accepted on Tuesday the 24th unless told otherwise. */
export function aWeekCase(v: WeekCase = {}): Snapshot {
  const { accepted = '2026-11-24 09:00', unit = '市工信局' } = v;
  if (accepted === null) return rebuild([drafted(v, v.withdrawn ?? '2026-11-24 09:00'), ...ending(v)]);
  const termWorkdays = termOf(v.category ?? '资金保障', FIRST_RULES);
  const dueDay = termEnd(buildCalendar(), shanghai(accepted), termWorkdays);
  const begun = [
    drafted(v, accepted),
    event(accepted, {
      type: 'accepted',
      grade: gradeOf(v.category ?? '资金保障', FIRST_RULES),
      leader: null,
      rulesVersion: 1,
      dueDay,
    }),
    ...(unit ? [event(accepted, { type: 'assigned', unit: { id: unit, name: unit }, termWorkdays, dueDay })] : []),
    ...(v.granted ? [event(accepted, { type: 'extensionGranted', to: v.granted })] : []),
    ...(v.transferred ? [transferred(v.transferred, termWorkdays)] : []),
  ];
  return rebuild([...begun, ...closing(begun, v), ...ending(v)]);
}

/** Many cases alike, numbered from the first one's number on. */
export function weekCases(count: number, v: WeekCase & { n: number }): Snapshot[] {
  return Array.from({ length: count }, (_, i) => aWeekCase({ ...v, n: v.n + i }));
}

/** `BQ-2026-000007` */
export function numberOf(n: number): string {
  return `BQ-2026-${String(n).padStart(6, '0')}`;
}

function event(at: string, happening: Happening): CaseEvent {
  return {
    at: shanghai(at),
    recordedAt: shanghai(at),
    source: `${happening.type}@${at}`,
    by: null,
    effects: [],
    ...happening,
  };
}

function drafted(v: WeekCase, at: string): CaseEvent {
  const { n = 1, subject = '涿州市盛弘机械有限责任公司', category = '资金保障' } = v;
  const { summary, text, contact, phone, urgency } = aProblem(v.summary === undefined ? {} : { summary: v.summary });
  const reporter = { person: 'wwSUPPLIER/wangqiang', chat: null, botChatid: null };
  const words = { summary, text, contact, phone, urgency, wished: null, reporter };
  return event(at, {
    type: 'drafted',
    number: numberOf(n),
    subject: { id: subject, name: subject },
    category,
    heard: HEARD,
    onBehalf: false,
    respondent: null,
    origin: { ...NO_ORIGIN, relapseOf: v.relapse ? { number: numberOf(99), closedOn: '2026-11-03', n: 2 } : null },
    ...words,
  });
}

function transferred(v: { at: string; to: string }, termWorkdays: number): CaseEvent {
  const dueDay = termEnd(buildCalendar(), shanghai(v.at), termWorkdays);
  return event(v.at, { type: 'transferred', unit: { id: v.to, name: v.to }, termWorkdays, dueDay, reason: null });
}

function closing(begun: readonly CaseEvent[], v: WeekCase): CaseEvent[] {
  if (!v.resolved) return [];
  const leg = rebuild(begun).legs.at(-1);
  const inTerm = (at: string) => Boolean(leg && shanghai(at) <= legDue(leg, buildCalendar()));
  const first = event(v.resolved, {
    type: 'resolved',
    text: '已办妥',
    outcome: 'solved',
    evidence: null,
    doubtful: false,
    inTerm: inTerm(v.resolved),
  });
  if (!v.answered) return [first];
  const { at, resolved, score } = v.answered;
  const answers = [
    event(at, { type: 'surveyInvited' }),
    event(at, { type: 'surveyAnswered', rating: { resolved, score, onTime: null } }),
  ];
  if (resolved === 'yes') return [first, ...answers, event(at, { type: 'closed', followUp: (score ?? 5) < 3 })];
  const again = v.resolvedAgain;
  const secondRound = again
    ? [
        event(again, {
          type: 'resolved',
          text: '已重新办妥',
          outcome: 'solved',
          evidence: null,
          doubtful: false,
          inTerm: true,
        }),
      ]
    : [];
  return [
    first,
    ...answers,
    event(at, { type: 'reopened', termWorkdays: 5, dueDay: termEnd(buildCalendar(), shanghai(at), 5) }),
    ...secondRound,
  ];
}

function ending(v: WeekCase): CaseEvent[] {
  return v.withdrawn ? [event(v.withdrawn, { type: 'withdrawn' })] : [];
}
