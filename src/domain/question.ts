import type { Day } from './day.ts';
import type { CalendarChange } from './calendar-entry.ts';
import type { Subject } from './roster.ts';
import type { ProblemReading } from './understand/reading.ts';
import type { VisitReading } from './understand/visit.ts';

/**
 * What the service has asked somebody back, one question at a time. It waits in the conversation; the next message is either its
 * answer or something else, which ends it.
 */
export type Question = WhichSubject | WhichVisited | FileAnyway | HandOverPreview | ConfirmUrging | ConfirmCalendar;

/** Whose problem is it? Asked where the enterprise of a report is unknown or may be one of several. */
export interface WhichSubject {
  type: 'whichSubject';
  /** The message that waits to be filed. */
  inbox: string;
  at: Date;
  problems: ProblemReading[];
  /** In the order in which they were numbered; none when nothing was like the name. */
  candidates: Pick<Subject, 'id' | 'name'>[];
  onBehalf: boolean;
}

/** Which of several enterprises of like names was visited? */
export interface WhichVisited {
  type: 'whichVisited';
  /** The message that told of the visit, and of these problems. */
  inbox: string;
  at: Date;
  visit: VisitReading;
  problems: ProblemReading[];
  candidates: Pick<Subject, 'id' | 'name'>[];
}

/** 上报 makes a report of what was not taken for one. */
export interface FileAnyway {
  type: 'fileAnyway';
  inbox: string;
  at: Date;
  text: string;
  quote: string | null;
}

/** 确认交接 does what the preview showed. Persons by id. */
export interface HandOverPreview {
  type: 'handOver';
  at: Date;
  from: string;
  to: string;
  day: Day;
}

/** 确认催办: the cases that the office has been shown are urged. */
export interface ConfirmUrging {
  type: 'confirmUrging';
  inbox: string;
  at: Date;
  caseIds: string[];
}

/** 确认改日历 makes exactly the change that was shown. */
export interface ConfirmCalendar {
  type: 'confirmCalendar';
  at: Date;
  change: CalendarChange;
}

/** A question this old is forgotten: a bare 1 the next day answers nothing. */
export const QUESTION_MS = 4 * 3_600_000;
