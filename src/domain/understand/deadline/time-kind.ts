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
