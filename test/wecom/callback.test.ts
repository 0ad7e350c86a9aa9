import { describe, expect, it } from 'vitest';
import { openCallback, openVerification, readBotBody, sealReply } from '../../src/wecom/callback.ts';
import { decrypt, encrypt } from '../../src/wecom/cipher.ts';
import { signature } from '../../src/wecom/signature.ts';
import { buildCredentials } from './credentials.ts';
import { getVector, HAS_VECTORS, VECTORS, type Vector } from './vectors.ts';

const CREDENTIALS = buildCredentials();
const NOW = new Date('2026-11-27T09:00:00+08:00');
const NONCE = 'nonce-1';

function secondsOf(time: Date) {
  return String(Math.floor(time.getTime() / 1000));
}

function buildCall({ sent = NOW, text = '{"msgid":"1"}' }: { sent?: Date; text?: string } = {}) {
  const sealed = encrypt(text, CREDENTIALS);
  const timestamp = secondsOf(sent);
  const signed = signature({ token: CREDENTIALS.token, timestamp, nonce: NONCE, encrypt: sealed });
  const query = `msg_signature=${signed}&timestamp=${timestamp}&nonce=${NONCE}`;
  return { credentials: CREDENTIALS, query, encrypt: sealed, now: NOW };
}

function shifted(ms: number) {
  return new Date(NOW.getTime() + ms);
}

function callOf(vector: Vector) {
  const { token, encodingAESKey: aesKey, receiveid, timestamp, nonce } = vector;
  const echostr = encodeURIComponent(vector.encrypt);
  return {
    credentials: { token, aesKey, receiveid },
    query: `msg_signature=${vector.msg_signature}&timestamp=${timestamp}&nonce=${nonce}&echostr=${echostr}`,
    encrypt: vector.encrypt,
    now: new Date(Number(timestamp) * 1000),
  };
}

describe('openCallback', () => {
  it('opens a callback of now and gives the nonce for the answer', () => {
    expect(openCallback(buildCall())).toEqual({ ok: true, plaintext: '{"msgid":"1"}', nonce: NONCE });
  });

  it.each([-300_000, 300_000])('takes a timestamp that is %i ms off', (ms) => {
    expect(openCallback(buildCall({ sent: shifted(ms) }))).toMatchObject({ ok: true });
  });

  it.each([-301_000, 301_000])('refuses with 403 a timestamp that is %i ms off', (ms) => {
    expect(openCallback(buildCall({ sent: shifted(ms) }))).toMatchObject({ ok: false, status: 403 });
  });

  it('refuses with 403 a body that was not signed', () => {
    const call = { ...buildCall(), encrypt: encrypt('{"msgid":"2"}', CREDENTIALS) };
    expect(openCallback(call)).toMatchObject({ status: 403, problem: expect.stringContaining('signature') });
  });

  it('refuses with 403 an envelope of another receiveid although it is signed', () => {
    const call = { ...buildCall(), credentials: buildCredentials({ receiveid: 'wwOWN' }) };
    expect(openCallback(call)).toMatchObject({ status: 403, problem: expect.stringContaining('receiveid') });
  });

  it.each([
    ['is empty', ''],
    ['lacks the signature', `timestamp=${secondsOf(NOW)}&nonce=1`],
    ['has a timestamp in words', `msg_signature=${'a'.repeat(40)}&timestamp=now&nonce=1`],
    ['has an endless nonce', `msg_signature=${'a'.repeat(40)}&timestamp=1&nonce=${'1'.repeat(65)}`],
    ['does not decode', `msg_signature=%E0%A4%A&timestamp=1&nonce=1`],
    ['names the nonce twice', `msg_signature=${'a'.repeat(40)}&timestamp=1&nonce=1&nonce=2`],
  ])('refuses with 400 a query that %s', (_what, query) => {
    expect(openCallback({ ...buildCall(), query })).toMatchObject({ ok: false, status: 400 });
  });

  it('keeps every secret out of its problems', () => {
    const problems = JSON.stringify([
      openCallback({ ...buildCall(), query: '' }),
      openCallback({ ...buildCall(), encrypt: 'x' }),
      openCallback({ ...buildCall(), credentials: buildCredentials({ receiveid: 'wwOWN' }) }),
    ]);
    expect(problems).not.toContain(CREDENTIALS.token);
    expect(problems).not.toContain(CREDENTIALS.aesKey);
  });
});

