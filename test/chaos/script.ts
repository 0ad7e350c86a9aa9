import { pick } from '../support/random.ts';
import type { Cast, Enterprise, Member } from './cast.ts';
import type { KnownCase, KnownCases } from './known-cases.ts';
import { conversationOf, type Message } from './message.ts';
import { ANSWERS, COMPLAINTS, REPLIES, TALK } from './words.ts';

/** What people say next, given what their chats have shown. */
export interface Script {
  next(): Message;
  /** It has been acknowledged: what depends on it may be said. */
  acknowledged(message: Message): void;
  /** Ten minutes and more have passed: drafts have confirmed themselves. */
  draftsAreOver(): void;
}

interface Story {
  cast: Cast;
  known: KnownCases;
  random: () => number;
  count: number;
  /** Conversations with a draft: only 确认 is said there, so that a bare word means what it must. */
  drafts: Map<string, Draft>;
}

interface Draft {
  message: Message;
  /** `said`: its 确认 is on the way, and until that is acknowledged nothing else may overtake it. */
  confirm: 'early' | 'may come' | 'said';
}

type Scene = (story: Story) => Message | null;

/** How often each is tried; one that has nothing to say at the moment leaves its turn to a report. */
const SCENES: readonly Scene[] = [
  report,
  report,
  confirm,
  confirm,
  work,
  work,
  work,
  work,
  work,
  lead,
  rule,
  answer,
  answer,
  ask,
  talk,
];

/** Writes the story of a cast as a seed has it. */
export function buildScript(v: Pick<Story, 'cast' | 'known' | 'random'>): Script {
  const story: Story = { ...v, count: 0, drafts: new Map() };
  return {
    next: () => pick(story.random, SCENES)(story) ?? report(story) ?? talk(story),
    acknowledged(message) {
      const draft = story.drafts.get(conversationOf(message));
      if (draft?.message.msgid === message.msgid) draft.confirm = 'may come';
      if (draft?.message.msgid === message.confirms) story.drafts.delete(conversationOf(message));
    },
    draftsAreOver: () => story.drafts.clear(),
  };
}

function say(story: Story, by: Member, v: { botChatid?: string | null; text: string }): Message {
  story.count += 1;
  const msgid = `CHAOS${String(story.count).padStart(6, '0')}`;
  return { msgid, by, botChatid: v.botChatid ?? null, text: v.text, cases: 0, confirms: null };
}

function among<T>({ random }: Story, items: readonly T[]): T | null {
  return items.length > 0 ? pick(random, items) : null;
}

function isFree(story: Story, by: Member, botChatid: string | null): boolean {
  return !story.drafts.has(conversationOf({ by, botChatid }));
}

function report(story: Story): Message | null {
  const enterprise = pick(story.random, story.cast.enterprises);
  const { reporter: by } = enterprise;
  const places = [enterprise.botChatid, null].filter((place) => isFree(story, by, place));
  if (places.length === 0) return null;
  const { text, cases } = pick(story.random, COMPLAINTS);
  const message = { ...say(story, by, { botChatid: pick(story.random, places), text }), cases };
  story.drafts.set(conversationOf(message), { message, confirm: 'early' });
  story.known.expect(message, enterprise);
  return message;
}

/** The bare word, said as soon as the report is acknowledged: it must find the draft that the report has made by then. */
function confirm(story: Story): Message | null {
  const ready = [...story.drafts].filter(([, draft]) => draft.confirm === 'may come' && draft.message.cases === 1);
  const [, draft] = among(story, ready) ?? [];
  if (!draft) return null;
  draft.confirm = 'said';
  const { message } = draft;
  const { by, botChatid } = message;
  return { ...say(story, by, { botChatid, text: '确认' }), confirms: message.msgid };
}

function work(story: Story): Message | null {
  const one = among(story, [...story.known.at('assigned'), ...story.known.at('handling')]);
  const clerk = one?.unitKey ? story.cast.clerks.get(one.unitKey) : undefined;
  return one && clerk ? say(story, clerk, { text: `${workOn(story, one)} ${one.number}` }) : null;
}

const FIRST_WORK = ['accept', 'accept', 'resolve'] as const;
const WORK = ['progress', 'commit', 'resolve', 'resolve', 'extend', 'transfer'] as const;

function workOn(story: Story, one: KnownCase): string {
  const what = pick(story.random, one.stage === 'assigned' ? FIRST_WORK : WORK);
  if (what === 'accept') one.stage = 'handling';
  if (what === 'resolve') one.stage = 'resolved';
  if (what === 'extend') one.extensionAsked = true;
  return what === 'transfer' ? REPLIES.transfer(pick(story.random, story.cast.unitNames)) : REPLIES[what](story.count);
}

function lead(story: Story): Message | null {
  const one = among(story, story.known.at('assigned'));
  return one && say(story, pick(story.random, story.cast.leaders), { text: `${REPLIES.accept()} ${one.number}` });
}

function rule(story: Story): Message | null {
  const asked = story.known.all().filter((known) => known.extensionAsked);
  const one = among(story, asked);
  if (!one) return null;
  one.extensionAsked = false;
  const word = pick(story.random, ['同意延期', '不同意延期']);
  return say(story, story.cast.officer, { text: `${word} ${one.number}` });
}

function answer(story: Story): Message | null {
  const one = among(story, story.known.at('asked'));
  const message = one && byReporter(story, one.enterprise, `${pick(story.random, ANSWERS)} ${one.number}`);
  if (message) one.stage = 'over';
  return message;
}

function ask(story: Story): Message | null {
  const one = among(story, story.known.all());
  const words = pick(story.random, ['进度', `补充 设备型号为X${story.count}`, '期限依据']);
  return one && byReporter(story, one.enterprise, `${words} ${one.number}`);
}

/** In the 1:1 chat, unless a draft is open there. */
function byReporter(story: Story, { reporter }: Enterprise, text: string): Message | null {
  return isFree(story, reporter, null) ? say(story, reporter, { text }) : null;
}

function talk(story: Story): Message {
  return say(story, story.cast.officer, { text: pick(story.random, TALK) });
}
