import { randomInt } from 'node:crypto';
import type { Api } from '../api.ts';
import { textAt } from '../content.ts';
import type { Disorder } from '../disorder.ts';
import type { MediaStore } from '../media-store.ts';
import type { Seen, SeenLog } from '../seen.ts';
import type { Switches } from '../switches.ts';
import { type Verification, verifyUrl } from '../verify-url.ts';
import { buildAppCallbacks } from './callbacks.ts';
import { buildAppApis } from './apis.ts';
import { buildCards } from './cards.ts';
import { buildCorp, type CorpMember } from './corp.ts';
import { buildKf, type KfDesk } from './kf.ts';
import { pressElements, type Selection } from './press.ts';
import { type AppSecret, buildTokens } from './tokens.ts';
import { type AppWords, wordsOf, writtenElements } from './written.ts';
import type { Elements } from './xml.ts';

/** The self-built app under the simulator, and where its callbacks go. */
export interface AppSettings extends AppSecret {
  agentId: number;
  url: string;
  token: string;
  aesKey: string;
}

/** What became of something a member did. */
export interface AppPosted {
  status: number;
  attempts: number;
  /** Why the platform would not have taken the answer; null when it would. */
  problem: string | null;
}

/** Something that a member sends; with the msgid of an earlier one it is the same message to the platform. */
export type AppPost = { as: string; msgid?: string } & AppWords;

/** The app as members use it and administrators see it. */
export interface AppPlatform {
  registerMember(member: CorpMember): void;
  /** Ends the access_token before its time. */
  revokeToken(): void;
  verifyUrl(): Promise<Verification>;
  write(post: AppPost): Promise<AppPosted>;
  /** Something without words: enter_agent, subscribe, click … */
  event(v: { as: string; event: string; eventKey?: string }): Promise<AppPosted>;
  /** Presses a button of a card that stands with this person. @throws Error when there is no such card or button. */
  pressCard(v: { as: string; msgid: string; key: string; selections?: Selection[] }): Promise<AppPosted>;
  kf: KfDesk;
  apis: readonly Api[];
}

/** What the app shares with the rest of the platform. */
export interface AppShared {
  log: SeenLog;
  media: MediaStore;
  switches: Switches;
  now: () => Promise<Date>;
  deadlineMs: number;
  disorder: Disorder;
  onProblem: (problem: string) => void;
}

/** Builds the app's side of the platform. */
export function buildAppPlatform(settings: AppSettings, shared: AppShared): AppPlatform {
  const { log, now } = shared;
  const address = { url: settings.url, token: settings.token, aesKey: settings.aesKey, receiveid: settings.corpId };
  const call = buildAppCallbacks({ ...shared, address, agentId: settings.agentId });
  const corp = buildCorp();
  const tokens = buildTokens(settings, shared.switches);
  const cards = buildCards(log, settings.agentId);

  const say = async (from: string, elements: Elements, card?: Seen): Promise<AppPosted> => {
    const at = await now();
    const head = [
      ['ToUserName', settings.corpId],
      ['FromUserName', from],
      ['CreateTime', Math.floor(at.getTime() / 1000)],
      ['AgentID', String(settings.agentId)],
    ] as const;
    const { reply, ...delivered } = await call([...head, ...elements]);
    if (reply && card && cards.change(card, reply)) return delivered;
    if (reply) log.add({ at, chat: chatOf(from), from: 'bot', via: 'app', text: textAt(reply, 'content') });
    return delivered;
  };

  const chatOf = (userid: string) => ({ kind: 'single', id: userid, name: corp.find(userid)?.name ?? userid }) as const;

  const kf = buildKf({
    ...shared,
    tell: ({ token, openKfId }) =>
      say('sys', [
        ['MsgType', 'event'],
        ['Event', 'kf_msg_or_event'],
        ['Token', token],
        ['OpenKfId', openKfId],
      ]),
  });

  return {
    kf: kf.desk,
    apis: buildAppApis({ ...shared, agentId: settings.agentId, corp, tokens, cards, kf: kf.api }),
    registerMember: (member) => corp.register(member),
    revokeToken: () => tokens.revoke(),
    verifyUrl: () => verifyUrl({ service: address, now }),
    async write({ as, msgid = buildMsgId(), ...what }) {
      log.add({ at: await now(), chat: chatOf(as), from: as, via: 'member', text: wordsOf(what) });
      return say(as, [...writtenElements(what), ['MsgId', msgid]]);
    },
    event: ({ as, event, eventKey = '' }) =>
      say(as, [
        ['MsgType', 'event'],
        ['Event', event],
        ['EventKey', eventKey],
      ]),
    async pressCard({ as, msgid, key, selections = [] }) {
      const seen = log.list({ via: 'app', chat: as }).find((one) => one.msgid === msgid && one.card);
      if (!seen?.card) throw new Error(`${as} has no card of the message ${msgid}`);
      const responseCode = cards.issue([seen], await now());
      const pressed = pressElements(seen.card, { key, selections, responseCode });
      if ('problem' in pressed) throw new Error(pressed.problem);
      return say(as, [['MsgType', 'event'], ...pressed], seen);
    },
  };
}

/** A 64-bit number, too large for a JavaScript one. */
function buildMsgId(): string {
  return `73${String(randomInt(0, 1e8)).padStart(8, '0')}${String(randomInt(0, 1e9)).padStart(9, '0')}`;
}
