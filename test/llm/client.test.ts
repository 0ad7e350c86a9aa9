import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MODEL_VIEW_JSON_SCHEMA } from '../../src/llm/view.ts';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { findClosedBase, openPlatform, openRawPlatform, type Platform, says } from '../wecom/platform.ts';
import { completion, INPUT, jsonObjectOnly, KEY, modelAt, sentTo, VIEW, views } from './model-server.ts';

const start = closedAfterEach(openPlatform);
const startRaw = closedAfterEach(openRawPlatform);

afterEach(() => {
  vi.restoreAllMocks();
});

/** A server that takes json_object alone and refuses json_schema with this answer. */
async function startWithoutSchema(refusal: Parameters<typeof jsonObjectOnly>[1]): Promise<Platform> {
  const server: Platform = await start((request, response) => jsonObjectOnly(() => server, refusal)(request, response));
  return server;
}

describe('a reading', () => {
  it('gives the view of the model', async () => {
    const server = await start(views(VIEW));
    expect(await modelAt(server.base).read(INPUT)).toEqual({ ok: true, view: VIEW });
  });

  it('takes a view in a fence', async () => {
    const server = await start(says(completion(`\`\`\`json\n${JSON.stringify(VIEW)}\n\`\`\``)));
    expect(await modelAt(server.base).read(INPUT)).toEqual({ ok: true, view: VIEW });
  });

  it('asks for a strict answer by the schema, without chance, with the key in the header', async () => {
    const server = await start(views(VIEW));
    await modelAt(server.base).read(INPUT);
    expect(server.received[0]).toMatchObject({ method: 'POST', headers: { authorization: `Bearer ${KEY}` } });
    expect(sentTo(server)[0]).toMatchObject({
      model: 'qwen-test',
      temperature: 0,
      messages: [{ role: 'system' }, { role: 'user' }],
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'model_view', strict: true, schema: MODEL_VIEW_JSON_SCHEMA },
      },
    });
  });

  it.each([
    ['/v1', '/v1/chat/completions'],
    ['/v1/', '/v1/chat/completions'],
    ['', '/chat/completions'],
    ['/openai?api-version=1', '/openai/chat/completions?api-version=1'],
  ])('of a base that ends with %j goes to %s', async (end, path) => {
    const server = await start(views(VIEW));
    await modelAt(server.base + end).read(INPUT);
    expect(server.received[0]?.url).toBe(path);
  });

  it('sends no Authorization when there is no key', async () => {
    const server = await start(views(VIEW));
    await modelAt(server.base, { apiKey: null }).read(INPUT);
    expect(server.received[0]?.headers['authorization']).toBeUndefined();
  });

  it('sends no personal number', async () => {
    const server = await start(views(VIEW));
    const text = '电话138-0000-1111或0312-3089777,身份证130681199001011234,wang@shenghong.cn,卡号6222021234567890123';
    await modelAt(server.base).read({ ...INPUT, text });
    const wire = server.received[0]?.body ?? '';
    expect(wire).toContain('〔电话〕或〔电话〕,身份证〔证件号〕,〔邮箱〕,卡号〔号码〕');
    expect(wire).not.toMatch(/138-?0000|3089777|19900101|shenghong|622202/);
  });

  it('sends no half of a number that stands where a long text is cut', async () => {
    const server = await start(views(VIEW));
    await modelAt(server.base).read({ ...INPUT, text: `${'难'.repeat(20_475)}13800001111` });
    expect(sentTo(server)[0].messages[1].content).not.toContain('1380');
  });
});

describe('a server that knows no json_schema', () => {
  it.each([
    ['names the field', says({ error: { message: "'response_format.type' is unsupported" } }, 400)],
    ['says it is unavailable', says({ error: { message: 'This response_format type is unavailable now' } }, 400)],
    ['sends 422', says({ detail: 'unknown variant `json_schema`' }, 422)],
  ])('is asked once more for a json_object when it %s', async (_how, refusal) => {
    const server = await startWithoutSchema(refusal);
    expect(await modelAt(server.base).read(INPUT)).toEqual({ ok: true, view: VIEW });
    expect(sentTo(server).map(({ response_format: format }) => format.type)).toEqual(['json_schema', 'json_object']);
  });

  it('is not asked a third time', async () => {
    const server = await start(says('response_format is unsupported', 400));
    expect(await modelAt(server.base).read(INPUT)).toEqual({ ok: false, why: 'http' });
    expect(server.received).toHaveLength(2);
  });

  it.each([
    ['a 400 for another reason', says('max_tokens is required', 400)],
    ['a 500 that names the field', says('response_format crashed', 500)],
  ])('is not recognised in %s', async (_what, refusal) => {
    const server = await start(refusal);
    expect(await modelAt(server.base).read(INPUT)).toEqual({ ok: false, why: 'http' });
    expect(server.received).toHaveLength(1);
  });

  it('gets no time of its own for the second try', async () => {
    const server = await startWithoutSchema(says('response_format is unsupported', 400));
    const timeout = vi.spyOn(AbortSignal, 'timeout');
    await modelAt(server.base, { timeoutMs: 4_321 }).read(INPUT);
    expect(server.received).toHaveLength(2);
    expect(timeout.mock.calls).toEqual([[4_321]]);
  });

  it('is given up when only its second answer is missing', async () => {
    const server: Platform = await start((_request, response) => {
      if (server.received.length === 1) response.writeHead(400).end('response_format is unsupported');
    });
    expect(await modelAt(server.base, { timeoutMs: 300 }).read(INPUT)).toEqual({ ok: false, why: 'timeout' });
    expect(server.received).toHaveLength(2);
  });
});

