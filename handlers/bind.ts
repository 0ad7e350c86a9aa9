import { bound, refusals } from '../config/texts/answers.ts';
import type { CommandOf } from '../src/domain/command.ts';
import type { ChatTie, Decision, Refusal } from '../src/domain/decision.ts';
import { at } from '../src/domain/describe.ts';
import { type Chat, type ChatPurpose, chatFor, type Roster } from '../src/domain/roster.ts';
import { findUnits } from '../src/domain/find-unit.ts';
import type { Handler, View } from './handler.ts';

/** 绑定 CODE NAME: an unknown group is tied to its subject, unit or leader; what was said there is then worked on. */
export const bind: Handler<'bind'> = {
  decide(_, command, view): Decision | Refusal {
    const { code } = command;
    if (!command.botChatid) return { code: 'unknownCode', say: refusals.unknownCode({ code, at: at(command, view) }) };
    const owners = findOwners(view.roster, command.name);
    const [owner] = owners;
    if (!owner || owners.length > 1) {
      return { code: 'ambiguous', say: refusals.unknownOwner({ name: command.name, code, at: at(command, view) }) };
    }
    const tie = tieOf(owner, command, view);
    return { events: [], reply: bound({ code, chat: tie.chat.name, owner: owner.name }), tie };
  },
};

interface Owner {
  purpose: ChatPurpose;
  of: string;
  name: string;
}

/** A full name or alias of one subject, unit or leader; several owners mean that the name does not say which. */
function findOwners(roster: Roster, said: string): Owner[] {
  const name = said.trim();
  const subjects = [...roster.subjects.values()].filter((s) => s.name === name || s.aliases.includes(name));
  const leaders = [...roster.persons.values()].filter((p) => p.name === name && p.roles.includes('leader'));
  const units = subjects.length + leaders.length > 0 ? [] : findUnits(roster, name);
  return [
    ...subjects.map((s) => ({ purpose: 'subject' as const, of: s.id, name: s.name })),
    ...leaders.map((p) => ({ purpose: 'leader' as const, of: p.id, name: p.name })),
    ...units.map((u) => ({
      purpose: u.kind === 'office' ? ('office' as const) : ('unit' as const),
      of: u.id,
      name: u.name,
    })),
  ];
}

/** A registered chat of the owner that only lacks the platform's id gets it; else the group becomes a chat of its own. */
function tieOf(owner: Owner, command: CommandOf<'bind'>, view: View): ChatTie {
  const botChatid = command.botChatid ?? '';
  const registered = chatFor(view.roster, owner.purpose, owner.of);
  if (registered && (!registered.botChatid || registered.botChatid === botChatid)) {
    return { botChatid, chat: { ...registered, botChatid } };
  }
  const chat: Chat = {
    id: `bound-${botChatid}`,
    name: `${owner.name}群`,
    purpose: owner.purpose,
    of: owner.of,
    audience: 'mixed',
    botChatid,
    webhookKey: null,
  };
  return { botChatid, chat };
}
