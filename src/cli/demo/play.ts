import type { SandboxClient, ShownMessage } from '../sandbox-client.ts';
import { clockText } from './lay-out.ts';
import { type Scene, scenesOf, type Staging } from './scene.ts';
import { type Chapter, instantOf, type Sight, type Step } from './step.ts';

/** The story did not go as written: service and demo disagree. The message says where. */
export class DemoProblem extends Error {
  constructor(at: string, what: string) {
    super(`演示没有按预期进行：${clockText(new Date(instantOf(at)))}，${what}。请把这句话告诉开发者。`);
    this.name = 'DemoProblem';
  }
}

/** Plays a story over HTTP and gives what the chats show, scene by scene. @throws DemoProblem at the first unexpected thing. */
export async function* play(
  chapters: readonly Chapter[],
  client: SandboxClient,
  staging: Staging,
): AsyncGenerator<Scene> {
  let next = 0;
  for (const { title, steps, phones = false } of chapters) {
    let shownAt = 0;
    yield { kind: 'chapter', title };
    for (const step of steps) {
      if (step.kind === 'note') {
        yield { kind: 'note', text: step.text };
        continue;
      }
      const pressed = await perform(step, client, staging);
      const shown = await client.seenFrom(next);
      next = shown.next;
      const seen = [...pressed, ...shown.seen].filter(({ via }) => phones || via !== 'app');
      check(step, seen);
      for (const scene of scenesOf(seen, staging)) {
        if (scene.kind === 'clock' && scene.at.getTime() === shownAt) continue;
        if (scene.kind === 'clock') shownAt = scene.at.getTime();
        yield scene;
      }
    }
  }
}

type Acted = Exclude<Step, { kind: 'note' }>;

/** Does what a step says; gives what a press has changed, which no new message shows. */
async function perform(step: Acted, client: SandboxClient, { cast }: Staging): Promise<ShownMessage[]> {
  await client.moveClock({ now: instantOf(step.at) });
  if (step.kind === 'time') return [];
  const as = cast.idOf(step.who);
  if (!as) throw new DemoProblem(step.at, `名册里没有${step.who}`);
  if (step.kind === 'press') return pressCard(step, as, client);
  const { chat, text, picture } = step;
  await client.say({ as, chat, text, ...(picture === undefined ? {} : { picture }) });
  // A move to the same instant resolves when all that follows from the words is done.
  await client.moveClock({ now: instantOf(step.at) });
  return [];
}

/** The press as words of its own, and the card as it stands afterwards. */
async function pressCard(
  step: Extract<Step, { kind: 'press' }>,
  as: string,
  client: SandboxClient,
): Promise<ShownMessage[]> {
  const isIt = ({ via, chat, text }: ShownMessage) => via === 'app' && chat.id === as && text.includes(step.card);
  const card = (await client.seenFrom(0)).seen.findLast(isIt);
  if (!card?.msgid) throw new DemoProblem(step.at, `${step.who}的手机上没有“${step.card}”的卡片`);
  const chosen = Object.entries(step.choose ?? {});
  const selections = chosen.map(([question, option]) => ({ question, options: [option] }));
  await client.press({ as, msgid: card.msgid, key: step.key, selections });
  await client.moveClock({ now: instantOf(step.at) });
  const after = (await client.seenFrom(0)).seen.find(({ msgid }) => msgid === card.msgid);
  const words = [...chosen.map(([, option]) => option), `按“${step.key}”`].join('，');
  const at = new Date(instantOf(step.at)).toISOString();
  return [
    { ...card, at, from: as, text: `（${words}）` },
    { ...(after ?? card), at },
  ];
}

function check(step: Acted, seen: readonly ShownMessage[]): void {
  const answers = seen.filter((message) => message.from === 'bot');
  const said = Date.parse(instantOf(step.at));
  if (step.sees === 'silence') {
    const answer = answers.find((message) => Date.parse(message.at) === said);
    if (answer) throw new DemoProblem(step.at, `本该不接话，却回答了“${answer.text}”`);
    return;
  }
  const missing = step.sees.find((sight) => !answers.some((message) => isSeen(message, sight)));
  if (missing) throw new DemoProblem(step.at, `“${missing.chat}”里没有出现“${missing.words}”`);
}

function isSeen({ chat, text, via }: ShownMessage, sight: Sight): boolean {
  const name = via === 'app' ? '手机' : chat.kind === 'single' ? '单聊' : chat.name;
  return name === sight.chat && text.includes(sight.words);
}
