import { randomUUID } from 'node:crypto';
import { encrypt } from '../../src/wecom/cipher.ts';
import { signature } from '../../src/wecom/signature.ts';
import type { Shot } from './load.ts';

const TEXT = '@帮企通 我们的技改贷款银行一直批不下来，设备款月底要付，请帮忙协调';
const PEOPLE = 500;

/** Callbacks as WeCom sends them, each a message of its own; strangers', so that a worker has little to do with them. */
export function sealShots(v: { bot: { token: string; aesKey: string }; origin: string; count: number }): Shot[] {
  const { token, aesKey } = v.bot;
  const timestamp = String(Math.floor(Date.now() / 1000));
  return Array.from({ length: v.count }, (_, i) => {
    const sealed = encrypt(JSON.stringify(messageOf(v.origin, i)), { aesKey, receiveid: '' });
    const nonce = String(1_000_000_000 + i);
    const signed = signature({ token, timestamp, nonce, encrypt: sealed });
    const path = `/wecom/bot?msg_signature=${signed}&timestamp=${timestamp}&nonce=${nonce}`;
    return { path, body: JSON.stringify({ encrypt: sealed }) };
  });
}

function messageOf(origin: string, i: number): object {
  const msgid = randomUUID();
  return {
    msgid,
    aibotid: 'aibBENCH',
    chatid: `wrBench${i % 50}`,
    chattype: 'group',
    from: { userid: `person${i % PEOPLE}` },
    response_url: `${origin}/cgi-bin/aibot/response?response_code=${msgid}`,
    msgtype: 'text',
    text: { content: TEXT },
  };
}
