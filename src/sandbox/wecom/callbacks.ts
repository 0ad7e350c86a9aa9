import { checkReply, type PassiveReply } from './check-reply.ts';
import type { Json } from './content.ts';
import { type Call, deliver, type Service } from './deliver.ts';
import { buildDisorder } from './disorder.ts';
import type { FaultQueue } from './faults.ts';
import type { Trigger } from './passive-message.ts';

/** A callback and the HTTP status that it got; 0 when there was no answer in time. */
export interface Delivered {
  status: number;
  reply: PassiveReply;
}

/** How callbacks leave the platform. */
export interface CallbackOptions {
  service: Service;
  now: () => Promise<Date>;
  deadlineMs: number;
  /** How often a message that was not taken is delivered again; the documents give no number. */
  retries: number;
  faults: FaultQueue;
  /** Hears of each answer that the platform would not take. */
  onProblem: (problem: string) => void;
}

/** The way of a callback to the service. */
export interface Callbacks {
  /** Delivers a message of a person, which faults may repeat or hold back. */
  sendMessage(message: object): Promise<Delivered>;
  /** Delivers anything else: once, never again. */
  sendOnce(message: object, trigger: Trigger): Promise<Delivered>;
}

/** Builds the way of callbacks. */
export function buildCallbacks(options: CallbackOptions): Callbacks {
  const disorder = buildDisorder(options.faults);
  const sendOnce = (message: object, trigger: Trigger) => send(options, message, trigger);
  const sendWithRetries = async (message: object) => {
    let delivered = await sendOnce(message, 'message');
    for (let again = 0; again < options.retries && delivered.status !== 200; again += 1) {
      delivered = await sendOnce(message, 'message');
    }
    return delivered;
  };
  return {
    sendOnce,
    sendMessage: (message) => disorder(() => sendWithRetries(message)),
  };
}

async function send(options: CallbackOptions, message: object, trigger: Trigger): Promise<Delivered> {
  const { service, deadlineMs } = options;
  const call: Call = { service, now: await options.now(), deadlineMs };
  const delivery = await deliver(call, message);
  const reply = checkReply(delivery, trigger, service);
  if (reply.problem !== null) options.onProblem(`${trigger}: ${reply.problem}`);
  return { status: delivery.status, reply };
}

/** Gets the message of a reply; null when there is none or it was not taken. */
export function messageOf(reply: PassiveReply): Json | null {
  return reply.problem === null ? reply.message : null;
}
