import type { ClosureOutcome } from '../../src/domain/closure.ts';
import type { CaseEvent, EventType } from '../../src/domain/event.ts';
import { unconfirmed } from '../../src/domain/handover.ts';
import { handoverOf } from '../../src/store/handover-store.ts';
import type { YearEvidence } from './checks/year-evidence.ts';

/** A kind of happening, and how often it came. */
type Count = readonly [string, number];

/** What the year held, one line a kind, in the order of a case's life; what never came is shown as 0. */
export function whatHappened(evidence: YearEvidence): string[] {
  const counts = [...ofCases(evidence), ...ofPeople(evidence), ...ofPapers(evidence), ...ofNotices(evidence)];
  return ['  what happened', ...counts.map(([what, count]) => `    ${String(count).padStart(6)}  ${what}`)];
}

const OUTCOMES: readonly ClosureOutcome[] = [
  'solved',
  'partly',
  'explained',
  'planned',
  'withdrawn',
  'unreachable',
  'unable',
];

/** Events of cases as readers know them. */
const KINDS: readonly (readonly [string, EventType])[] = [
  ['cases signed for (签收)', 'signed'],
  ['cases transferred (转办)', 'transferred'],
  ['progress reported (进展)', 'progressed'],
  ['days promised (承诺)', 'committed'],
  ['pauses asked for (申请暂停)', 'pauseAsked'],
  ['pauses refused', 'pauseRefused'],
  ['pauses begun (暂停)', 'paused'],
  ['pauses over (恢复办理)', 'resumed'],
  ['supports asked for (协办, 分办)', 'supportAsked'],
  ['supports done (协办完成)', 'supportDone'],
  ['reminders put off (稍后提醒)', 'snoozed'],
  ['督办单 issued', 'supervised'],
  ['督办单 received', 'orderReceived'],
  ['answers at 办结 asked back', 'answerQuestioned'],
  ['办结 before the office (审核)', 'approvalAsked'],
  ['办结 sent back (退回重办)', 'approvalRefused'],
  ['cases 提级', 'escalated'],
  ['cases merged (合并)', 'merged'],
  ['cases suspended (挂账)', 'suspended'],
  ['cases 不予受理', 'declined'],
  ['cases 转法定途径', 'redirected'],
  ['withdrawn (撤回)', 'withdrawn'],
  ['taken back (恢复)', 'undone'],
  ['running cases with a new leader', 'leaderChanged'],
];

function ofCases({ cases }: YearEvidence): Count[] {
  const events = cases.flatMap((doc) => doc.events);
  const count = (has: (event: CaseEvent) => boolean) => events.filter(has).length;
  const resolved = events.flatMap((event) => (event.type === 'resolved' ? [event.outcome] : []));
  return [
    ...KINDS.map(([what, type]): Count => [what, count((event) => event.type === type)]),
    ['split off (拆分)', cases.filter(({ snapshot }) => snapshot.links.splitFrom !== null).length],
    ['relapses (复发)', cases.filter(({ snapshot }) => snapshot.links.relapseOf !== null).length],
    ['reported for the enterprise (代报)', cases.filter(({ snapshot }) => snapshot.onBehalf).length],
    ['催办 by enterprises', count((event) => event.type === 'urged' && !event.byOffice)],
    ['催办 by the office', count((event) => event.type === 'urged' && event.byOffice === true)],
    ...OUTCOMES.map((outcome): Count => [`办结 as ${outcome}`, resolved.filter((each) => each === outcome).length]),
  ];
}

function ofPeople({ cases, handovers, visits, year }: YearEvidence): Count[] {
  const isDeputy = (by: string | null) => by !== null && /\/deputy\d+$/.test(by);
  const acts = cases.flatMap(({ events }) => events.filter(({ by }) => isDeputy(by)));
  const moved = (kind: string) => handovers.filter((doc) => doc.kind === kind && doc.effectiveAt).length;
  const confirmed = handovers.filter((doc) => unconfirmed(handoverOf(doc)).length === 0);
  return [
    ['handed over by leaders (交接)', moved('leader')],
    ['handed over by officers (交接)', moved('officer')],
    ['handovers confirmed by both', confirmed.length],
    [
      'new leaders and officers by the roster',
      year.stage.city.leaders.filter(({ name }) => name.startsWith('新任')).length,
    ],
    ["cases acted on by a leader's deputy", acts.length],
    ['visits recorded (走访)', visits.length],
    ['visits that found a problem', visits.filter(({ found }) => found.length > 0).length],
  ];
}

function ofPapers({ instructions }: YearEvidence): Count[] {
  return (['letter', 'meeting'] as const).flatMap((kind): Count[] => {
    const name = kind === 'letter' ? '提醒函' : '调度会决定';
    const all = instructions.filter(({ snapshot }) => snapshot.kind === kind);
    return [
      [`${name} issued`, all.length],
      [`${name} received`, all.filter(({ snapshot }) => snapshot.receipt).length],
      [`${name} answered`, all.filter(({ snapshot }) => snapshot.answer).length],
    ];
  });
}

function ofNotices({ outbox }: YearEvidence): Count[] {
  const sent = [...outbox.values()].filter(({ status }) => status === 'sent');
  const count = (kind: string) => sent.filter(({ about }) => about.kind === kind).length;
  return [
    ['催办 of several cases sent', count('urgedTogether')],
    ['monthly reminders of visits sent', count('visitsDue')],
  ];
}
