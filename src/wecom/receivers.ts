import { given } from './articles.ts';
import { unsent, WecomError } from './errors.ts';
import { type Json, textsAt } from './json.ts';

/** Who gets a message of the app. `@all` in `touser` stands for everybody who may see the app. */
export interface Receivers {
  touser?: string[];
  toparty?: (string | number)[];
  totag?: (string | number)[];
}

/** Each list, its limit, and under which names the answer says who was not reached. */
const LISTS = [
  { name: 'touser', max: 1000, missed: ['invaliduser', 'unlicenseduser'] },
  { name: 'toparty', max: 100, missed: ['invalidparty'] },
  { name: 'totag', max: 100, missed: ['invalidtag'] },
] as const;

/** Joins the lists as the platform takes them. @throws WecomError when there is nobody, or too many. */
export function checkReceivers(endpoint: string, receivers: Receivers): object {
  const joined = LISTS.map(({ name, max }) => {
    const list = receivers[name] ?? [];
    if (list.length > max) throw unsent(endpoint, { errcode: 40058, words: `${name} has more than ${max} entries` });
    return [name, list.length > 0 ? list.join('|') : undefined];
  });
  if (joined.every(([, list]) => list === undefined))
    throw unsent(endpoint, { errcode: 82001, words: 'there is no receiver' });
  return given(Object.fromEntries(joined));
}

/**
 * With some receivers missing the platform still says 0: a message that reached nobody is none (发送应用消息). Userids come
 * back in lower case.
 * @throws WecomError when every receiver is invalid or has no licence.
 */
export function checkReached(endpoint: string, receivers: Receivers, answer: Json): void {
  const isReached = LISTS.some(({ name, missed }) => {
    const lost = new Set(missed.flatMap((key) => textsAt(answer, key)).map((id) => id.toLowerCase()));
    return (receivers[name] ?? []).some((id) => !lost.has(String(id).toLowerCase()));
  });
  if (isReached) return;
  const advice =
    'No receiver exists, may see the app and has a licence: correct the userid in the roster, or add the person to the visible range of the app and give them a licence in the WeCom console.';
  throw new WecomError(
    { errcode: 0, endpoint, outcome: 'refused', retryable: false, retryAfterMs: null },
    `WeCom ${endpoint} took the message for nobody. ${advice}`,
  );
}
