import * as official from '@wecom/crypto';
import { describe, expect, it } from 'vitest';
import { openCallback, openVerification, readBotBody, sealReply } from '../../src/wecom/callback.ts';
import { buildCredentials } from './credentials.ts';

const NOW = new Date('2026-11-27T09:00:00+08:00');
const TIMESTAMP = String(NOW.getTime() / 1000);
const NONCE = '1234567890';

/** A callback as the unmodified @wecom/crypto makes it. */
function made(text: string, { token, aesKey, receiveid } = buildCredentials()) {
  const encrypt = official.encrypt(aesKey, text, receiveid);
  const signed = official.getSignature(token, TIMESTAMP, NONCE, encrypt);
  return { encrypt, query: `msg_signature=${signed}&timestamp=${TIMESTAMP}&nonce=${NONCE}` };
}

describe('the unmodified @wecom/crypto and our callbacks', () => {
  it.each(['', 'wwSIMCORP'])('makes a callback for the receiveid %j that we open', (receiveid) => {
    const credentials = buildCredentials({ receiveid });
    const { encrypt, query } = made('{"msgid":"1","text":{"content":"缺变压器😀"}}', credentials);
    const body = readBotBody(JSON.stringify({ encrypt }));
    const sealed = body.ok ? body.encrypt : '';
    expect(openCallback({ credentials, query, encrypt: sealed, now: NOW })).toEqual({
      ok: true,
      plaintext: '{"msgid":"1","text":{"content":"缺变压器😀"}}',
      nonce: NONCE,
    });
  });

  it('makes an echo that we read', () => {
    const { encrypt, query } = made('5629834759201837465');
    const asked = `${query}&echostr=${encodeURIComponent(encrypt)}`;
    const opened = openVerification({ credentials: buildCredentials(), query: asked, now: NOW });
    expect(opened).toMatchObject({ ok: true, plaintext: '5629834759201837465' });
  });

  it('opens the answer that we seal, and signs it alike', () => {
    const credentials = buildCredentials();
    const message = { msgtype: 'stream', stream: { id: 'S1', finish: true, content: '已受理' } };
    const reply = JSON.parse(sealReply({ credentials, nonce: NONCE, now: NOW, message }));
    const signed = official.getSignature(credentials.token, reply.timestamp, reply.nonce, reply.encrypt);
    expect(reply.msgsignature).toBe(signed);
    expect(JSON.parse(official.decrypt(credentials.aesKey, reply.encrypt).message)).toEqual(message);
  });
});
