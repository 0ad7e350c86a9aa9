import type { Json } from '../content.ts';
import { refuse, type Verdict } from '../verdict.ts';
import type { Corp, CorpMember } from './corp.ts';

/** Whom a message reaches, and what the answer says of the rest. */
export interface Found {
  members: CorpMember[];
  missed: object;
}

/** Finds the receivers; some may be invalid, all of them must not (发送应用消息). */
export function findReceivers(body: Json, corp: Corp): Found | Verdict {
  const [users, parties, tags] = [split(body.touser), split(body.toparty), split(body.totag)];
  if (users.length + parties.length + tags.length === 0) return refuse(82001, 'All receivers empty');
  if (users.length > 1000 || parties.length > 100 || tags.length > 100)
    return refuse(40058, 'too many receivers. invalid Request Parameter');
  const named = users.includes('@all') ? corp.visible() : users.flatMap((userid) => findVisible(corp, userid) ?? []);
  const departments = parties.map((id) => ({ id, members: corp.visible(Number(id)) }));
  const all = new Set([...named, ...departments.flatMap(({ members }) => members)]);
  if (all.size === 0) return refuse(81013, 'user & party & tag all invalid');
  const licensed = [...all].filter(({ unlicensed }) => !unlicensed);
  const invalid = users.filter((userid) => userid !== '@all' && !findVisible(corp, userid));
  return {
    members: licensed,
    missed: {
      invaliduser: join(invalid),
      invalidparty: join(departments.filter(({ members }) => members.length === 0).map(({ id }) => id)),
      // There are no tags on the simulated platform.
      invalidtag: join(tags),
      unlicenseduser: join([...all].filter(({ unlicensed }) => unlicensed).map(({ userid }) => userid)),
    },
  };
}

function findVisible(corp: Corp, userid: string): CorpMember | null {
  const member = corp.find(userid);
  return member && !member.hidden ? member : null;
}

function split(list: unknown): string[] {
  return typeof list === 'string' ? list.split('|').filter((part) => part !== '') : [];
}

/** Userids come back in lower case. */
function join(list: readonly string[]): string {
  return list.map((entry) => entry.toLowerCase()).join('|');
}
