/** A term or day that the words mean. Conventions: design.md section 6, "Deadline words". */
export interface DeadlineReading {
  /** The day meant, `YYYY-MM-DD` in Asia/Shanghai, working days already counted; null when it cannot be told. */
  date: string | null;
  /** N of N天内. */
  days: number | null;
  /** N of N个工作日内. */
  workdays: number | null;
  /** The words as written. */
  expr: string | null;
  /** How it was said. */
  kind: TimeKind;
  /** True for a day that the calendar does not have (11月31日); `date` is null then. */
  impossible?: true;
}

/**
 * `within` N天内 · `length` a bare N天 · `after` N天后 · `shift` 延期N天 · `day` a day · `dotted` 12.20, which may be no date at all ·
 * `week` 本周 · `month` 5月, 5月底, 一季度, 年底 · `festival` 国庆 · `vague` 尽快.
 */
export type TimeKind =
  | 'within'
  | 'length'
  | 'after'
  | 'shift'
  | 'day'
  | 'dotted'
  | 'week'
  | 'month'
  | 'festival'
  | 'vague';
