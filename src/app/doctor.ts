import { doctorTexts as texts } from '../../config/texts/doctor.ts';
import type { Config } from '../../config/env.ts';
import { unknownYearsAhead } from '../domain/working-time.ts';
import { WecomError } from '../wecom/errors.ts';
import type { AppClient, WecomClient } from '../wecom/client.ts';
import { askEcho, platformDate } from '../wecom/probe.ts';
import type { Core } from './context.ts';
import { people } from './doctor-people.ts';

/** One thing looked at. `off`: not configured, which may be meant. */
export interface Finding {
  state: 'ok' | 'warn' | 'bad' | 'off';
  say: string;
}

/** What the doctor looks with. `machineNow` is the real time, whatever clock the service goes by. */
export interface Doctor extends Core {
  config: Config;
  wecom: WecomClient;
  base: string;
  machineNow: () => Date;
}

/** Far less than the five minutes after which callbacks are refused: a drifting clock is mended in time. */
const SKEW_MS = 60_000;

/** Looks at everything between this machine and the platform, and changes nothing there. */
export async function examine(doctor: Doctor): Promise<Finding[]> {
  return [
    ...(await platform(doctor)),
    ...(await bot(doctor)),
    ...(await app(doctor)),
    ...(await groups(doctor)),
    await calendar(doctor),
  ];
}

async function platform({ base, machineNow }: Doctor): Promise<Finding[]> {
  const { host } = new URL(base);
  const answer = await platformDate(base);
  if (!answer) return [{ state: 'bad', say: texts.platform.bad({ host }) }];
  const ok: Finding = { state: 'ok', say: texts.platform.ok({ host }) };
  if (!answer.date) return [ok, { state: 'off', say: texts.clock.off }];
  const skew = Math.abs(machineNow().getTime() - answer.date.getTime());
  const v = { seconds: Math.round(skew / 1000) };
  return [ok, skew > SKEW_MS ? { state: 'bad', say: texts.clock.bad(v) } : { state: 'ok', say: texts.clock.ok(v) }];
}

async function bot(doctor: Doctor): Promise<Finding[]> {
  const { config } = doctor;
  if (!config.bot) return [{ state: 'off', say: texts.bot.off }];
  return [await callback({ ...config.bot, receiveid: '' }, { path: '/wecom/bot', ok: texts.bot.ok }, doctor)];
}

async function app(doctor: Doctor): Promise<Finding[]> {
  const { config, wecom } = doctor;
  if (!config.app || !wecom.app) return [{ state: 'off', say: texts.app.off }];
  const { token, aesKey, corpId: receiveid } = config.app;
  const own = wecom.app;
  const access = await tried(() => own.getCallbackIps(), texts.app.token);
  return [
    access,
    await callback({ token, aesKey, receiveid }, { path: '/wecom/app', ok: texts.app.ok }, doctor),
    ...(access.state === 'ok' ? await addressBook(own, doctor) : []),
  ];
}

async function addressBook(own: AppClient, { worlds }: Doctor): Promise<Finding[]> {
  const { roster } = await worlds.current();
  try {
    return await people(roster.persons.values(), own);
  } catch (error) {
    return [refused(error)];
  }
}

async function tried(call: () => Promise<unknown>, ok: string): Promise<Finding> {
  try {
    await call();
    return { state: 'ok', say: ok };
  } catch (error) {
    return refused(error);
  }
}

/** @throws what is no answer of the platform. */
function refused(error: unknown): Finding {
  if (!(error instanceof WecomError)) throw error;
  return { state: 'bad', say: texts.refused({ code: error.errcode, words: error.message }) };
}

async function callback(
  credentials: { token: string; aesKey: string; receiveid: string },
  v: { path: string; ok: (v: { url: string }) => string },
  { config, clock }: Doctor,
): Promise<Finding> {
  const url = `${config.consoleUrl.replace(/\/+$/, '')}${v.path}`;
  const answer = await askEcho(url, credentials, await clock.now());
  if (answer === null) return { state: 'bad', say: texts.callback.unreachable({ url }) };
  return answer.ok
    ? { state: 'ok', say: v.ok({ url }) }
    : { state: 'bad', say: texts.callback.wrong({ url, status: answer.status }) };
}

/** These say that a key leads to no group, whatever was sent by it. */
const DEAD_KEYS = [93000, 93004, 93008];

async function groups({ worlds, wecom }: Doctor): Promise<Finding[]> {
  const { roster } = await worlds.current();
  const chats = [...roster.chats.values()];
  const keyed = chats.flatMap(({ name, webhookKey }) => (webhookKey ? [{ name, key: webhookKey }] : []));
  if (keyed.length === 0) return [{ state: 'bad', say: texts.key.off }];
  const bad: Finding[] = [];
  for (const { name, key } of keyed) {
    const code = await codeOf(key, wecom);
    if (code === null || DEAD_KEYS.includes(code)) bad.push({ state: 'bad', say: texts.key.bad({ chat: name, code }) });
  }
  const mute = chats.length - keyed.length;
  return [
    ...(bad.length > 0 ? bad : [{ state: 'ok' as const, say: texts.key.ok({ count: keyed.length }) }]),
    ...(mute > 0 ? [{ state: 'warn' as const, say: texts.chat.none({ count: mute }) }] : []),
  ];
}

/** An empty text is posted nowhere, but a live key answers that it is empty, and a dead one that it is dead. */
async function codeOf(key: string, wecom: WecomClient): Promise<number | null> {
  try {
    await wecom.sendWebhook(key, { type: 'text', content: '' });
    return 0;
  } catch (error) {
    if (!(error instanceof WecomError)) throw error;
    return error.errcode;
  }
}

async function calendar({ worlds, clock }: Doctor): Promise<Finding> {
  const [world, now] = await Promise.all([worlds.current(), clock.now()]);
  const years = unknownYearsAhead(world.calendar, now);
  return years.length > 0
    ? { state: 'warn', say: texts.calendar.bad({ years }) }
    : { state: 'ok', say: texts.calendar.ok };
}
