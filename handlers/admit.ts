import { admitted, newcomerRefusals, newcomerRefused, notAdmitted, welcome } from '../config/texts/newcomers.ts';
import { atBot } from '../config/texts/format.ts';
import type { Refusal } from '../src/domain/decision.ts';
import { at } from '../src/domain/describe.ts';
import type { Newcomer } from '../src/domain/newcomer.ts';
import { subjectsNamed } from '../src/domain/newcomer.ts';
import type { Notice } from '../src/domain/notice.ts';
import { answered, type Handler, type View } from './handler.ts';

/** 确认 CODE 为 企业名 联系人: somebody new speaks for an enterprise from now on, and what they have written is worked on. */
export const admit: Handler<'admit'> = {
  decide(_, command, view) {
    const { code, name } = command;
    const newcomer = waiting(code, view);
    if ('say' in newcomer) return newcomer;
    const { subject, said } = newcomer;
    const words = name ?? (subject ? (view.roster.subjects.get(subject)?.name ?? null) : (said?.unit ?? null));
    const subjects = words ? subjectsNamed(view.roster, words) : null;
    const [first] = subjects ?? [];
    if (!subjects || !first) {
      const say = newcomerRefusals.whichSubject({ code, said: words, at: at(command, view) });
      return { code: 'ambiguous', say };
    }
    const person = said?.name ?? newcomer.id;
    const to = subjects.find(({ id }) => id === subject) ?? first;
    const text = welcome({ name: person, at: atBot(view.botName, false) });
    return {
      ...answered(admitted({ name: person, subjects: subjects.map((each) => each.name) })),
      newcomer: {
        type: 'admit',
        id: newcomer.id,
        askedIn: newcomer.askedIn,
        name: person,
        subjects: subjects.map(({ id }) => id),
        notices: [tell(newcomer, to.id, text)],
      },
    };
  },
};

/** 不是 CODE，X: politely refused where they had written. */
export const turnAway: Handler<'turnAway'> = {
  decide(_, { code, reason }, view) {
    const newcomer = waiting(code, view);
    if ('say' in newcomer) return newcomer;
    const { id, subject, said } = newcomer;
    const name = said?.name ?? id;
    const text = notAdmitted({ name, reason });
    const notices = subject ? [tell(newcomer, subject, text)] : [];
    return { ...answered(newcomerRefused({ name })), newcomer: { type: 'turnAway', id, notices } };
  },
};

function waiting(code: string, { people }: View): Newcomer | Refusal {
  const { newcomer } = people;
  if (!newcomer || newcomer.status === 'asked') return { code: 'unknownCode', say: newcomerRefusals.unknown({ code }) };
  if (newcomer.status === 'waiting') return newcomer;
  const name = newcomer.said?.name ?? newcomer.id;
  const say = newcomerRefusals.settled({ code, name, accepted: newcomer.status === 'accepted' });
  return { code: 'wrongStatus', say };
}

/** In the enterprise's group: a 1:1 chat can't be written to unasked. */
function tell({ id, saidIn }: Newcomer, subject: string, text: string): Notice {
  const to = { kind: 'subject', of: subject } as const;
  return { key: `newcomer/${id}/${saidIn}`, to, class: 'now', number: null, about: { kind: 'text', text } };
}
