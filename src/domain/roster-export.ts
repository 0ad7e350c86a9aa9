import { ROSTER_SHEETS, type SheetColumn, type SheetKey } from '../../config/texts/roster-sheets.ts';
import { OWN_CORP } from './inbound.ts';
import { joinValues, type RosterFile } from './roster-sheets.ts';
import { pairingsOf, type StoredPerson, type StoredRoster } from './roster-stored.ts';

/** The stored roster in the form of a roster file; to import it again changes nothing. */
export function rosterFileOf(stored: StoredRoster): RosterFile {
  const pairings = pairingsOf(stored);
  const names = new Map([...stored.units, ...stored.subjects].map(({ id, name }) => [id, name]));
  const namesOf = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? []);
  return {
    units: stored.units.map(({ name, kind, county }) => ({ name, kind, county })),
    persons: stored.persons.map((person) => ({
      ...accountOf(person.id),
      name: person.name,
      title: person.title,
      level: person.level,
      roles: person.roles,
      of: namesOf(belongings(person)),
      phone: person.phone,
      deputy: person.deputy && referenceOf(person.deputy),
    })),
    subjects: stored.subjects.map(({ id, name, kind, list, county, uscc, aliases, plan }) => {
      const { leader = null, unit = null, taskForce = [] } = pairings.get(id) ?? {};
      return {
        name,
        kind,
        list,
        county,
        uscc,
        aliases,
        leader: leader && referenceOf(leader),
        unit: unit && (names.get(unit) ?? null),
        taskForce: taskForce.map(referenceOf),
        plan,
      };
    }),
    chats: stored.chats.map(({ name, purpose, of, audience, botChatid, webhookKey }) => ({
      name,
      purpose,
      of: purpose === 'leader' ? referenceOf(of) : (names.get(of) ?? null),
      audience,
      botChatid,
      webhookKey,
    })),
  };
}

/** The rows of one sheet as the workbook shows them, column by column; null where nothing is to be said. */
export function rowsOf(key: SheetKey, rows: readonly Record<string, unknown>[]): (string | null)[][] {
  return rows.map((row) => ROSTER_SHEETS[key].columns.map((column) => shown(row[column.field], column)));
}

function shown(value: unknown, { words = {} }: SheetColumn): string | null {
  const word = (each: unknown) => Object.keys(words).find((key) => words[key] === each) ?? String(each);
  if (Array.isArray(value)) return value.length > 0 ? joinValues(value.map(word)) : null;
  return value === null || value === undefined ? null : word(value);
}

/** An import looks for subjects only in the role that speaks for them, and for units only in the others. */
function belongings({ roles, subjects, units }: StoredPerson): string[] {
  return [...(roles.includes('subject') ? subjects : []), ...(roles.some((role) => role !== 'subject') ? units : [])];
}

function accountOf(id: string): { userid: string; corpid: string | null } {
  const slash = id.indexOf('/');
  const corpid = id.slice(0, slash);
  return { userid: id.slice(slash + 1), corpid: corpid === OWN_CORP ? null : corpid };
}

function referenceOf(id: string): string {
  const { userid, corpid } = accountOf(id);
  return corpid === null ? userid : id;
}
