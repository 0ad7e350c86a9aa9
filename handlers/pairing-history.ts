import { historyRefusals, pairingHistory, type SpellText } from '../config/texts/history.ts';
import { refusals } from '../config/texts/answers.ts';
import { at } from '../src/domain/describe.ts';
import { subjectsNamed } from '../src/domain/newcomer.ts';
import { isOffice } from '../src/domain/rights.ts';
import { type Roster, pairingOf } from '../src/domain/roster.ts';
import type { Assignment, AssignmentRole } from '../src/domain/roster-stored.ts';
import { answered, type Handler } from './handler.ts';

/** 包联历史 NAME: who was leader, unit and task force from when to when, for the office and the leader of now. */
export const history: Handler<'history'> = {
  decide(_, command, view) {
    const { actor, name } = command;
    const { roster, people } = view;
    const [subject, ...others] = (name ? subjectsNamed(roster, name) : null) ?? [];
    const leads = subject && [actor.id, ...actor.standsInFor].includes(pairingOf(roster, subject.id).leader ?? '');
    if (!isOffice(actor) && !leads) {
      return { code: 'notYours', say: refusals.notYours({ number: null, who: '双创双服办公室、该对象的包联领导' }) };
    }
    if (!subject || others.length > 0)
      return { code: 'ambiguous', say: historyRefusals.unknownSubject({ name, at: at(command, view) }) };
    const of = (role: AssignmentRole) => spellsOf(people.spells, role, roster);
    const spells = { leader: of('leader'), unit: of('unit'), taskForce: of('taskForce') };
    return answered(pairingHistory({ subject: subject.name, spells }));
  },
};

/** Oldest first; those that ended on the day they began changed nothing. */
function spellsOf(spells: readonly Assignment[], role: AssignmentRole, roster: Roster): SpellText[] {
  return spells
    .filter((spell) => spell.role === role && spell.from !== spell.to)
    .toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))
    .map(({ holder, from, to }) => ({ holder: holderOf(holder, role, roster), from, to }));
}

function holderOf(holder: string, role: AssignmentRole, { units, persons }: Roster): SpellText['holder'] {
  if (role === 'unit') return { name: units.get(holder)?.name ?? holder, title: null };
  const person = persons.get(holder);
  return { name: person?.name ?? holder, title: person?.title ?? null };
}
