/** The rows of a roster file that the demo reads; the import has checked them before. */
export interface RosterFile {
  persons: readonly {
    userid: string;
    corpid?: string;
    name: string;
    title?: string;
    of?: string | readonly string[];
  }[];
  subjects: readonly { name: string; aliases?: readonly string[] }[];
  chats: readonly { name: string }[];
}

/** Who is who, in the words that the transcript uses. */
export interface Cast {
  /** 王强（盛弘机械） for `wwSUPPLIER/wangqiang`; the id itself when nobody has it. */
  nameOf(id: string): string;
  /** 王强 */
  shortNameOf(id: string): string;
  /** The id of the person who is called or has the id `name`; null when nobody is. */
  idOf(name: string): string | null;
  /** The groups, in the roster's order. */
  chats: readonly string[];
  /** Somebody of the first enterprise: who tries the prompt first. */
  reporter: string;
  /** The ids of all persons, in the roster's order. */
  ids: readonly string[];
}

/** Reads the cast off a roster file. */
export function buildCast(file: RosterFile): Cast {
  const aliases = new Map(file.subjects.map(({ name, aliases: [short] = [] }) => [name, short ?? name]));
  const people = new Map(file.persons.map((person) => [idOf(person), person]));
  return {
    nameOf(id) {
      const person = people.get(id);
      if (!person) return id;
      const role =
        ownersOf(person)
          .map((name) => aliases.get(name) ?? name)
          .join('、') || person.title;
      return role ? `${person.name}（${role}）` : person.name;
    },
    shortNameOf: (id) => people.get(id)?.name ?? id,
    idOf(name) {
      const found = [...people].find(([id, person]) => [id, person.userid, person.name].includes(name));
      return found?.[0] ?? null;
    },
    chats: file.chats.map((chat) => chat.name),
    reporter: [...people].find(([, person]) => ownersOf(person).some((name) => aliases.has(name)))?.[0] ?? '',
    ids: [...people.keys()],
  };
}

function ownersOf({ of = [] }: RosterFile['persons'][number]): readonly string[] {
  return typeof of === 'string' ? [of] : of;
}

function idOf({ userid, corpid }: RosterFile['persons'][number]): string {
  return corpid ? `${corpid}/${userid}` : userid;
}
