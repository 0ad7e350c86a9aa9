import { visitRecorded, visitRefusals } from '../config/texts/visits.ts';
import { personText } from '../config/texts/pairing.ts';
import { dayOf } from '../src/domain/day.ts';
import { at } from '../src/domain/describe.ts';
import { leaderOfVisit, tendsTo, visitorOf } from '../src/domain/visits.ts';
import { answered, type Handler } from './handler.ts';

/** 走访 X：a visit is recorded once it has been made, by those who tend to the subject. */
export const visit: Handler<'visit'> = {
  decide(_, command, view) {
    const { actor, subject, day, text, found, place } = command;
    const { roster } = view;
    const { name } = subject;
    if (!tendsTo(actor, subject.id, roster)) {
      return { code: 'notYours', say: visitRefusals.notYours({ subject: name }) };
    }
    if (day === null) return { code: 'badDate', say: visitRefusals.noDay({ subject: name, at: at(command, view) }) };
    if (day > dayOf(command.at)) return { code: 'badDate', say: visitRefusals.notYet({ day }) };
    const visitor = visitorOf(actor, { who: command.who, subjectId: subject.id, roster });
    const leader = leaderOfVisit(visitor, subject.id, roster);
    const other = visitor === actor.id ? undefined : roster.persons.get(visitor);
    return {
      ...answered(visitRecorded({ subject: name, visitor: other ? personText(other) : null, day, found })),
      visit: {
        subject,
        visitor,
        recordedBy: actor.id,
        leader,
        day,
        text,
        found,
        place,
        at: command.at,
        withdrawn: null,
      },
    };
  },
};
