import { setTimeout as delay } from 'node:timers/promises';
import { decrypt } from '../../../wecom/cipher.ts';
import { isSigned } from '../../../wecom/signature.ts';
import { type Json, textAt } from '../content.ts';
import { type Address, type Delivery, deliverXml } from '../deliver.ts';
import type { Disorder } from '../disorder.ts';
import type { Switches } from '../switches.ts';
import { type Elements, readXml, writeXml } from './xml.ts';

/** What became of a callback of the app. */
export interface AppDelivered {
  /** HTTP status of the last attempt; 0 when nothing answered in time. */
  status: number;
  attempts: number;
  /** The passive reply; null when there is none or it was not taken. */
  reply: Json | null;
  /** Why the platform would not have taken the answer. */
  problem: string | null;
}

/** How callbacks of the app leave the platform. */
export interface AppCallbackOptions {
  address: Address & { receiveid: string };
  agentId: number;
  now: () => Promise<Date>;
  deadlineMs: number;
  disorder: Disorder;
  switches: Switches;
  onProblem: (problem: string) => void;
}

/** In total; only HTTP 200 within the deadline ends them (接收消息与事件). */
const ATTEMPTS = 3;
const REPLIES = ['text', 'image', 'voice', 'video', 'news'];
const UPDATES = ['update_button', 'update_template_card'];

/** Builds the way of the app's callbacks: each attempt is sealed and its elements are ordered anew, with the same MsgId. */
export function buildAppCallbacks(options: AppCallbackOptions): (elements: Elements) => Promise<AppDelivered> {
  return (elements) => options.disorder(() => deliverThrice(options, elements));
}

async function deliverThrice(options: AppCallbackOptions, elements: Elements): Promise<AppDelivered> {
  const { switches, onProblem } = options;
  for (let attempts = 1; ; attempts += 1) {
    const delivery = await attempt(options, elements);
    if (delivery.status !== 200 && attempts < ATTEMPTS) {
      await delay(switches.appRetryMs);
      continue;
    }
    const read = readReply(delivery, options, isPress(elements));
    if ('problem' in read) onProblem(`app: ${read.problem}`);
    const { reply = null, problem = null } = { ...read };
    return { status: delivery.status, attempts, reply, problem };
  }
}

async function attempt(options: AppCallbackOptions, elements: Elements): Promise<Delivery> {
  const { address, agentId, deadlineMs, switches } = options;
  const call = { service: address, now: await options.now(), deadlineMs };
  const envelope = (encrypted: string) =>
    writeXml(
      [
        ['ToUserName', address.receiveid],
        ['AgentID', String(agentId)],
        ['Encrypt', encrypted],
      ],
      switches.xml,
    );
  return deliverXml(call, writeXml(elements, switches.xml), envelope);
}

function isPress(elements: Elements): boolean {
  return elements.some(([name, value]) => name === 'Event' && String(value).startsWith('template_card'));
}

type Read = { reply: Json | null; problem?: never } | { problem: string; reply?: never };

/** The answer must be empty, or an envelope that is signed and opens (被动回复消息格式). */
function readReply({ status, body }: Delivery, { address }: AppCallbackOptions, press: boolean): Read {
  if (status === 0) return { problem: body };
  if (status !== 200) return { problem: `HTTP ${status} instead of 200` };
  if (body === '') return { reply: null };
  const envelope = readXml(body);
  if (!envelope) return { problem: 'the body is neither empty nor XML' };
  const [encrypt, given] = [textAt(envelope, 'encrypt'), textAt(envelope, 'msg_signature')];
  const [timestamp, nonce] = [textAt(envelope, 'time_stamp'), textAt(envelope, 'nonce')];
  if (!isSigned({ token: address.token, timestamp, nonce, encrypt }, given))
    return { problem: 'the signature does not match' };
  const opened = decrypt(encrypt, { aesKey: address.aesKey, receiveid: address.receiveid });
  if (!opened.ok) return { problem: opened.problem };
  const reply = readXml(opened.plaintext);
  const type = textAt(reply ?? {}, 'msg_type');
  const allowed = press ? [...REPLIES, ...UPDATES] : REPLIES;
  return reply && allowed.includes(type)
    ? { reply }
    : { problem: `an app callback is not answered with ${type || '?'}` };
}
