import { randomInt } from 'node:crypto';
import * as wecom from '@wecom/crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Message } from './message.ts';

const AGAIN_MS = 100;
const GIVE_UP_MS = 180_000;

/** What a delivery needs to know at the moment of each attempt. */
export interface Line {
  bot: { token: string; aesKey: string };
  /** A process of the service; another one each time, where there are several. */
  url(): string;
  /** The service's clock, which the timestamp must be near. */
  now(): Date;
  responseUrl(msgid: string): string;
}

/**
 * Delivers a message until it is acknowledged with 200, sealed anew each time by WeCom's own library.
 * @returns how many attempts were not acknowledged. @throws when the service takes it for malformed or never answers.
 */
export async function deliver(message: Message, line: Line): Promise<number> {
  const plaintext = JSON.stringify(bodyOf(message, line));
  for (let missed = 0, deadline = Date.now() + GIVE_UP_MS; Date.now() < deadline; missed += 1) {
    const status = await post(plaintext, line);
    if (status === 200) return missed;
    if (status === 400 || status === 404) throw new Error(`the service answered ${status} to ${message.text}`);
    await delay(AGAIN_MS);
  }
  throw new Error(`no service took the message within ${GIVE_UP_MS / 1000} s: ${message.text}`);
}

async function post(plaintext: string, line: Line): Promise<number> {
  const { token, aesKey } = line.bot;
  const encrypt = wecom.encrypt(aesKey, plaintext, '');
  const timestamp = Math.floor(line.now().getTime() / 1000);
  const nonce = String(randomInt(1_000_000_000, 9_999_999_999));
  const signature = wecom.getSignature(token, timestamp, nonce, encrypt);
  const query = `msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`;
  try {
    const response = await fetch(`${line.url()}/wecom/bot?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ encrypt }),
    });
    // A passive answer says that the message could not be kept and is to be sent again.
    return (await response.text()) === '' ? response.status : 503;
  } catch {
    return 0;
  }
}

function bodyOf(message: Message, line: Line): object {
  const { by, botChatid } = message;
  return {
    msgid: message.msgid,
    aibotid: 'aibCHAOS',
    ...(botChatid ? { chatid: botChatid, chattype: 'group' } : { chattype: 'single' }),
    from: { userid: by.userid, ...(by.corpid ? { corpid: by.corpid } : {}) },
    response_url: line.responseUrl(message.msgid),
    msgtype: 'text',
    text: { content: botChatid ? `@帮企通 ${message.text}` : message.text },
  };
}
