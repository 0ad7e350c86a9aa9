import { type Grade, TERM_WORKDAYS } from '../../config/rules.ts';
import { basisOf } from '../../src/domain/basis.ts';
import { addDays, instantAt } from '../../src/domain/day.ts';
import { termEnd } from '../../src/domain/due.ts';
import { buildRuleBook } from '../../src/domain/rules.ts';
import { buildCalendar, type Calendar, closeOfBusiness } from '../../src/domain/working-time.ts';
import { aSnapshot } from '../support/case-factory.ts';
import { randomFrom } from '../support/random.ts';
import { type Figure, median, table } from './figures.ts';

const LEAST_PER_SECOND = 50_000;
const INSTANTS = 10_000;
const BASES = 1_000;
const TURNS = 5;
const SEED = 20_261_124;
const FIRST = '2024-01-01';
const DAYS = 3 * 365;
const DAY_MS = 86_400_000;
/** A city that closes or opens forty days a year besides the statutory ones, far more than any does. */
const ENTRIES = 120;

/** How many due dates, and how many 期限依据 with each day counted, one core gives a second. */
export function benchDueDates(): string {
  const random = randomFrom(SEED);
  const start = instantAt(FIRST, 0).getTime();
  const instants = Array.from({ length: INSTANTS }, () => new Date(start + Math.floor(random() * DAYS * DAY_MS)));
  const calendar = aBusyCalendar(random);
  const grades = Object.entries(TERM_WORKDAYS) as [Grade, number][];
  const terms = grades.map(([, workdays]) => workdays);
  const heading = `Due dates, one core, ${ENTRIES} entries of the office: median of ${TURNS} turns, least and most`;
  return table(heading, [
    withBar(figure('due dates, all grades alike', () => dueDates(instants, { calendar, terms }))),
    ...grades.map(
      ([grade, workdays]) =>
        figure(`  ${grade}, ${workdays} working days`, () => dueDates(instants, { calendar, terms: [workdays] }))
          .figure,
    ),
    figure('期限依据, both clocks', () => bases(calendar)).figure,
  ]);
}

function aBusyCalendar(random: () => number): Calendar {
  const aDay = () => addDays(FIRST, Math.floor(random() * DAYS));
  return buildCalendar(new Map(Array.from({ length: ENTRIES }, () => [aDay(), random() < 0.5])), 1);
}

/** Acceptance instant and term into due instant, once each; how many there were. */
function dueDates(instants: readonly Date[], v: { calendar: Calendar; terms: readonly number[] }): number {
  let latest = 0;
  for (const [i, accepted] of instants.entries()) {
    const due = closeOfBusiness(v.calendar, termEnd(v.calendar, accepted, v.terms[i % v.terms.length] ?? 0));
    latest = Math.max(latest, due.getTime());
  }
  // What is never looked at may never be computed.
  if (!(latest > 0)) throw new Error('no due date came of the terms');
  return instants.length;
}

function bases(calendar: Calendar): number {
  const snapshot = aSnapshot({ stop: 'handling' });
  const rules = buildRuleBook();
  let length = 0;
  for (let i = 0; i < BASES; i += 1) length += basisOf(snapshot, { calendar, rules }).length;
  if (length === 0) throw new Error('no words came of the due dates');
  return BASES;
}

/** Does something in turns, the first to warm up, and says how much of it is done in a second of processor time, which a busy machine changes little. */
function figure(what: string, act: () => number): { figure: Figure; perSecond: number } {
  const turn = () => {
    const since = process.cpuUsage();
    const count = act();
    const { user, system } = process.cpuUsage(since);
    return (count * 1_000_000) / (user + system);
  };
  turn();
  const turns = Array.from({ length: TURNS }, turn);
  const perSecond = median(turns);
  const [middle, least, most] = [perSecond, Math.min(...turns), Math.max(...turns)].map(round);
  return { figure: { what, value: `${middle}/s (${least} to ${most})` }, perSecond };
}

function withBar({ figure, perSecond }: { figure: Figure; perSecond: number }): Figure {
  const verdict = perSecond >= LEAST_PER_SECOND ? 'ok' : 'MISSED';
  return { ...figure, value: `${figure.value}  >= ${LEAST_PER_SECOND}/s  ${verdict}` };
}

function round(value: number): string {
  return value.toFixed(0);
}
