import type { Api } from './api.ts';
import { type AppMessage, messageBody } from './app-message.ts';
import { type AppchatClient, buildAppchatClient } from './appchat.ts';
import { given } from './articles.ts';
import type { AnyCard, TemplateCard } from './cards.ts';
import { checkCard } from './check-card.ts';
import { buildDirectory, type Directory } from './directory.ts';
import { unsent } from './errors.ts';
import { textAt, textsAt } from './json.ts';
import { buildMediaClient, type MediaClient } from './media.ts';
import { checkReceivers, checkReached, type Receivers } from './receivers.ts';

/** A message of the app. At least one list of receivers is filled; userids, ids of departments, ids of tags. */
export interface AppSend extends Receivers {
  message: AppMessage;
  /** 1: not to be passed on. */
  safe?: 0 | 1;
  /** Within this many seconds (14400 at most) the same content is not sent twice to the same receivers. */
  duplicateCheckSeconds?: number;
}

/** What became of a message. Some receivers may be missing although it was taken. */
export interface AppSent {
  msgid: string | null;
  /** Changes the card, once, within 72 hours; null unless the card has something to press. */
  responseCode: string | null;
  invalidUsers: string[];
  unlicensedUsers: string[];
}

/** How a card is changed for those who have it: wholly, or by new words on its button. */
export type CardUpdate = { userids: string[]; responseCode: string } & (
  | { card: TemplateCard | AnyCard }
  | { replaceName: string }
);

/** A self-built app (自建应用). Each call throws a WecomError unless the platform has done it. */
export interface AppClient extends MediaClient {
  sendMessage(send: AppSend): Promise<AppSent>;
  /** Changes a card; gives the userids for which it could not be changed. */
  updateTemplateCard(update: CardUpdate): Promise<string[]>;
  /** Takes a message back, within 24 hours. */
  recall(msgid: string): Promise<void>;
  /** Addresses from which callbacks come, such as `101.226.103.*`. */
  getCallbackIps(): Promise<string[]>;
  appchat: AppchatClient;
  directory: Directory;
}

const SEND = '/cgi-bin/message/send';
const UPDATE = '/cgi-bin/message/update_template_card';

/** Builds the app over its calls. */
export function buildAppClient(api: Api, agentId: number): AppClient {
  return {
    ...buildMediaClient(api),
    appchat: buildAppchatClient(api),
    directory: buildDirectory(api),
    sendMessage: (send) => sendMessage(api, agentId, send),
    async updateTemplateCard(update) {
      const { userids, responseCode } = update;
      const body = { userids, agentid: agentId, response_code: responseCode, ...changeOf(update) };
      return textsAt(await api.post(UPDATE, body), 'invaliduser');
    },
    async recall(msgid) {
      await api.post('/cgi-bin/message/recall', { msgid });
    },
    getCallbackIps: async () => textsAt(await api.get('/cgi-bin/getcallbackip'), 'ip_list'),
  };
}

async function sendMessage(api: Api, agentid: number, send: AppSend): Promise<AppSent> {
  const { message, safe, duplicateCheckSeconds: seconds } = send;
  const once = seconds === undefined ? {} : { enable_duplicate_check: 1, duplicate_check_interval: seconds };
  const body = { ...checkReceivers(SEND, send), ...messageBody(SEND, message), agentid, ...given({ safe }), ...once };
  const answer = await api.post(SEND, body);
  checkReached(SEND, send, answer);
  return {
    msgid: textAt(answer, 'msgid'),
    responseCode: textAt(answer, 'response_code'),
    invalidUsers: textsAt(answer, 'invaliduser'),
    unlicensedUsers: textsAt(answer, 'unlicenseduser'),
  };
}

function changeOf(update: CardUpdate): object {
  if ('replaceName' in update) return { button: { replace_name: update.replaceName } };
  const problem = checkCard(update.card, 'update');
  if (problem) throw unsent(UPDATE, problem);
  return { template_card: update.card };
}