describe('openVerification', () => {
  it('refuses with 400 a query without an echostr', () => {
    expect(openVerification(buildCall())).toMatchObject({ ok: false, status: 400 });
  });

  it('keeps a literal plus of the echostr', () => {
    const sealed = encrypt('5629834759201837465', CREDENTIALS, Buffer.from('0123456789abcdef'));
    const call = buildCall();
    const timestamp = secondsOf(NOW);
    const signed = signature({ token: CREDENTIALS.token, timestamp, nonce: NONCE, encrypt: sealed });
    const query = `msg_signature=${signed}&timestamp=${timestamp}&nonce=${NONCE}&echostr=${sealed}`;
    expect(sealed).toContain('+');
    expect(openVerification({ ...call, query })).toMatchObject({ ok: true, plaintext: '5629834759201837465' });
  });
});

describe('readBotBody', () => {
  it.each(['{"encrypt":"abc"}', '{"Encrypt":"abc"}'])('takes the encrypt text of %s', (raw) => {
    expect(readBotBody(Buffer.from(raw))).toEqual({ ok: true, encrypt: 'abc' });
  });

  it.each(['', 'no json', 'null', '[]', '"text"', '{}', '{"encrypt":1}', '{"encrypt":""}', '<xml></xml>'])(
    'refuses %j with 400',
    (raw) => {
      expect(readBotBody(raw)).toMatchObject({ ok: false, status: 400 });
    },
  );
});

describe('sealReply', () => {
  it('gives an envelope with the nonce of the call and a timestamp that is a number', () => {
    const body = sealReply({ credentials: CREDENTIALS, nonce: NONCE, now: NOW, message: { msgtype: 'stream' } });
    const envelope = JSON.parse(body);
    expect(Object.keys(envelope).toSorted()).toEqual(['encrypt', 'msgsignature', 'nonce', 'timestamp']);
    expect(envelope).toMatchObject({ nonce: NONCE, timestamp: Number(secondsOf(NOW)) });
    expect(decrypt(envelope.encrypt, CREDENTIALS)).toEqual({ ok: true, plaintext: '{"msgtype":"stream"}' });
  });

  it('signs what it gives', () => {
    const body = sealReply({ credentials: CREDENTIALS, nonce: NONCE, now: NOW, message: {} });
    const { encrypt: sealed, msgsignature, timestamp, nonce } = JSON.parse(body);
    const parts = { token: CREDENTIALS.token, timestamp: String(timestamp), nonce, encrypt: sealed };
    expect(msgsignature).toBe(signature(parts));
  });
});

describe.skipIf(!HAS_VECTORS)('callbacks, by the shared vectors', () => {
  const verifications = [...VECTORS.official, ...VECTORS.generated].filter(
    (vector) => vector.kind === 'url_verification',
  );
  const callbacks = VECTORS.generated.filter((vector) => vector.kind === 'aibot_callback_json');

  it.each(verifications)('echoes $name', (vector) => {
    expect(openVerification(callOf(vector))).toMatchObject({ ok: true, plaintext: vector.plaintext });
  });

  it('echoes the raw query of gen-aibot-verify-url', () => {
    const vector = getVector('gen-aibot-verify-url');
    const call = { ...callOf(vector), query: vector.request_query };
    expect(openVerification(call)).toMatchObject({ ok: true, plaintext: '5629834759201837465' });
  });

  it.each(callbacks)('opens the body of $name', (vector) => {
    const body = readBotBody(vector.http_body);
    const encrypted = body.ok ? body.encrypt : '';
    expect(openCallback({ ...callOf(vector), encrypt: encrypted })).toMatchObject({ plaintext: vector.plaintext });
  });

  it.each(VECTORS.negative.filter((vector) => vector.encrypt !== undefined))('refuses $name with 403', (vector) => {
    const call = callOf({ ...getVector('gen-empty-json'), ...vector });
    expect(openCallback(call)).toMatchObject({ ok: false, status: 403 });
  });
});
