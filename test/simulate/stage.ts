import type { Member } from '../chaos/cast.ts';
import type { Message } from '../chaos/message.ts';
import type { Calendar } from '../../src/domain/working-time.ts';
import type { Agenda } from './agenda.ts';
import type { City, CitySubject, CityUnit } from './city.ts';
import { type Dice, diceFor } from './dice.ts';

/** A case as far as people know it from their chats. */
export interface KnownCase {
  number: string;
  subject: CitySubject;
  /** How often it has been handed to a unit. */
  leg: number;
  unit: CityUnit | null;
  /** Whoever has it waits until it is reminded. */
  silent: boolean;
  /** Nobody works on it any more, as far as people know. */
  over: boolean;
  /** The turn after which the enterprise has made up its mind about the call-back. */
  answered: number | null;
}

/** What somebody is about to say. `what` names its kind for the figures. */
export interface Line {
  by: Member;
  /** Null in the 1:1 chat. */
  chat: string | null;
  text: string;
  what: string;
  /** Told of the answer. */
  hear?: (answer: string) => void;
}

/** What was said, of what kind. */
export interface Spoken {
  message: Message;
  what: string;
}

/** Where people act: the city, the time, what is known, and the way to say something. */
export interface Stage {
  seed: number;
  city: City;
  cases: Map<string, KnownCase>;
  spoken: Spoken[];
  now(): Date;
  /** The working days as people know them. */
  calendar(): Calendar;
  dice(...about: readonly (string | number)[]): Dice;
  /** Does something at an instant, or at once when that is past. */
  at(instant: Date, what: () => void | Promise<void>): void;
  say(line: Line): Promise<void>;
  /** True when something was said that the service may not have worked on yet. */
  isTold(): boolean;
  /** True while somebody waits for the answer. */
  isWaiting(): boolean;
  /** All that was said has been worked on, and answered if it ever will be. */
  workedOn(): void;
  /** Gives an answer to whoever waits for it. */
  answered(msgid: string, text: string): void;
}

/** Sets the stage. `send` delivers a message. */
export function buildStage(v: {
  seed: number;
  city: City;
  agenda: Agenda;
  now: () => Date;
  calendar: () => Calendar;
  send: (message: Message) => Promise<void>;
}): Stage {
  const spoken: Spoken[] = [];
  let told = false;
  const waiting = new Map<string, (answer: string) => void>();
  return {
    seed: v.seed,
    city: v.city,
    cases: new Map(),
    spoken,
    now: v.now,
    calendar: v.calendar,
    dice: (...about) => diceFor(v.seed, ...about),
    at: (instant, what) => v.agenda.add(instant < v.now() ? v.now() : instant, what),
    async say({ by, chat, text, what, hear }) {
      const msgid = `SIM${String(spoken.length + 1).padStart(7, '0')}`;
      const message = { msgid, by, botChatid: chat, text, cases: 0, confirms: null };
      spoken.push({ message, what });
      if (hear) waiting.set(msgid, hear);
      told = true;
      await v.send(message);
    },
    isTold: () => told,
    isWaiting: () => waiting.size > 0,
    workedOn() {
      told = false;
      waiting.clear();
    },
    answered(msgid, text) {
      waiting.get(msgid)?.(text);
      waiting.delete(msgid);
    },
  };
}

/** Somebody of our own corp. */
export function own(userid: string): Member {
  return { userid, corpid: null };
}

/** Every case number of a text, each once. */
export function numbersIn(text: string): string[] {
  return [...new Set(text.match(/BQ-\d{4}-\d{6,}/g))];
}
