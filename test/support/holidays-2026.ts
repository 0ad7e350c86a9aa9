/** 国务院办公厅关于2026年部分节假日安排的通知, copied by hand: a second source besides the package that the service reads. */
const OFF = [
  ['01-01', '01-03'],
  ['02-15', '02-23'],
  ['04-04', '04-06'],
  ['05-01', '05-05'],
  ['06-19', '06-21'],
  ['09-25', '09-27'],
  ['10-01', '10-07'],
] as const;

/** 调休: the Saturdays and Sundays that are worked. */
export const MAKE_UP_2026 = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

/** True when a day of 2026 is worked, by the notice. */
export function isWorkedIn2026(day: string): boolean {
  if (MAKE_UP_2026.includes(day)) return true;
  if (OFF.some(([from, to]) => day.slice(5) >= from && day.slice(5) <= to)) return false;
  return ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
}

/** Every day of 2026, in order. */
export const DAYS_OF_2026: readonly string[] = Array.from({ length: 365 }, (_, i) =>
  new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
);

/** The day so many working days after a day of 2026, by counting a list of days; undefined beyond the year. */
export function slowlyAddWorkdays(day: string, workdays: number): string | undefined {
  if (workdays === 0) return day;
  return WORKED.filter((later) => later > day)[workdays - 1];
}

const WORKED = DAYS_OF_2026.filter(isWorkedIn2026);
