import { randomInt } from 'node:crypto';
import { encrypt } from '../../wecom/cipher.ts';
import { signature } from '../../wecom/signature.ts';

/** The service under the simulator: its callback address, its credentials and the name of its bot. */
export interface Service {
  url: string;
  token: string;
  aesKey: string;
  botName: string;
}

/** Where callbacks of one kind go and how they are sealed; an app's are meant for its corp, a bot's for nobody by name. */
export type Address = Pick<Service, 'url' | 'token' | 'aesKey'> & { receiveid?: string };

/** What a callback got: an HTTP answer, or with status 0 why there was none in time. */
export interface Delivery {
  status: number;
  body: string;
  /** Nonce of the request, which an answer must repeat. */
  nonce: string;
}

/** One HTTP call to the service. */
export interface Call {
  service: Address;
  now: Date;
  deadlineMs: number;
}

/** Seals a body and posts it as the platform does; each delivery has its own nonce, timestamp and ciphertext. */
export async function deliver(call: Call, message: object): Promise<Delivery> {
  const { encrypted, nonce, address } = seal(call, JSON.stringify(message));
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ encrypt: encrypted }),
  };
  return { ...(await request(address, init, call.deadlineMs)), nonce };
}

/** Seals the XML of an app's callback and posts it in its own envelope (接收消息与事件). */
export async function deliverXml(call: Call, xml: string, envelope: (encrypted: string) => string): Promise<Delivery> {
  const { encrypted, nonce, address } = seal(call, xml);
  const init = { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body: envelope(encrypted) };
  return { ...(await request(address, init, call.deadlineMs)), nonce };
}

/** Asks the service for the echo of a text, as the platform does when somebody saves a callback address. */
export async function requestEcho(call: Call, text: string): Promise<Delivery> {
  const { encrypted, nonce, address } = sealEcho(call, text);
  const echo = `${address}&echostr=${encodeURIComponent(encrypted)}`;
  return { ...(await request(echo, { method: 'GET' }, call.deadlineMs)), nonce };
}

/** An echostr must try out the service's decoding: it holds each of the three characters that go wrong. */
function sealEcho(call: Call, text: string): Sealed {
  const sealed = seal(call, text);
  return /\+/.test(sealed.encrypted) && /\//.test(sealed.encrypted) ? sealed : sealEcho(call, text);
}

interface Sealed {
  encrypted: string;
  nonce: string;
  address: string;
}

function seal({ service, now }: Call, text: string): Sealed {
  const encrypted = encrypt(text, { aesKey: service.aesKey, receiveid: service.receiveid ?? '' });
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const nonce = String(randomInt(1_000_000_000, 9_999_999_999));
  const signed = signature({ token: service.token, timestamp, nonce, encrypt: encrypted });
  const joint = service.url.includes('?') ? '&' : '?';
  const address = `${service.url}${joint}msg_signature=${signed}&timestamp=${timestamp}&nonce=${nonce}`;
  return { encrypted, nonce, address };
}

async function request(
  address: string,
  init: RequestInit,
  deadlineMs: number,
): Promise<{ status: number; body: string }> {
  const signal = AbortSignal.timeout(deadlineMs);
  try {
    const answer = await fetch(address, { ...init, redirect: 'manual', signal });
    return { status: answer.status, body: await answer.text() };
  } catch {
    const reason = signal.aborted ? `no answer within ${deadlineMs} ms` : 'the service could not be reached';
    return { status: 0, body: reason };
  }
}
