/** The variables of the smart bot's long connection, checked one by one already. */
export interface ConnectionValues {
  WECOM_BOT_ID?: string | undefined;
  WECOM_BOT_SECRET?: string | undefined;
  WECOM_BOT_WS_URL?: string | undefined;
  WECOM_BOT_TOKEN?: string | undefined;
  WECOM_BOT_AES_KEY?: string | undefined;
  WECOM_API_BASE?: string | undefined;
  SANDBOX: '0' | '1';
}

/** The smart bot's long connection; `url` null = the simulator inside this process (sandbox only). */
export interface ConnectionConfig {
  botId: string;
  secret: string;
  url: string | null;
}

/** 智能机器人长连接. */
const PLATFORM_WS = 'wss://openws.work.weixin.qq.com';

/** What is wrong between these variables, one sentence each, saying what to do. `isLoopback` judges an address. */
export function connectionProblems(values: ConnectionValues, isLoopback: (url: string) => boolean): string[] {
  const { WECOM_BOT_ID: id, WECOM_BOT_SECRET: secret, WECOM_BOT_WS_URL: url } = values;
  const problems: string[] = [];
  if (!id !== !secret) problems.push('WECOM_BOT_ID and WECOM_BOT_SECRET belong together: set both, or neither.');
  if ((id || secret) && (values.WECOM_BOT_TOKEN || values.WECOM_BOT_AES_KEY)) {
    problems.push(
      'The smart bot has one way in: remove WECOM_BOT_TOKEN and WECOM_BOT_AES_KEY to use its long connection, or WECOM_BOT_ID and WECOM_BOT_SECRET to use its callback.',
    );
  }
  if (values.SANDBOX === '0') return problems;
  if (url && !isLoopback(url)) {
    problems.push(
      'SANDBOX=1 with a WECOM_BOT_WS_URL outside this machine would move the clock of real messages: set SANDBOX=0, or an address on 127.0.0.1.',
    );
  }
  if (id && !url && values.WECOM_API_BASE) {
    problems.push(
      'SANDBOX=1 with WECOM_API_BASE has no simulator of its own: set WECOM_BOT_WS_URL to where the long connection goes on this machine, or remove WECOM_BOT_ID and WECOM_BOT_SECRET.',
    );
  }
  return problems;
}

/** The settings of the long connection; null = not configured. */
export function connectionOf(values: ConnectionValues): ConnectionConfig | null {
  const { WECOM_BOT_ID: botId, WECOM_BOT_SECRET: secret, WECOM_BOT_WS_URL: url } = values;
  if (!botId || !secret) return null;
  return { botId, secret, url: url ?? (values.SANDBOX === '1' ? null : PLATFORM_WS) };
}
