import { weeklyReport, type WeeklyText } from '../config/texts/weekly.ts';
import type { Attention } from '../src/domain/attention.ts';
import type { CaseList } from '../src/domain/case-list.ts';
import { addDays, dayOf, mondayOf } from '../src/domain/day.ts';
import type { World } from '../src/domain/decision.ts';
import { nearnessOn } from '../src/domain/describe.ts';
import type { CategoryList, WeeklyFigures, WeeklyNumbers } from '../src/domain/figures.ts';
import { type Notice, type Target, targetName } from '../src/domain/notice.ts';
import { TO_OFFICE } from '../src/domain/notices.ts';
import { isPairingComplete, pairingGaps, pairingNoticeText } from '../src/domain/pairing-check.ts';
import { officeUnit, type Roster } from '../src/domain/roster.ts';

/** A weekly report as it is frozen: later changes of its cases change nothing of it. */
export interface WeeklyReport {
  issueNo: number;
  numbers: WeeklyNumbers;
  text: string;
  notices: Notice[];
}

/** The most a group robot's markdown message holds (群机器人配置说明, markdown类型). */
const MESSAGE_BYTES = 4096;

/** How much is named, from what reads well down to what always fits. */
const ROOM = [5, 4, 3, 2, 1, 0].map((lines) => ({ lines, categories: Math.max(1, lines) }));

/** What a report is made of; `id` is the document's, by which its notices find the words at delivery. */
export interface WeeklyMatter {
  id: string;
  /** Issues are numbered from 1 over the product's life. */
  issueNo: number;
  figures: WeeklyFigures;
  world: Omit<World, 'botName'>;
  /** Whom nobody has been to or heard from, for the office; left out where only the text is wanted. */
  attention?: Attention | null;
}

/** Freezes a week's report and tells every leader's chat and the office. */
export function decideWeekly(matter: WeeklyMatter): WeeklyReport {
  const { id, issueNo, figures, world } = matter;
  const notices = [...targetsOf(world.roster).map((to) => tell(id, to)), ...pairingNotice(matter)];
  return { issueNo, numbers: figures.numbers, text: fittingText(matter), notices };
}

/** So many subjects and leaders are named in the weekly check, which fits one message with the longest names; the rest is counted. */
const NAMED = 5;

/** With the week's report the office reads what the register still lacks; nothing when it is whole. */
function pairingNotice({ id, figures, world, attention = null }: WeeklyMatter): Notice[] {
  const gaps = pairingGaps(world.roster, world.pushes);
  if (isPairingComplete(gaps)) return [];
  const text = pairingNoticeText(gaps, { limit: NAMED, day: dayOf(figures.until), attention });
  const about = { kind: 'text', text } as const;
  return [{ key: `pairing/${id}`, to: TO_OFFICE, class: 'workHours', number: null, about }];
}

function fittingText(matter: WeeklyMatter): string {
  const content = contentOf(matter);
  const texts = ROOM.map((max) => weeklyReport({ ...content, max }));
  return texts.find((text) => Buffer.byteLength(text) <= MESSAGE_BYTES) ?? texts.at(-1) ?? '';
}

function contentOf({ issueNo, figures, world }: WeeklyMatter): Omit<WeeklyText, 'max'> {
  const from = mondayOf(figures.numbers.period);
  const today = dayOf(figures.until);
  const withNearness = ({ count, first }: CaseList) => ({
    count,
    lines: first.map((listed) => ({ ...listed, near: nearnessOn(listed.due, today, world.calendar) })),
  });
  return {
    ...figures,
    issueNo,
    publisher: officeUnit(world.roster)?.name ?? null,
    week: figures.numbers.period,
    from,
    to: addDays(from, 6),
    untilDay: today,
    submitted: withNearness(figures.submitted),
    overdue: withNearness(figures.overdue),
    near: withNearness(figures.near),
    resolvedBy: figures.resolvedBy.flatMap(categoryOf),
  };
}

/** More names than two make the sentence a list. */
const NAMED_SUBJECTS = 2;

function categoryOf({ category, count, first }: CategoryList) {
  const example = first[0];
  const subjects = [...new Set(first.map((listed) => listed.subject))];
  const moreSubjects = subjects.length > NAMED_SUBJECTS || (count > first.length ? null : false);
  return example ? [{ category, count, subjects: subjects.slice(0, NAMED_SUBJECTS), moreSubjects, example }] : [];
}

function targetsOf(roster: Roster): Target[] {
  const leaders = [...roster.chats.values()].filter((chat) => chat.purpose === 'leader').map((chat) => chat.of);
  return [...[...new Set(leaders)].map((of) => ({ kind: 'leader', of }) as const), TO_OFFICE];
}

function tell(id: string, to: Target): Notice {
  const about = { kind: 'report', report: id } as const;
  return { key: `report/${id}/${targetName(to)}`, to, class: 'workHours', number: null, about };
}
