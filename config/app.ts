import type { envSchema } from './env.ts';
import type { z } from 'zod';

type Values = z.infer<typeof envSchema>;

/** What the console shows of a self-built app; the callback's two values come from its page 接收消息. */
export interface AppSettings {
  corpId: string;
  agentId: number;
  secret: string;
  token: string;
  aesKey: string;
}

const APP_NAMES = ['WECOM_APP_AGENT_ID', 'WECOM_APP_SECRET', 'WECOM_APP_TOKEN', 'WECOM_APP_AES_KEY'] as const;

/** The self-built app's settings; null while it is not configured. */
export function appOf(values: Values): AppSettings | null {
  const { WECOM_CORP_ID: corpId, WECOM_APP_SECRET: secret, WECOM_APP_TOKEN: token, WECOM_APP_AES_KEY: key } = values;
  if (!corpId || !values.WECOM_APP_AGENT_ID || !secret || !token || !key) return null;
  return { corpId, agentId: Number(values.WECOM_APP_AGENT_ID), secret, token, aesKey: key };
}

/** What is wrong with the app's settings, one sentence each. */
export function appProblems(values: Values): string[] {
  const given = APP_NAMES.filter((name) => values[name]);
  if (given.length === 0 || (given.length === APP_NAMES.length && values.WECOM_CORP_ID)) return [];
  const names = APP_NAMES.join(', ');
  return [`${names} and WECOM_CORP_ID belong together: set all, or none of ${names}.`];
}
