import { describe, expect, it } from 'vitest';
import { buildWecomClient } from '../../src/wecom/client.ts';
import { readFilename } from '../../src/wecom/disposition.ts';
import { MediaExpired } from '../../src/wecom/errors.ts';
import { openMedia, sealMedia } from '../../src/wecom/media-cipher.ts';
import { isAllowedHost, isPrivateAddress } from '../../src/wecom/public-host.ts';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { appClientOf } from './app-platform.ts';
import { buildCredentials } from './credentials.ts';
import { failureOf } from './failure-of.ts';
import { openPlatform, says } from './platform.ts';
import { HAS_VECTORS, VECTORS } from './vectors.ts';

const { aesKey } = buildCredentials();
const start = closedAfterEach(openPlatform);
const FILE = Buffer.from('整改方案', 'utf8');

function clientOf(base: string, mediaHosts?: string[]) {
  return buildWecomClient({ base, timeoutMs: 5_000, ...(mediaHosts && { mediaHosts }) });
}

describe('downloadMedia', () => {
  it('opens what the platform has sealed, and names it', async () => {
    const disposition = `attachment; filename="x.pdf"; filename*=UTF-8''${encodeURIComponent('整改 方案.pdf')}`;
    const platform = await start((_request, response) =>
      response.writeHead(200, { 'Content-Disposition': disposition }).end(sealMedia(FILE, aesKey)),
    );
    const read = await clientOf(platform.base).downloadMedia(`${platform.base}/m/1?sign=s`, {
      aesKey,
      maxBytes: 1_000,
    });
    expect(read).toEqual({ bytes: FILE, filename: '整改 方案.pdf' });
  });

  it('gives the bytes as they came where there is no key', async () => {
    const platform = await start(says('plain'));
    const read = await clientOf(platform.base).downloadMedia(`${platform.base}/m/1`, { maxBytes: 1_000 });
    expect(read).toEqual({ bytes: Buffer.from('plain'), filename: null });
  });

  it.each([403, 404])('says of HTTP %i that the link is over', async (status) => {
    const platform = await start(says('no', status));
    const failure = await failureOf(clientOf(platform.base).downloadMedia(`${platform.base}/m/1`, { maxBytes: 9 }));
    expect(failure).toBeInstanceOf(MediaExpired);
    expect(failure).toMatchObject({ retryable: false, outcome: 'refused' });
  });

  it.each([
    [302, false],
    [503, true],
  ])('gives up on HTTP %i, retryable %s', async (status, retryable) => {
    const platform = await start(says('no', status));
    const failure = await failureOf(clientOf(platform.base).downloadMedia(`${platform.base}/m/1`, { maxBytes: 9 }));
    expect(failure).not.toBeInstanceOf(MediaExpired);
    expect(failure).toMatchObject({ retryable });
  });

  it('reads no more than it is told to, whatever length is announced', async () => {
    const platform = await start((_request, response) => response.writeHead(200).end(Buffer.alloc(5_000)));
    const failure = await failureOf(clientOf(platform.base).downloadMedia(`${platform.base}/m`, { maxBytes: 4_999 }));
    expect(failure).toMatchObject({ retryable: false });
    expect(failure.message).toContain('4999 bytes');
  });

  it('refuses bytes that do not open', async () => {
    const platform = await start(says('x'.repeat(32)));
    const reading = clientOf(platform.base).downloadMedia(`${platform.base}/m`, { aesKey, maxBytes: 100 });
    expect((await failureOf(reading)).message).toContain('EncodingAESKey');
  });

  it.each([
    'http://cdn.myqcloud.com/a?sign=5ec2e7',
    'https://evil.example/a?sign=5ec2e7',
    'https://myqcloud.com.evil.example/a',
    'https://127.0.0.1/a',
    'https://[::1]/a',
    'file:///etc/passwd',
    'nonsense',
  ])('does not follow %s', async (link) => {
    const failure = await failureOf(clientOf('https://qyapi.weixin.qq.com').downloadMedia(link, { maxBytes: 9 }));
    expect(failure).toMatchObject({ outcome: 'unsent', retryable: false });
    expect(String(failure.stack)).not.toContain('5ec2e7');
  });

  it('does not reach an address of our own through a name on the list', async () => {
    const client = clientOf('https://qyapi.weixin.qq.com', ['localhost']);
    const failure = await failureOf(client.downloadMedia('https://localhost:9/a', { maxBytes: 9 }));
    expect(failure).toMatchObject({ outcome: 'unsent', retryable: false });
    expect(failure.message).toContain('EPRIVATE');
  });
});

