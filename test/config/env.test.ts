import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { envSchema, EnvironmentProblem, loadConfig } from '../../config/env.ts';

const TOKEN = 'tokenOfTheTest';
const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';

/** The sentences that refuse an environment; empty when it is taken. */
function problems(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentProblem) return error.problems;
    throw error;
  }
}

describe('loadConfig', () => {
  it('needs nothing: every variable has its default', () => {
    expect(loadConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      role: 'all',
      dataDir: '.data',
      mongodbUri: null,
      redisUrl: null,
      wecomApiBase: 'https://qyapi.weixin.qq.com',
      bot: null,
      botName: '帮企通',
      consoleUrl: 'http://127.0.0.1:3000',
      sandbox: false,
      logLevel: 'info',
    });
  });

  it('takes an empty value for unset, as a copied .env.example has them', () => {
    expect(loadConfig({ PORT: '', MONGODB_URI: '', WECOM_BOT_TOKEN: '' })).toEqual(loadConfig({}));
  });

  it('is frozen', () => {
    expect(Object.isFrozen(loadConfig({}))).toBe(true);
  });

  it('ignores variables of other programs', () => {
    expect(problems({ PATH: '/bin', NODE_ENV: 'test', MONGODB: 'x' })).toEqual([]);
  });

  it('knows the bot’s channel by token and key together', () => {
    expect(loadConfig({ WECOM_BOT_TOKEN: TOKEN, WECOM_BOT_AES_KEY: AES_KEY }).bot).toEqual({
      token: TOKEN,
      aesKey: AES_KEY,
    });
    expect(problems({ WECOM_BOT_TOKEN: TOKEN })).toEqual([expect.stringContaining('set both, or neither')]);
    expect(problems({ WECOM_BOT_AES_KEY: AES_KEY })).toEqual([expect.stringContaining('set both, or neither')]);
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'eighty'],
    ['ROLE', 'both'],
    ['MONGODB_URI', 'localhost:27017'],
    ['REDIS_URL', 'http://localhost'],
    ['WECOM_API_BASE', 'qyapi.weixin.qq.com'],
    ['CONSOLE_URL', 'ftp://x'],
    ['SANDBOX', 'yes'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s with a sentence that names it and says what to do', (name, value) => {
    const sentences = problems({ [name]: value });
    expect(sentences).toEqual([expect.stringMatching(new RegExp(`^${name} has a bad value .*correct it`))]);
    expect(sentences[0]).not.toContain(value);
  });

  it('never repeats a secret that is malformed', () => {
    const sentences = problems({ WECOM_BOT_TOKEN: TOKEN, WECOM_BOT_AES_KEY: 'tooShortButSecret' });
    expect(sentences.join()).toContain('WECOM_BOT_AES_KEY');
    expect(sentences.join()).not.toContain('tooShortButSecret');
  });

  it('lists every problem at once', () => {
    expect(problems({ PORT: 'x', ROLE: 'y', WECOM_TYPO: 'z' })).toHaveLength(3);
  });

  it('refuses a WECOM_ name that it does not know: a typing mistake would switch a channel off', () => {
    expect(problems({ WECOM_BOT_TOKN: TOKEN })).toEqual([
      expect.stringMatching(/^WECOM_BOT_TOKN is not a setting .*correct its name or remove it/),
    ]);
  });

  it('knows the app by its four settings and the corp together', () => {
    const app = {
      WECOM_APP_AGENT_ID: '1000002',
      WECOM_APP_SECRET: 'secretOfTheTest',
      WECOM_APP_TOKEN: TOKEN,
      WECOM_APP_AES_KEY: AES_KEY,
    };
    expect(loadConfig({ ...app, WECOM_CORP_ID: 'wwOWN' }).app).toEqual({
      corpId: 'wwOWN',
      agentId: 1000002,
      secret: 'secretOfTheTest',
      token: TOKEN,
      aesKey: AES_KEY,
    });
    expect(problems(app)).toEqual([expect.stringContaining('WECOM_CORP_ID belong together')]);
    expect(problems({ WECOM_APP_AGENT_ID: '1' })).toEqual([expect.stringContaining('belong together: set all')]);
    expect(problems({ ...app, WECOM_CORP_ID: 'ww', WECOM_APP_AGENT_ID: 'one' })).toEqual([
      expect.stringMatching(/^WECOM_APP_AGENT_ID has a bad value/),
    ]);
  });
});

