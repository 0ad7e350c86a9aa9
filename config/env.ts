import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { appOf, appProblems, type AppSettings } from './app.ts';
import { type ConnectionConfig, connectionOf, connectionProblems } from './connection.ts';

const port = z.coerce.number().int().min(0).max(65535);
const httpUrl = z.url({ protocol: /^https?$/ });
const aesKey = z.string().regex(/^[A-Za-z0-9]{43}$/, 'must be the 43 letters and digits of EncodingAESKey');

/** Every variable the service reads; `.env.example` says what each means. A secret may also come from a file: `NAME_FILE`. */
export const envSchema = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  DATA_DIR: z.string().min(1).default('.data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must start with mongodb://')
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must start with redis://')
    .optional(),
  WECOM_API_BASE: httpUrl.optional(),
  WECOM_CORP_ID: z.string().min(1).optional(),
  WECOM_BOT_TOKEN: z.string().min(1).max(64).optional(),
  WECOM_BOT_AES_KEY: aesKey.optional(),
  WECOM_APP_AGENT_ID: z
    .string()
    .regex(/^\d{1,10}$/, 'must be the number of the app')
    .optional(),
  WECOM_APP_SECRET: z.string().min(1).max(128).optional(),
  WECOM_APP_TOKEN: z.string().min(1).max(64).optional(),
  WECOM_APP_AES_KEY: aesKey.optional(),
  WECOM_BOT_ID: z.string().min(1).max(128).optional(),
  WECOM_BOT_SECRET: z.string().min(1).max(256).optional(),
  WECOM_BOT_WS_URL: z.url({ protocol: /^wss?$/ }).optional(),
  WECOM_BOT_NAME: z.string().min(1).max(32).default('帮企通'),
  LLM_BASE_URL: httpUrl.optional(),
  LLM_API_KEY: z.string().min(1).optional(),
  LLM_MODEL: z.string().min(1).optional(),
  CONSOLE_URL: httpUrl.optional(),
  SANDBOX: z.enum(['0', '1']).default('0'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

const PLATFORM = 'https://qyapi.weixin.qq.com';

/** The checked settings of one process, frozen; read once at start. */
export interface Config {
  port: number;
  host: string;
  role: 'all' | 'web' | 'worker';
  dataDir: string;
  mongodbUri: string | null;
  redisUrl: string | null;
  /** Base of every cgi-bin call; null = the simulator inside this process (sandbox only). */
  wecomApiBase: string | null;
  corpId: string | null;
  /** The smart bot's callback; null = not configured, its route answers 404. */
  bot: { token: string; aesKey: string } | null;
  /** The self-built app: cards and messages to people, and its callback; null = not configured, its route answers 404. */
  app: AppSettings | null;
  /** The smart bot's long connection, the other way in; null = not configured. */
  connection: ConnectionConfig | null;
  botName: string;
  /** The optional language model behind an OpenAI-compatible address; null = the rules alone read. */
  llm: { baseUrl: string; apiKey: string | null; model: string } | null;
  consoleUrl: string;
  sandbox: boolean;
  logLevel: string;
}

/** Reads and checks the environment. @throws EnvironmentProblem listing every bad variable, one sentence each. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const given = collect(env, problems);
  const parsed = envSchema.safeParse(given);
  if (!parsed.success) problems.push(...parsed.error.issues.map(issueSentence));
  const values = parsed.success ? parsed.data : null;
  if (values) problems.push(...crossCheck(values));
  if (!values || problems.length > 0) throw new EnvironmentProblem(problems);
  return toConfig(values);
}

/** What is wrong with the environment: one sentence a variable, each saying what to do. */
export class EnvironmentProblem extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((p) => `  - ${p}`).join('\n')}`);
    this.name = 'EnvironmentProblem';
    this.problems = problems;
  }
}

type Values = z.infer<typeof envSchema>;

/** Empty means unset; `NAME_FILE` is read; an unknown `WECOM_*` name is a typing mistake that would silently switch a channel off. */
function collect(env: NodeJS.ProcessEnv, problems: string[]): Record<string, string> {
  const names = Object.keys(envSchema.shape);
  const given: Record<string, string> = {};
  for (const name of names) {
    const value = env[name] || fromFile(name, env[`${name}_FILE`], problems);
    if (value) given[name] = value;
  }
  const known = new Set(names.flatMap((name) => [name, `${name}_FILE`]));
  for (const name of Object.keys(env)) {
    if (name.startsWith('WECOM_') && !known.has(name))
      problems.push(`${name} is not a setting of this service: correct its name or remove it (see .env.example).`);
  }
  return given;
}

function fromFile(name: string, path: string | undefined, problems: string[]): string {
  if (!path) return '';
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    problems.push(`${name}_FILE names a file that cannot be read: check the path and its permissions.`);
    return '';
  }
}

function issueSentence(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')} has a bad value (${issue.message}): correct it or remove it to use the default (see .env.example).`;
}

function crossCheck(values: Values): string[] {
  const problems: string[] = [];
  if (!values.WECOM_BOT_TOKEN !== !values.WECOM_BOT_AES_KEY) {
    problems.push('WECOM_BOT_TOKEN and WECOM_BOT_AES_KEY belong together: set both, or neither.');
  }
  problems.push(...appProblems(values));
  problems.push(...connectionProblems(values, isLoopback));
  if (!values.LLM_BASE_URL !== !values.LLM_MODEL) {
    problems.push('LLM_BASE_URL and LLM_MODEL belong together: set both, or neither.');
  }
  if (values.SANDBOX === '1' && values.WECOM_API_BASE && !isLoopback(values.WECOM_API_BASE)) {
    problems.push(
      'SANDBOX=1 with a WECOM_API_BASE outside this machine would move the clock of real messages: set SANDBOX=0, or a base on 127.0.0.1.',
    );
  }
  return problems;
}

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function llmOf({ LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey }: Values): Config['llm'] {
  return baseUrl && model ? { baseUrl, apiKey: apiKey ?? null, model } : null;
}

function toConfig(values: Values): Config {
  const sandbox = values.SANDBOX === '1';
  const { WECOM_BOT_TOKEN: token, WECOM_BOT_AES_KEY: botKey } = values;
  return Object.freeze({
    port: values.PORT,
    host: values.HOST,
    role: values.ROLE,
    dataDir: values.DATA_DIR,
    mongodbUri: values.MONGODB_URI ?? null,
    redisUrl: values.REDIS_URL ?? null,
    wecomApiBase: values.WECOM_API_BASE ?? (sandbox ? null : PLATFORM),
    corpId: values.WECOM_CORP_ID ?? null,
    bot: token && botKey ? { token, aesKey: botKey } : null,
    app: appOf(values),
    connection: connectionOf(values),
    botName: values.WECOM_BOT_NAME,
    llm: llmOf(values),
    consoleUrl: values.CONSOLE_URL ?? `http://${values.HOST}:${values.PORT}`,
    sandbox,
    logLevel: values.LOG_LEVEL,
  });
}
