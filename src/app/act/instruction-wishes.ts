import type { Wish } from '../../domain/command.ts';
import { dayOf } from '../../domain/day.ts';
import type { DeadlineReading, Reading } from '../../domain/understand/reading.ts';
import type { Conversation } from '../../store/conversation-store.ts';
import type { Stores } from '../context.ts';
import type { Hearing } from './hearing.ts';
import { pickCases } from './pick-case.ts';

/** What a message wants of a 提醒函 or a 调度会决定; null when it speaks of none. A number is allotted here and saved with the command. */
export async function instructionWishes(
  { word, numbers }: Reading,
  v: { conversation: Conversation; hearing: Hearing; stores: Stores },
): Promise<Wish[] | null> {
  const { hearing, stores } = v;
  const year = dayOf(hearing.row.saidAt).slice(0, 4);
  switch (word?.type) {
    case 'receive':
    case 'fulfil':
    case 'withdrawInstruction':
      return [word];
    case 'redateInstruction':
      return [{ type: 'redateInstruction', instruction: word.instruction, day: word.deadline?.date ?? null }];
    case 'letter': {
      const number = await stores.counters.documentNumber('TX', year);
      const { unitName, reason, deadline } = word;
      return [{ type: 'instruct', kind: 'letter', number, caseId: null, unitName, text: reason, ...dayIn(deadline) }];
    }
    case 'decision': {
      const { lastCase } = v.conversation;
      const picked = await pickCases({ type: 'instruct', example: EXAMPLE, numbers, lastCase }, hearing, stores);
      if ('say' in picked) return [{ type: 'say', text: picked.say }];
      const wishes: Wish[] = [];
      for (const caseId of picked.ids) {
        const number = await stores.counters.documentNumber('ZS', year);
        const { text, deadline } = word;
        wishes.push({ type: 'instruct', kind: 'meeting', number, caseId, unitName: null, text, ...dayIn(deadline) });
      }
      return wishes;
    }
    default:
      return null;
  }
}

const EXAMPLE = '调度会决定：市住建局12月5日前完成验收';

function dayIn(deadline: DeadlineReading | null) {
  return { day: deadline?.date ?? null, saidDay: deadline !== null };
}
