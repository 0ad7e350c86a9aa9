import { encrypt as seal } from './cipher.ts';
import type { Refused } from './callback.ts';
import type { Credentials } from './credentials.ts';
import { signature } from './signature.ts';
import { cdata, parseXml, textOf } from './xml.ts';

/** Takes the `Encrypt` text out of the raw XML body of an app's callback (接收消息与事件). */
export function readAppBody(raw: Buffer | string): { ok: true; encrypt: string } | Refused {
  const root = parseXml(raw.toString());
  if (!root) return { ok: false, status: 400, problem: 'the body is not the XML of a callback' };
  const sealed = textOf(root, 'Encrypt')?.trim();
  if (!sealed) return { ok: false, status: 400, problem: 'the body has no Encrypt element' };
  return { ok: true, encrypt: sealed };
}

/** Seals a passive reply of the app into the XML of the HTTP answer; nonce and timestamp may be our own (被动回复消息格式). */
export function sealAppReply(reply: { credentials: Credentials; nonce: string; now: Date; xml: string }): string {
  const { credentials, nonce } = reply;
  const timestamp = String(Math.floor(reply.now.getTime() / 1000));
  const encrypt = seal(reply.xml, credentials);
  const signed = signature({ token: credentials.token, timestamp, nonce, encrypt });
  return `<xml><Encrypt>${cdata(encrypt)}</Encrypt><MsgSignature>${cdata(signed)}</MsgSignature><TimeStamp>${timestamp}</TimeStamp><Nonce>${cdata(nonce)}</Nonce></xml>`;
}
