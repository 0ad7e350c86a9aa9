import { doctorTexts as texts } from '../../config/texts/doctor.ts';
import { useridOf } from '../domain/inbound.ts';
import { canBeReached } from '../domain/personal.ts';
import type { AppClient } from '../wecom/client.ts';
import { WecomError } from '../wecom/errors.ts';
import type { Finding } from './doctor.ts';

interface Listed {
  id: string;
  name: string;
}

/** There is nobody of this userid, or the app may not see them (获取成员). */
const UNSEEN = [60111, 60011, 50002];

/** Compares the people of our own corp with its address book: a wrong userid sends somebody's card to nobody, or to somebody else. */
export async function people(listed: Iterable<Listed>, { directory }: AppClient): Promise<Finding[]> {
  const unseen: Listed[] = [];
  const others: (Listed & { there: string })[] = [];
  let count = 0;
  for (const person of listed) {
    if (!canBeReached(person.id)) continue;
    count += 1;
    const there = await nameOf(person, directory);
    if (there === null) unseen.push(person);
    else if (there !== person.name) others.push({ ...person, there });
  }
  if (count === 0) return [];
  return [
    ...others.map(({ id, ...v }) => bad(texts.people.other({ userid: useridOf(id), ...v }))),
    ...(unseen.length > 0 ? [bad(texts.people.unseen({ count: unseen.length, who: unseen.map(nameAndId) }))] : []),
    ...(others.length + unseen.length === 0 ? [{ state: 'ok' as const, say: texts.people.ok({ count }) }] : []),
  ];
}

/** An app that may not read names is given none: then there is nothing to compare. */
async function nameOf({ id, name }: Listed, directory: AppClient['directory']): Promise<string | null> {
  try {
    return (await directory.getUser(useridOf(id))).name || name;
  } catch (error) {
    if (error instanceof WecomError && UNSEEN.includes(error.errcode ?? 0)) return null;
    throw error;
  }
}

function nameAndId({ id, name }: Listed): string {
  return `${name}（${useridOf(id)}）`;
}

function bad(say: string): Finding {
  return { state: 'bad', say };
}
