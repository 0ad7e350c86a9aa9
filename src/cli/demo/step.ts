/** What must stand in a chat after a step. */
export interface Sight {
  chat: string;
  words: string;
}

/** One step of the story. `at` is business time, `11-16 09:00`. */
export type Step =
  | { kind: 'note'; text: string }
  | { kind: 'time'; at: string; sees: readonly Sight[] }
  | {
      kind: 'say';
      at: string;
      who: string;
      chat: string | null;
      text: string;
      picture?: string;
      sees: readonly Sight[] | 'silence';
    }
  /** `card`: words of the card that is pressed; `choose`: answers by question. */
  | {
      kind: 'press';
      at: string;
      who: string;
      card: string;
      key: string;
      choose?: Readonly<Record<string, string>>;
      sees: readonly Sight[];
    };

/** Steps that belong together. */
export interface Chapter {
  title: string;
  /** Cards and messages on people's own telephones are shown. */
  phones?: true;
  steps: readonly Step[];
}

/** The narrator explains something. */
export const note = (text: string): Step => ({ kind: 'note', text });

/** Time passes; what falls due meanwhile is done. */
export const time = (at: string, ...sees: Sight[]): Step => ({ kind: 'time', at, sees });

/** Somebody writes, at a time, in a group or (null) to the bot alone. */
export const say = (v: Omit<Extract<Step, { kind: 'say' }>, 'kind'>): Step => ({ kind: 'say', ...v });

/** Somebody presses a button of a card on their telephone. */
export const press = (v: Omit<Extract<Step, { kind: 'press' }>, 'kind'>): Step => ({ kind: 'press', ...v });

/** Reads `11-16 09:00` of the story's year as an instant with offset. */
export function instantOf(at: string): string {
  return `2026-${at.replace(' ', 'T')}:00+08:00`;
}
