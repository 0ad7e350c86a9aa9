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
  for (const { title, steps } of chapters) {
    let shownAt = 0;
    yield { kind: 'chapter', title };
    for (const step of steps) {
      if (step.kind === 'note') {
        yield { kind: 'note', text: step.text };
        continue;
      }
      await perform(step, client, staging);
      const shown = await client.seenFrom(next);
      next = shown.next;
      check(step, shown.seen);
      for (const scene of scenesOf(shown.seen, staging)) {
        if (scene.kind === 'clock' && scene.at.getTime() === shownAt) continue;
        if (scene.kind === 'clock') shownAt = scene.at.getTime();
        yield scene;
      }
    }
  }
}

type Acted = Exclude<Step, { kind: 'note' }>;

async function perform(step: Acted, client: SandboxClient, { cast }: Staging): Promise<void> {
  await client.moveClock({ now: instantOf(step.at) });
  if (step.kind === 'time') return;
  const as = cast.idOf(step.who);
  if (!as) throw new DemoProblem(step.at, `名册里没有${step.who}`);
  await client.say({ as, chat: step.chat, text: step.text });
  // A move to the same instant resolves when all that follows from the words is done.
  await client.moveClock({ now: instantOf(step.at) });
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

function isSeen({ chat, text }: ShownMessage, sight: Sight): boolean {
  return (chat.kind === 'single' ? '单聊' : chat.name) === sight.chat && text.includes(sight.words);
}