describe('loadConfig with SANDBOX=1', () => {
  it('has the simulator unless a base on this machine is given', () => {
    expect(loadConfig({ SANDBOX: '1' })).toMatchObject({ sandbox: true, wecomApiBase: null });
    expect(loadConfig({ SANDBOX: '1', WECOM_API_BASE: 'http://127.0.0.1:9' }).wecomApiBase).toBe('http://127.0.0.1:9');
  });

  it.each(['http://localhost:8080', 'http://[::1]:8080', 'http://127.1.2.3'])('takes %s', (base) => {
    expect(problems({ SANDBOX: '1', WECOM_API_BASE: base })).toEqual([]);
  });

  it.each([
    'https://qyapi.weixin.qq.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://10.0.0.1',
  ])('refuses %s: a moved clock must not reach real people', (base) => {
    expect(problems({ SANDBOX: '1', WECOM_API_BASE: base })).toEqual([expect.stringContaining('set SANDBOX=0')]);
  });
});

describe('loadConfig with the long connection', () => {
  const line = { WECOM_BOT_ID: 'aib1', WECOM_BOT_SECRET: 'the-secret' };

  it('goes to the platform unless an address is given', () => {
    expect(loadConfig(line).connection).toEqual({
      botId: 'aib1',
      secret: 'the-secret',
      url: 'wss://openws.work.weixin.qq.com',
    });
    expect(loadConfig({ ...line, WECOM_BOT_WS_URL: 'wss://proxy.example' }).connection?.url).toBe(
      'wss://proxy.example',
    );
    expect(loadConfig({}).connection).toBeNull();
  });

  it('has the simulator in a sandbox', () => {
    expect(loadConfig({ ...line, SANDBOX: '1' }).connection?.url).toBeNull();
  });

  it('refuses a half of it', () => {
    expect(problems({ WECOM_BOT_ID: 'aib1' })).toEqual([expect.stringContaining('set both, or neither')]);
  });

  it('refuses to start with the callback besides, and says which to remove', () => {
    const both = { ...line, WECOM_BOT_TOKEN: TOKEN, WECOM_BOT_AES_KEY: AES_KEY };
    expect(problems(both)).toEqual([
      expect.stringMatching(/remove WECOM_BOT_TOKEN and WECOM_BOT_AES_KEY .*or WECOM_BOT_ID and WECOM_BOT_SECRET/),
    ]);
    expect(problems(both).join()).not.toContain('the-secret');
  });

  it.each(['wss://openws.work.weixin.qq.com', 'ws://127.0.0.1.example.com', 'ws://10.0.0.1'])(
    'refuses %s in a sandbox: a moved clock must not reach real people',
    (url) => {
      const sentences = problems({ ...line, SANDBOX: '1', WECOM_BOT_WS_URL: url });
      expect(sentences).toEqual([expect.stringContaining('set SANDBOX=0')]);
    },
  );

  it('wants an address in a sandbox whose platform is played outside', () => {
    const outside = { ...line, SANDBOX: '1', WECOM_API_BASE: 'http://127.0.0.1:9' };
    expect(problems(outside)).toEqual([expect.stringContaining('set WECOM_BOT_WS_URL')]);
    expect(problems({ ...outside, WECOM_BOT_WS_URL: 'ws://127.0.0.1:9' })).toEqual([]);
  });

  it('refuses an address that is none of a WebSocket', () => {
    expect(problems({ ...line, WECOM_BOT_WS_URL: 'https://x' })).toEqual([
      expect.stringMatching(/^WECOM_BOT_WS_URL has a bad value/),
    ]);
  });
});

describe('loadConfig with NAME_FILE', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'bangqi-env-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads a secret from a file and drops the line break after it', () => {
    const file = path.join(folder, 'token');
    writeFileSync(file, `${TOKEN}\n`);
    expect(loadConfig({ WECOM_BOT_TOKEN_FILE: file, WECOM_BOT_AES_KEY: AES_KEY }).bot?.token).toBe(TOKEN);
  });

  it('prefers the variable itself', () => {
    const env = { WECOM_BOT_TOKEN: TOKEN, WECOM_BOT_TOKEN_FILE: path.join(folder, 'none'), WECOM_BOT_AES_KEY: AES_KEY };
    expect(loadConfig(env).bot?.token).toBe(TOKEN);
  });

  it('refuses a file that cannot be read', () => {
    const sentences = problems({ REDIS_URL_FILE: path.join(folder, 'none') });
    expect(sentences).toEqual([expect.stringMatching(/^REDIS_URL_FILE names a file that cannot be read/)]);
  });
});

describe('.env.example', () => {
  it('documents every variable and no other', () => {
    const text = readFileSync(path.resolve(import.meta.dirname, '../../.env.example'), 'utf8');
    const documented = [...text.matchAll(/^#?\s?([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(new Set(documented)).toEqual(new Set(Object.keys(envSchema.shape)));
    expect(new Set(documented).size).toBe(documented.length);
  });
});
