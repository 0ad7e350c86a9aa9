import { visitLine, visitLog as logText, visitRefusals } from '../config/texts/visits.ts';
import { UNKNOWN_LEADER } from '../config/texts/pairing.ts';
import { at } from '../src/domain/describe.ts';
import { tendsTo } from '../src/domain/visits.ts';
import { answered, type Handler } from './handler.ts';

/** 走访记录: the last visits of a subject to those who tend to it; without a name one's own, to the office all. */
export const visitLog: Handler<'visitLog'> = {
  decide(_, command, view) {
    const { subject, actor } = command;
    if (subject && !tendsTo(actor, subject.id, view.roster)) {
      return { code: 'notYours', say: visitRefusals.notYoursToRead({ subject: subject.name }) };
    }
    const lines = view.visits.log.map((visit) => {
      const visitor = view.roster.persons.get(visit.visitor)?.name ?? UNKNOWN_LEADER;
      return visitLine({ ...visit, visitor, subject: visit.subject.name });
    });
    return answered(logText({ subject: subject?.name ?? null, lines, at: at(command, view) }));
  },
};
