import { randomBytes } from 'node:crypto';
import { type Json, readContent } from './content.ts';
import type { SeenChat, SeenLog } from './seen.ts';
import { refuse, TAKEN, type Verdict } from './verdict.ts';

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
  take(request: { code: string; body: Json | null; now: Date }): Verdict;
}

const LIFE_MS = 3_600_000;
const RULE = { msgtype: 'markdown', maxBytes: 20_480, emptyCode: 40063 };

/** Builds the codes over the log in which their answers appear. */
export function buildResponseCodes(log: SeenLog): ResponseCodes {
  const open = new Map<string, ResponseTarget>();
  return {
    issue(target) {
      const code = randomBytes(24).toString('base64url');
      open.set(code, target);
      return code;
    },
    take({ code, body, now }) {
      const target = open.get(code);
      // The platform's own code for a used or expired address is not documented.
      if (!target) return refuse(40058, 'invalid response_code. invalid Request Parameter');
      if (now.getTime() - target.issuedAt.getTime() > LIFE_MS) return refuse(40058, 'response_code expired');
      if (!body) return refuse(40058, 'invalid Request Parameter. Warning: wrong json format.');
      if (body.msgtype !== RULE.msgtype) return refuse(40008, 'invalid message type');
      const read = readContent(body, RULE);
      if ('errcode' in read) return read;
      open.delete(code);
      show(log, { target, text: read.content, now });
      return TAKEN;
    },
  };
}

/** In a group the answer quotes what it answers. */
function show(log: SeenLog, answer: { target: ResponseTarget; text: string; now: Date }): void {
  const { chat, quote } = answer.target;
  const quoted = chat.kind === 'group' ? { quote } : {};
  log.add({ at: answer.now, chat, from: 'bot', text: answer.text, via: 'response', ...quoted });
}
