import { calendarChanged, calendarPreview, calendarRefusals } from '../config/texts/calendar.ts';
import { isUsual, newDays, pastDay } from '../src/domain/calendar-change.ts';
import type { CalendarChange } from '../src/domain/calendar-entry.ts';
import type { Day } from '../src/domain/day.ts';
import { at } from '../src/domain/describe.ts';
import { isAmongOffice } from '../src/domain/rights.ts';
import { spansOf } from '../src/domain/special-days.ts';
import type { Handler, View } from './handler.ts';

/** 12月31日放假: says what would follow and asks; nothing is changed before 确认改日历. */
export const changeCalendar: Handler<'changeCalendar'> = {
  decide(_, command, view) {
    const { change } = command;
    // The numbers of every enterprise's cases follow: no group of outsiders reads them.
    if (!isAmongOffice(command, view.roster)) return { code: 'notYours', say: calendarRefusals.notHere() };
    if (!change) return { code: 'missing', say: calendarRefusals.unclear({ at: at(command, view) }) };
    const past = pastDay(change, view.now);
    if (past) return { code: 'badDate', say: pastText(change, past) };
    const so = soAlready(change, view);
    if (so) return { code: 'wrongStatus', say: so };
    const { season } = change;
    const days = newDays(view.calendar, change);
    const preview = { spans: spansOf(days), season, effect: view.effect, at: at(command, view) };
    return {
      events: [],
      reply: calendarPreview(preview),
      asks: { type: 'confirmCalendar', at: command.at, change: season ? { days, season } : { days } },
    };
  },
};

/** 确认改日历: the change that was shown. It is looked at anew, for midnight may have passed since. */
export const setCalendar: Handler<'setCalendar'> = {
  decide(_, command, view) {
    const { change } = command;
    if (!change) return { code: 'missing', say: calendarRefusals.nothingToConfirm({ at: at(command, view) }) };
    const past = pastDay(change, view.now);
    if (past) return { code: 'badDate', say: pastText(change, past) };
    return {
      events: [],
      reply: calendarChanged({ spans: spansOf(change.days), season: change.season }),
      calendar: change,
    };
  },
};

function pastText({ season }: CalendarChange, day: Day): string {
  return season ? calendarRefusals.pastHours() : calendarRefusals.past({ day });
}

/** What to say when nothing would change; null when something would. */
function soAlready(change: CalendarChange, { calendar }: View): string | null {
  const { season } = change;
  if (season) return isUsual(calendar, season) ? calendarRefusals.usualHours(season) : null;
  const [first] = change.days;
  return first && newDays(calendar, change).length === 0 ? calendarRefusals.soAlready(first) : null;
}
