import type { Wish } from './command.ts';
import type { Word } from './understand/reading.ts';

/** The wish about people that a word expresses; null when it is about something else. */
export function peopleWish(word: Word): Wish | null {
  switch (word.type) {
    case 'handOver':
      return { type: 'handOver', from: word.from, to: word.to, day: word.deadline?.date ?? null, said: word.when };
    case 'confirmHandOver':
      return { type: 'confirmHandOver' };
    case 'admit':
    case 'history':
    case 'turnAway':
      return word;
    default:
      return null;
  }
}
