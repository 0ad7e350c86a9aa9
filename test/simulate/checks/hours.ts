import { minuteOf, toShanghaiIso } from '../../../src/domain/day.ts';
import { isWorkTime } from '../../../src/domain/working-time.ts';
import { numbersIn } from '../stage.ts';
import type { Check, YearEvidence } from './year-evidence.ts';

const ASSIGNMENT = /^【(?:交办|转办|需继续办理|协办|分办|包联企业问题|待明确责任部门)】/;
const WAKING = { from: 7 * 60, to: 22 * 60 };

/** By the platform's record nothing but answers reached anybody outside work hours, assignments outside 07:00-22:00. */
export function checkHours({ record, world, cases }: YearEvidence): Check {
  const urgent = new Set(
    cases.filter(({ snapshot }) => snapshot.urgency === 'high').map(({ snapshot }) => snapshot.number),
  );
  const pushed = record.filter(({ answers }) => !answers);
  const broken = pushed.filter(({ at, text }) => {
    if (isWorkTime(world.calendar, at)) return false;
    if (!ASSIGNMENT.test(text)) return true;
    const minute = minuteOf(at);
    return !(minute >= WAKING.from && minute < WAKING.to) && !urgent.has(numbersIn(text)[0] ?? '');
  });
  return {
    name: 'nothing but answers left outside work hours',
    looked: pushed.length,
    broken: broken.map(
      ({ at, chat, text }) => `${toShanghaiIso(at)} ${chat}: ${text.slice(0, 40).replaceAll('\n', ' ')}`,
    ),
  };
}

/** The platform had nothing to refuse: no limit exceeded, no link used twice, nothing of a wrong form. */
export function checkOffences({ year, record }: YearEvidence): Check {
  return { name: 'the platform refused nothing', looked: record.length, broken: year.platform.offences };
}
