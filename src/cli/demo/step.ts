/** What must stand in a chat after a step. */
export interface Sight {
  chat: string;
  words: string;
}

/** One step of the story. `at` is business time, `11-16 09:00`. */
export type Step =
  | { kind: 'note'; text: string }
  | { kind: 'time'; at: string; sees: readonly Sight[] }
  | { kind: 'say'; at: string; who: string; chat: string | null; text: string; sees: readonly Sight[] | 'silence' };

/** Steps that belong together. */
export interface Chapter {
  title: string;
  steps: readonly Step[];
}

/** The narrator explains something. */
export const note = (text: string): Step => ({ kind: 'note', text });

/** Time passes; what falls due meanwhile is done. */
export const time = (at: string, ...sees: Sight[]): Step => ({ kind: 'time', at, sees });

/** Somebody writes, at a time, in a group or (null) to the bot alone. */
export const say = (v: Omit<Extract<Step, { kind: 'say' }>, 'kind'>): Step => ({ kind: 'say', ...v });

/** Reads `11-16 09:00` of the story's year as an instant with offset. */
export function instantOf(at: string): string {
  return `2026-${at.replace(' ', 'T')}:00+08:00`;
}
