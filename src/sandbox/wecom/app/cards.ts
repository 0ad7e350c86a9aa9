import { randomBytes } from 'node:crypto';
import { checkCard } from '../../../wecom/check-card.ts';
import type { ApiRequest } from '../api.ts';
import { wordsOfCard } from '../card-words.ts';
import { isJson, type Json, objectAt } from '../content.ts';
import type { Seen, SeenLog } from '../seen.ts';
import { refuse, taken, type Verdict } from '../verdict.ts';

/** The response_codes of cards: each changes its card once, within 72 hours of business time (更新模版卡片消息). */
export interface Cards {
  /** Gives a code for the card as it stands with these people. */
  issue(holders: readonly Seen[], now: Date): string;
  /** Changes a card for some or all of those who have it. */
  update(request: ApiRequest): Verdict;
  /** Changes what one person sees, as a passive reply does. False when it says no such thing. */
  change(seen: Seen, reply: Json): boolean;
}

interface Issued {
  holders: readonly Seen[];
  at: Date;
  isUsed: boolean;
}

const LIFE_MS = 72 * 3_600_000;

/** Builds a platform on which no card stands. */
export function buildCards(log: SeenLog, agentId: number): Cards {
  const codes = new Map<string, Issued>();
  const put = (seen: Seen, card: Json) => log.update(seen, { card, text: wordsOfCard(card) });
  return {
    issue(holders, now) {
      const code = randomBytes(32).toString('base64url');
      codes.set(code, { holders, at: now, isUsed: false });
      return code;
    },
    update({ body, now }) {
      if (!body) return refuse(40058, 'invalid Request Parameter. Warning: wrong json format.');
      if (body.agentid !== agentId) return refuse(40056, 'invalid agentid');
      const issued = codes.get(String(body.response_code));
      if (!issued) return refuse(40058, 'invalid response_code. invalid Request Parameter');
      if (issued.isUsed || now.getTime() - issued.at.getTime() > LIFE_MS)
        return refuse(42022, 'response_code used or expired');
      const changed = changedCard(body);
      if ('errcode' in changed) return changed;
      const wanted = wantedBy(body, issued.holders);
      issued.isUsed = true;
      for (const seen of wanted.found) put(seen, changed.of(seen));
      return taken({ invaliduser: wanted.missing });
    },
    change(seen, reply) {
      if (reply.msg_type === 'update_button') {
        put(seen, replaced(seen, String(objectAt(reply, 'button').replace_name)));
        return true;
      }
      if (reply.msg_type !== 'update_template_card') return false;
      put(seen, objectAt(reply, 'template_card'));
      return true;
    },
  };
}

function changedCard(body: Json): { of: (seen: Seen) => Json } | Verdict {
  if (isJson(body.template_card)) {
    const card = body.template_card;
    const problem = checkCard(card, 'update');
    return problem ? refuse(problem.errcode, problem.words) : { of: () => card };
  }
  const name = objectAt(body, 'button').replace_name;
  if (typeof name !== 'string' || name === '') return refuse(40063, 'empty button.replace_name');
  return { of: (seen) => replaced(seen, name) };
}

/** The buttons give way to one that does nothing. */
function replaced(seen: Seen, name: string): Json {
  const { button_list: _buttons, submit_button: _submit, ...rest } = seen.card ?? {};
  return { ...rest, replace_text: name };
}

function wantedBy(body: Json, holders: readonly Seen[]): { found: Seen[]; missing: string[] } {
  if (body.atall === 1) return { found: [...holders], missing: [] };
  const userids: unknown[] = Array.isArray(body.userids) ? body.userids : [];
  const found: Seen[] = [];
  const missing: string[] = [];
  for (const userid of userids.map((id) => String(id).toLowerCase())) {
    const seen = holders.find(({ chat }) => chat.id.toLowerCase() === userid);
    if (seen) found.push(seen);
    else missing.push(userid);
  }
  return { found, missing };
}
