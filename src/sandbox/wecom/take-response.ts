import { randomBytes } from 'node:crypto';
import type { ApiRequest } from './api.ts';
import { type Json, objectAt, readContent, textAt } from './content.ts';
import type { SeenChat, SeenLog } from './seen.ts';
import type { Switches } from './switches.ts';
import { refuse, TAKEN, type Verdict } from './verdict.ts';
import { readCard, type Shown } from './webhook-content.ts';

/** What a response_code stands for: where its answer goes and what it quotes there. */
export interface ResponseTarget {
  chat: SeenChat;
  quote: string;
  issuedAt: Date;
}

/** The response_codes that were given out: each works once, within an hour of business time (主动回复消息). */
export interface ResponseCodes {
  issue(target: ResponseTarget): string;
  /** Takes an answer, or says why not; a refused one does not use the code up. */
  take(request: ApiRequest): Verdict;
}

const LIFE_MS = 3_600_000;
const MARKDOWN = { msgtype: 'markdown', maxBytes: 20_480, emptyCode: 40063 };

/** Builds the codes over the log in which their answers appear. */
export function buildResponseCodes(log: SeenLog, switches: Switches): ResponseCodes {
  const open = new Map<string, ResponseTarget>();
  return {
    issue(target) {
      const code = randomBytes(24).toString('base64url');
      open.set(code, target);
      return code;
    },
    take({ query, body, now }) {
      const code = query('response_code');
      const target = open.get(code);
      if (!target) return refuse(switches.responseUrlCode, 'invalid response_code. invalid Request Parameter');
      if (now.getTime() - target.issuedAt.getTime() > LIFE_MS)
        return refuse(switches.responseUrlCode, 'response_code expired');
      if (!body) return refuse(40058, 'invalid Request Parameter. Warning: wrong json format.');
      const read = readAnswer(body, target.chat, switches);
      if ('errcode' in read) return read;
      open.delete(code);
      show(log, { target, shown: read, now });
      return TAKEN;
    },
  };
}

/** Words anywhere; a card in a 1:1 chat alone. */
function readAnswer(body: Json, chat: SeenChat, switches: Switches): Shown | Verdict {
  if (body.msgtype === 'template_card' && chat.kind === 'single') return readCard(body, 'bot', switches);
  if (body.msgtype === 'stream' && switches.responseUrlTakesStream)
    return { text: textAt(objectAt(body, 'stream'), 'content') };
  if (body.msgtype !== MARKDOWN.msgtype) return refuse(40008, 'invalid message type');
  const read = readContent(body, MARKDOWN);
  return 'errcode' in read ? read : { text: read.content };
}

/** In a group the answer quotes what it answers. */
function show(log: SeenLog, answer: { target: ResponseTarget; shown: Shown; now: Date }): void {
  const { chat, quote } = answer.target;
  const quoted = chat.kind === 'group' ? { quote } : {};
  log.add({ at: answer.now, chat, from: 'bot', via: 'response', ...answer.shown, ...quoted });
}