describe('a reading fails without an error', () => {
  it('by timeout when nothing is answered', async () => {
    const server = await start(() => {});
    expect(await modelAt(server.base, { timeoutMs: 50 }).read(INPUT)).toEqual({ ok: false, why: 'timeout' });
  });

  it('by timeout when the answer never ends', async () => {
    const server = await start((_request, response) => response.writeHead(200).write('{"choices":'));
    expect(await modelAt(server.base, { timeoutMs: 50 }).read(INPUT)).toEqual({ ok: false, why: 'timeout' });
  });

  it.each([301, 401, 404, 429, 500, 503])('by http for a status of %i, whatever its body says', async (status) => {
    const server = await start(says(completion(JSON.stringify(VIEW)), status));
    expect(await modelAt(server.base).read(INPUT)).toEqual({ ok: false, why: 'http' });
  });

  it('by http for a redirect, which is not followed', async () => {
    const server = await start((_request, response) => response.writeHead(307, { location: '/elsewhere' }).end());
    expect(await modelAt(server.base).read(INPUT)).toEqual({ ok: false, why: 'http' });
    expect(server.received).toHaveLength(1);
  });

  it('by http when nobody listens', async () => {
    expect(await modelAt(await findClosedBase()).read(INPUT)).toEqual({ ok: false, why: 'http' });
  });

  it('by http when the connection is cut', async () => {
    const server = await startRaw((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(await modelAt(server.base).read(INPUT)).toEqual({ ok: false, why: 'http' });
  });

  it('by http when the answer is over 64 KiB', async () => {
    const server = await start(says({ ...completion(JSON.stringify(VIEW)), padding: 'x'.repeat(65_536) }));
    expect(await modelAt(server.base).read(INPUT)).toEqual({ ok: false, why: 'http' });
  });

  it('by http when the answer is over 64 KiB only once unpacked', async () => {
    const packed = gzipSync(JSON.stringify({ ...completion(JSON.stringify(VIEW)), padding: 'x'.repeat(1_000_000) }));
    const server = await start((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed),
    );
    expect(packed.length).toBeLessThan(65_536);
    expect(await modelAt(server.base).read(INPUT)).toEqual({ ok: false, why: 'http' });
  });

  it.each([
    ['badJson', 'an answer that is no JSON', '<html>busy</html>'],
    ['badJson', 'an empty answer', ''],
    ['badJson', 'words instead of JSON', completion('这条消息是企业反映问题。')],
    ['badJson', 'JSON cut off', completion('{"intent":"report","problems":[')],
    ['badSchema', 'no choices', { choices: [] }],
    ['badSchema', 'no content', { choices: [{ message: { content: null } }] }],
    ['badSchema', 'an unknown category', completion(JSON.stringify(VIEW).replace('要素保障', '水电气'))],
    ['refused', 'a refusal', { choices: [{ message: { content: null, refusal: 'I cannot.' } }] }],
    ['refused', 'a filter', { choices: [{ finish_reason: 'content_filter', message: { content: '{}' } }] }],
  ])('by %s for %s', async (why, _what, body) => {
    const server = await start(says(body));
    expect(await modelAt(server.base).read(INPUT)).toEqual({ ok: false, why });
  });
});

describe('an address that cannot be used', () => {
  it.each(['', 'api.example.com/v1', 'ftp://127.0.0.1/v1', `http://me:${KEY}@127.0.0.1/v1`])(
    'is refused at opening without being repeated: %j',
    (baseUrl) => {
      expect(() => modelAt(baseUrl)).toThrow(/^The address of the language model must be/);
      expect(() => modelAt(baseUrl)).not.toThrow(KEY);
    },
  );

  it('shows nothing of a model that was opened', () => {
    expect(inspect(modelAt('http://127.0.0.1:9'), { depth: null, showHidden: true })).not.toContain(KEY);
  });
});