describe('getMedia', () => {
  const token = { errcode: 0, access_token: 'T', expires_in: 7200 };

  function mediaPlatform(headers: Record<string, string>, body: string) {
    return start((request, response) => {
      if (request.url?.startsWith('/cgi-bin/gettoken')) response.end(JSON.stringify(token));
      else response.writeHead(200, headers).end(body);
    });
  }

  it('gives the file with its name', async () => {
    const platform = await mediaPlatform({ 'Content-Disposition': 'attachment; filename="a.json"' }, '{"errcode":1}');
    const read = await appClientOf(platform.base).app.getMedia('M1', { maxBytes: 1_000 });
    expect(read).toEqual({ bytes: Buffer.from('{"errcode":1}'), filename: 'a.json' });
  });

  it('knows a refusal in place of a file by its type', async () => {
    const platform = await mediaPlatform({ 'Content-Type': 'application/json; charset=UTF-8' }, '{"errcode":40007}');
    const failure = await failureOf(appClientOf(platform.base).app.getMedia('M1', { maxBytes: 1_000 }));
    expect(failure).toMatchObject({ errcode: 40007, endpoint: '/cgi-bin/media/get', retryable: false });
  });

  it('reads no more than it is told to', async () => {
    const platform = await mediaPlatform({ 'Content-Disposition': 'attachment' }, 'x'.repeat(1_001));
    const failure = await failureOf(appClientOf(platform.base).app.getMedia('M1', { maxBytes: 1_000 }));
    expect(failure).toMatchObject({ retryable: false, message: expect.stringContaining('1000 bytes') });
  });
});

describe('readFilename', () => {
  it.each([
    ['attachment; filename="a.pdf"', 'a.pdf'],
    ['attachment; filename=a.pdf', 'a.pdf'],
    [`attachment; filename="a.pdf"; filename*=utf-8'zh'%E6%B8%85%E5%8D%95.pdf`, '清单.pdf'],
    [`attachment; filename="${Buffer.from('清单.pdf').toString('latin1')}"`, '清单.pdf'],
    ['attachment; filename="%E6%B8%85%E5%8D%95.pdf"', '清单.pdf'],
    ['attachment; filename="a \\"b\\".pdf"', 'a "b".pdf'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    [`attachment; filename*=UTF-8''%E6%A`, null],
    ['attachment; filename=".."', null],
    ['inline', null],
  ])('reads %j as %j', (header, name) => {
    expect(readFilename(header)).toBe(name);
  });
});

describe('openMedia', () => {
  it.each([0, 1, 15, 16, 31, 32, 33])('opens %i bytes that were sealed', (length) => {
    const bytes = Buffer.alloc(length, 7);
    expect(openMedia(sealMedia(bytes, aesKey), aesKey)).toEqual(bytes);
  });

  it.each([Buffer.alloc(0), Buffer.alloc(15), Buffer.alloc(32)])('refuses %j', (sealed) => {
    expect(openMedia(sealed, aesKey)).toBeNull();
  });

  it('refuses a key that is not 32 bytes', () => {
    expect(openMedia(Buffer.alloc(32), 'short')).toBeNull();
    expect(() => sealMedia(FILE, 'short')).toThrow(/32 bytes/);
  });
});

describe.skipIf(!HAS_VECTORS)('files, by the shared vectors', () => {
  it.each(VECTORS.media)('opens and seals $name', (vector) => {
    const bytes = Buffer.from(vector.plaintext_hex, 'hex');
    for (const key of [vector.aeskey_base64, vector.encodingAESKey_equivalent]) {
      expect(openMedia(Buffer.from(vector.ciphertext_base64, 'base64'), key)).toEqual(bytes);
      expect(sealMedia(bytes, key).toString('base64')).toBe(vector.ciphertext_base64);
    }
  });
});

describe('hosts', () => {
  it.each([
    '10.1.2.3',
    '127.0.0.1',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '100.64.0.1',
    '224.0.0.1',
  ])('counts %s as our own', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(['::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1'])('counts %s as our own', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(['140.207.54.80', '172.32.0.1', '2402:4e00::1'])('counts %s as public', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });

  it('fits a wildcard to what lies below it alone', () => {
    const list = ['*.qq.com', 'cdn.example'];
    expect(['a.qq.com', 'a.b.qq.com', 'cdn.example'].map((host) => isAllowedHost(host, list))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['qq.com', 'aqq.com', 'a.cdn.example'].map((host) => isAllowedHost(host, list))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
