import { decrypt } from '../../wecom/cipher.ts';
import { isSigned } from '../../wecom/signature.ts';
import { type Json, parseJson } from './content.ts';
import type { Delivery, Service } from './deliver.ts';
import { checkMessage, type Trigger } from './passive-message.ts';

/** What the service answered passively: a message, nothing (null), or something that the platform would not take. */
export type PassiveReply = { problem: null; message: Json | null } | { problem: string };

const KEYS = ['encrypt', 'msgsignature', 'nonce', 'timestamp'];

/** Checks the answer to a callback to the letter: HTTP 200, empty or an envelope of the callback's own nonce (被动回复消息). */
export function checkReply(delivery: Delivery, trigger: Trigger, service: Service): PassiveReply {
  const { status, body } = delivery;
  if (status === 0) return { problem: body };
  if (status !== 200) return { problem: `HTTP ${status} instead of 200` };
  if (body === '') return { problem: null, message: null };
  const opened = openEnvelope(parseJson(body), delivery.nonce, service);
  if ('problem' in opened) return opened;
  const message = parseJson(opened.plaintext);
  if (!message) return { problem: 'the envelope holds no JSON object' };
  // The platform's own plugin says "nothing" with an empty object.
  if (Object.keys(message).length === 0) return { problem: null, message: null };
  const problem = checkMessage(message, trigger);
  return problem ? { problem } : { problem: null, message };
}

function openEnvelope(
  envelope: Json | null,
  nonce: string,
  service: Service,
): { plaintext: string } | { problem: string } {
  if (!envelope) return { problem: 'the body is neither empty nor a JSON object' };
  const { encrypt, msgsignature, timestamp } = envelope;
  if (Object.keys(envelope).toSorted().join() !== KEYS.join())
    return { problem: `the keys are not ${KEYS.join(', ')}` };
  if (envelope.nonce !== nonce) return { problem: 'the nonce is not the one of the callback' };
  if (typeof timestamp !== 'number' || !Number.isSafeInteger(timestamp))
    return { problem: 'the timestamp is not a number' };
  if (typeof encrypt !== 'string' || typeof msgsignature !== 'string')
    return { problem: 'encrypt or msgsignature is no text' };
  const parts = { token: service.token, timestamp: String(timestamp), nonce, encrypt };
  if (!isSigned(parts, msgsignature)) return { problem: 'the signature does not match' };
  const opened = decrypt(encrypt, { aesKey: service.aesKey, receiveid: '' });
  return opened.ok ? { plaintext: opened.plaintext } : { problem: opened.problem };
}
