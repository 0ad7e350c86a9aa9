import type { Actor, CommandFrame } from '../../domain/command.ts';
import type { ChatPlace } from '../../domain/case.ts';
import type { World } from '../../domain/decision.ts';
import type { Chat, Role, Roster } from '../../domain/roster.ts';
import type { Speaker, UnderstandInput } from '../../domain/understand/reading.ts';
import type { InboxRow } from '../../store/inbox-row.ts';

/** Who said something where, as the roster knows it. */
export interface Hearing {
  row: InboxRow;
  /** Null for somebody the roster does not know. */
  actor: Actor | null;
  /** As what this person speaks here. */
  speaker: Speaker;
  /** Null in a 1:1 chat and in a group without an owner. */
  chat: Chat | null;
  place: ChatPlace;
  private: boolean;
  world: World;
}

/** Looks a message's sender and chat up. */
export function hear(row: InboxRow, world: World): Hearing {
  const person = row.person ?? '';
  const chat = row.botChatid ? (world.roster.chatsByBotChatid.get(row.botChatid) ?? null) : null;
  const actor = actorOf(person, world.roster);
  return {
    row,
    actor,
    speaker: speakerOf(actor, chat),
    chat,
    place: { person, chat: chat?.id ?? null, botChatid: row.botChatid },
    private: row.chatType === 'single',
    world,
  };
}

/** What understanding needs to know of a hearing besides the words. */
export function listenedAs({ speaker, world }: Hearing): Omit<UnderstandInput, 'text' | 'said'> {
  const { botName, calendar, lessons } = world;
  return { speaker, botName, isWorkday: calendar.isWorkday, lessons };
}

function actorOf(id: string, roster: Roster): Actor | null {
  const person = roster.persons.get(id);
  if (!person) return null;
  const { name, roles, subjects, units } = person;
  return { id, name, roles, subjects, units, standsInFor: roster.standsInFor.get(id) ?? [] };
}

const BY_WEIGHT: readonly Role[] = ['office', 'leader', 'unit', 'subject'];

/** In a group with a purpose one speaks as what the group is for, if one is that; else as the weightiest one is. */
function speakerOf(actor: Actor | null, chat: Chat | null): Speaker {
  if (!actor) return 'stranger';
  if (chat && actor.roles.includes(chat.purpose)) return chat.purpose;
  const role = BY_WEIGHT.find((candidate) => actor.roles.includes(candidate));
  if (!role) return actor.roles.includes('admin') ? 'office' : 'stranger';
  return role === 'admin' ? 'office' : role;
}

/** What every command of a message carries; `index` tells them apart. */
export function frameOf(hearing: Hearing, index: number): CommandFrame {
  const { row, place } = hearing;
  const actor: Actor = hearing.actor ?? {
    id: place.person,
    name: place.person,
    roles: [],
    subjects: [],
    units: [],
    standsInFor: [],
  };
  return { actor, at: row.saidAt, source: `${row._id}/${index}`, place, private: hearing.private };
}
