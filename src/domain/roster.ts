/** Who is who: the register of 包联对象, units, persons, chats and pairings, read as one consistent snapshot. */
export interface Roster {
  version: number;
  subjects: ReadonlyMap<string, Subject>;
  units: ReadonlyMap<string, Unit>;
  persons: ReadonlyMap<string, Person>;
  chats: ReadonlyMap<string, Chat>;
  /** The pairing in force of each subject. */
  pairings: ReadonlyMap<string, Pairing>;
  /** Whom each deputy (AB角) stands in for. */
  standsInFor: ReadonlyMap<string, string[]>;
  /** The chats of each `purpose/of`, those that can be pushed to first. */
  chatsOf: ReadonlyMap<string, readonly Chat[]>;
  /** The tied groups by the platform's id. */
  chatsByBotChatid: ReadonlyMap<string, Chat>;
}

/** What is stored, before it is indexed. */
export interface RosterParts {
  version: number;
  subjects: readonly Subject[];
  units: readonly Unit[];
  persons: readonly Person[];
  chats: readonly Chat[];
  pairings: ReadonlyMap<string, Pairing>;
}

/** Indexes what was loaded into the snapshot that decisions look at. */
export function buildRoster(parts: RosterParts): Roster {
  const byId = <T extends { id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]));
  const chats = [...parts.chats].sort(
    (a, b) => Number(!a.webhookKey) - Number(!b.webhookKey) || (a.id < b.id ? -1 : 1),
  );
  const chatsByBotChatid = new Map(chats.flatMap((chat) => (chat.botChatid ? [[chat.botChatid, chat] as const] : [])));
  return {
    version: parts.version,
    subjects: byId(parts.subjects),
    units: byId(parts.units),
    persons: byId(parts.persons),
    chats: byId(chats),
    pairings: parts.pairings,
    standsInFor: groupDeputies(parts.persons),
    chatsOf: groupChats(chats),
    chatsByBotChatid,
  };
}

function groupDeputies(persons: readonly Person[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, deputy } of persons) {
    if (deputy) groups.set(deputy, [...(groups.get(deputy) ?? []), id]);
  }
  return groups;
}

function groupChats(chats: readonly Chat[]): Map<string, Chat[]> {
  const groups = new Map<string, Chat[]>();
  for (const chat of chats) {
    const key = `${chat.purpose}/${chat.of}`;
    groups.set(key, [...(groups.get(key) ?? []), chat]);
  }
  return groups;
}

export type Role = 'subject' | 'leader' | 'unit' | 'office' | 'admin';

/** 包联对象: an enterprise or a project. */
export interface Subject {
  id: string;
  name: string;
  kind: 'enterprise' | 'project';
  /** One of the four lists, e.g. 重点工业企业. */
  list: string | null;
  county: string | null;
  uscc: string | null;
  aliases: string[];
}

/** 责任部门, 县区 or the office itself. */
export interface Unit {
  id: string;
  name: string;
  kind: 'department' | 'county' | 'office';
  county: string | null;
}

export interface Person {
  /** `corpid/userid`. */
  id: string;
  name: string;
  title: string | null;
  roles: Role[];
  /** Subjects this person speaks for. */
  subjects: string[];
  /** Units this person works in. */
  units: string[];
  phone: string | null;
  deputy: string | null;
}

export type ChatPurpose = 'subject' | 'leader' | 'unit' | 'office';

/** A group with a purpose. Its addresses are attributes, since no API lists the groups a bot is in. */
export interface Chat {
  id: string;
  name: string;
  purpose: ChatPurpose;
  /** The subject, person or unit whose chat it is. */
  of: string;
  /** `enterprise`: nobody but the enterprise reads along; `mixed`: leaders and units do. */
  audience: 'enterprise' | 'mixed';
  botChatid: string | null;
  webhookKey: string | null;
}

/** 包联关系 of one subject, as in force now. */
export interface Pairing {
  leader: string | null;
  unit: string | null;
  taskForce: string[];
  plan: string | null;
}

const UNPAIRED: Pairing = { leader: null, unit: null, taskForce: [], plan: null };

/** The pairing of a subject; all empty for a subject nobody has paired yet. */
export function pairingOf(roster: Roster, subjectId: string): Pairing {
  return roster.pairings.get(subjectId) ?? UNPAIRED;
}

/** A subject's short alias, its name where it has none. An alias may also be an old full name, so the shortest counts. */
export function shortNameOf({ name, aliases }: Pick<Subject, 'name' | 'aliases'>): string {
  return aliases.reduce((short, alias) => (alias.length < short.length ? alias : short), name);
}

/** The chat with a purpose for an owner, one that can be pushed to before one that cannot. */
export function chatFor(roster: Roster, purpose: ChatPurpose, of: string): Chat | null {
  return roster.chatsOf.get(`${purpose}/${of}`)?.[0] ?? null;
}

/** Whether a chat can be told something unasked: by its webhook, or by the bot where that `pushes`. */
export function canBePushed(chat: Chat | null, pushes: boolean): boolean {
  return chat !== null && (chat.webhookKey !== null || (pushes && chat.botChatid !== null));
}

/** The unit that runs the scheme: rules on requests, and handles what no other unit may see. */
export function officeUnit(roster: Roster): Unit | null {
  for (const unit of roster.units.values()) if (unit.kind === 'office') return unit;
  return null;
}

/** The office's chat; null while none is registered. */
export function officeChat(roster: Roster): Chat | null {
  for (const chat of roster.chats.values()) if (chat.purpose === 'office') return chat;
  return null;
}
