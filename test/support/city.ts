import { aFlowRoster, SHENGHONG, WANG, webhookKeyOf } from './flow-roster.ts';
import type { Delivered, OutsideWecom, Post } from './outside-wecom.ts';
import { openOutsideWecom } from './outside-wecom.ts';
import type { Engines } from './engines.ts';
import { buildSandboxClient, type SandboxClient } from './sandbox-client.ts';
import { giveRoster, settingsFor, startInProcess } from './service.ts';

/** A city with its own service, roster, platform and clock. */
export interface City {
  url: string;
  wecom: OutsideWecom;
  sandbox: SandboxClient;
  settings: NodeJS.ProcessEnv;
  /** Somebody writes in a group (null: in the 1:1 chat); gives the bot's answer once all is done, null for silence. */
  say(as: string, chat: string | null, text: string, more?: Pick<Post, 'quote' | 'mention'>): Promise<string | null>;
  /** The same without waiting for anything but the acknowledgement. */
  post(as: string, chat: string | null, text: string): Promise<Delivered>;
  /** What was pushed into a chat, the answers left out. */
  pushed(chat: string): string[];
  close(): Promise<void>;
}

/** The Monday morning on which the stories begin. */
export const MONDAY = '2026-11-23 09:00';

/** Opens a city on fresh data, its clock standing at `now`. */
export async function openCity(
  engines: Engines,
  v: { now?: string; settings?: NodeJS.ProcessEnv; data?: NodeJS.ProcessEnv; more?: NodeJS.ProcessEnv } = {},
): Promise<City> {
  const wecom = await openOutsideWecom();
  for (const chat of aFlowRoster().chats) wecom.addRobot(chat.botChatid, webhookKeyOf(chat.botChatid));
  for (const { userid, name, ...person } of aFlowRoster().persons)
    if (!('corpid' in person)) wecom.app.members.set(userid, name);
  const settings = { ...(v.settings ?? settingsFor(wecom)), ...(v.data ?? engines.freshData()), ...v.more };
  const service = await startInProcess(settings);
  await giveRoster(settings, aFlowRoster());
  const sandbox = buildSandboxClient(service.url);
  await sandbox.moveTo(v.now ?? MONDAY);
  const city = cityAt(service.url, { wecom, sandbox, settings });
  return {
    ...city,
    async close() {
      await service.close();
      await wecom.close();
    },
  };
}

/** The city around a service that runs at an address. */
export function cityAt(url: string, v: Pick<City, 'wecom' | 'sandbox' | 'settings'>): Omit<City, 'close'> {
  const { wecom, sandbox } = v;
  wecom.attach({ url, now: sandbox.now });
  const post: City['post'] = (as, chat, text) => wecom.deliver(wecom.write({ as, chat, text }));
  return {
    ...v,
    url,
    post,
    async say(as, chat, text, more = {}) {
      const { msgid, status } = await wecom.deliver(wecom.write({ as, chat, text, ...more }));
      if (status !== 200) throw new Error(`“${text}” was answered with HTTP ${status}`);
      await sandbox.finished();
      const answers = wecom.answersTo(msgid);
      if (answers.length > 1) throw new Error(`“${text}” was answered ${answers.length} times`);
      return answers[0] ?? null;
    },
    pushed: (chat) => wecom.shownIn(chat).flatMap(({ via, text }) => (via === 'webhook' ? [text] : [])),
  };
}

/** The case numbers in a text, in order, each once. */
export function numbersIn(text: string | null): string[] {
  return [...new Set(text?.match(/BQ-\d{4}-\d{6,}/g))];
}

/** The one case number in a text. @throws Error when there is none or more than one. */
export function numberIn(text: string | null): string {
  const [number, ...others] = numbersIn(text);
  if (!number || others.length > 0) throw new Error(`not one case number in: ${text}`);
  return number;
}

/** 王强 reports in 盛弘机械's group and confirms: a case assigned to 市工信局, on Monday the 23rd due on the 30th. Gives its number. */
export function assignedIn(city: Pick<City, 'say'>, problem = '技改贷款迟迟批不下来'): Promise<string> {
  return confirmedIn(city, { who: WANG, chat: SHENGHONG, problem });
}

/** Somebody reports a problem in their group and confirms it. Gives its number. */
export async function confirmedIn(
  city: Pick<City, 'say'>,
  { who, chat, problem }: { who: string; chat: string; problem: string },
): Promise<string> {
  const number = numberIn(await city.say(who, chat, problem));
  await city.say(who, chat, `确认 ${number}`);
  return number;
}
