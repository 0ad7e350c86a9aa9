import { SUPPORTS } from '../../config/rules.ts';
import { basis, unknownYear } from '../../config/texts/answers.ts';
import { KIND_TEXT } from '../../config/texts/support.ts';
import { takenOverRule } from '../../config/texts/open-cases.ts';
import { termRule } from '../../config/texts/rules.ts';
import { currentLeg, type Snapshot } from './case.ts';
import { type Day, dayOf } from './day.ts';
import type { World } from './decision.ts';
import { countDays } from './due.ts';
import { type Pause, pausesOf } from './pause.ts';
import type { RuleBook } from './rules.ts';
import { openSupports } from './support.ts';
import { closeOfBusiness, unknownYears } from './working-time.ts';

/** 期限依据: from when each clock counts, by which rule, and each day counted or left out, so that anybody can check a due date. */
export function basisOf(snapshot: Snapshot, { calendar, rules }: Pick<World, 'calendar' | 'rules'>): string {
  const clocks = [caseClock(snapshot, rules), legClock(snapshot), ...supportClocks(snapshot)].filter(
    (clock) => clock !== null,
  );
  const text = basis({
    number: snapshot.number,
    clocks: clocks.map((clock) => ({
      ...clock,
      fromDay: dayOf(clock.from),
      ends: closeOfBusiness(calendar, clock.due),
      counted: countDays(calendar, dayOf(clock.from), clock.due, clock.pauses),
    })),
  });
  const years = new Set(clocks.flatMap((clock) => unknownYears(calendar, dayOf(clock.from), clock.due)));
  return [text, ...[...years].map((year) => unknownYear({ year }))].join('\n');
}

interface Clock {
  name: string;
  from: Date;
  rule: string;
  due: Day;
  pauses: readonly Pause[];
}

function caseClock(snapshot: Snapshot, rules: RuleBook): Clock | null {
  const { acceptedAt: from } = snapshot;
  const due = snapshot.caseDueDay;
  if (!from || !due) return null;
  const { version, terms } = rules.of(snapshot, from);
  const rule = snapshot.dueGiven ? takenOverRule : termRule({ workdays: terms[snapshot.grade], version });
  return { name: '企业时限', from, rule, due, pauses: [] };
}

function legClock(snapshot: Snapshot): Clock | null {
  const leg = currentLeg(snapshot);
  if (!leg) return null;
  const rule = leg.promised ? '按承诺或批准的日期' : `${leg.termWorkdays}个工作日，交办次日起算`;
  return { name: `${leg.unit.name}时限`, from: leg.startedAt, rule, due: leg.dueDay, pauses: pausesOf(snapshot, leg) };
}

function supportClocks(snapshot: Snapshot): Clock[] {
  return openSupports(snapshot).map(({ unit, promised, termWorkdays, startedAt, dueDay, kind }) => ({
    name: `${unit.name}${KIND_TEXT[kind]}时限`,
    from: startedAt,
    rule: promised
      ? '按请求时确定的日期'
      : `承办单位剩余时限的${SUPPORTS.percent}%计${termWorkdays}个工作日，次日起算，不晚于承办期限`,
    due: dueDay,
    pauses: snapshot.pauses.filter((pause) => pause.from >= dayOf(startedAt)),
  }));
}
