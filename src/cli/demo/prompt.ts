import { createInterface } from 'node:readline/promises';
import type { Readable } from 'node:stream';
import { SandboxRefusal, THE_END } from '../sandbox-client.ts';
import { clockText } from './lay-out.ts';
import { printTerminal } from './print-terminal.ts';
import { scenesOf, type Staging } from './scene.ts';
import type { Town } from './start-town.ts';
import { findVoice, type Voice, voiceText } from './voice.ts';

const HELP = [
  '直接输入一句话，就以当前人物在当前会话里说（群里会自动@帮企通）。另可用：',
  '  /as 姓名 @群名      换人物和群，例如 /as 李华 @市工信局；不写群名就是与帮企通单聊',
  '  /clock 3 workdays   时间往前走，也可 2 hours、30 minutes、1 days',
  '  /chats              列出人物和群',
  '  /help  /quit',
].join('\n');

/** What the prompt speaks to and writes on. */
export interface Stage {
  town: Pick<Town, 'url' | 'client' | 'isUsualPort'>;
  staging: Staging;
  colour: boolean;
  write(text: string): void;
}

/** Where the session stands between two lines. */
interface Session {
  voice: Voice;
  /** How far the chats have been shown; what was said from outside meanwhile comes with the next line. */
  next: number;
}

/** Leaves the stage to whoever types lines. Resolves to `quit` on /quit or ^C, to `end` when the input ends. */
export async function keepTalking(stage: Stage, input: Readable & { isTTY?: boolean }): Promise<'quit' | 'end'> {
  const { town, staging, write } = stage;
  const { next } = await town.client.seenFrom(THE_END);
  const [first = ''] = staging.cast.chats;
  let session: Session = { next, voice: { as: staging.cast.reporter, chat: first } };
  const ask = () => write(`\n${voiceText(session.voice, staging.cast)}> `);
  write(`\n沙箱还开着：${town.url}\n${sayHint(town)}\n${HELP}\n`);
  ask();
  // Lines that come before somebody listens are lost, so nothing is awaited between here and the loop.
  const lines = createInterface(input.isTTY ? { input, output: process.stdout } : { input });
  let isBroken = false;
  lines.on('SIGINT', () => {
    isBroken = true;
    lines.close();
  });
  for await (const line of lines) {
    if (line.trim() === '/quit') return 'quit';
    session = await answer(line.trim(), session, stage);
    ask();
  }
  return isBroken ? 'quit' : 'end';
}

function sayHint({ url, isUsualPort }: Stage['town']): string {
  const port = isUsualPort ? '' : `PORT=${new URL(url).port} `;
  return `在另一个终端也可以说话：${port}npm run say -- --as lihua --chat 市工信局办理群 "待办"`;
}

/** Does what a line asks for. A mistake costs a sentence, never the session. */
async function answer(line: string, session: Session, stage: Stage): Promise<Session> {
  const { write, staging, town } = stage;
  const { cast } = staging;
  const [command = '', ...rest] = line.split(/\s+/u);
  if (!line) return session;
  if (!line.startsWith('/')) return show(session, stage, () => town.client.say({ ...session.voice, text: line }));
  switch (command) {
    case '/as':
      return changeVoice(rest, session, stage);
    case '/clock':
      return moveClock(rest.join(' '), session, stage);
    case '/chats':
      write(`人物：${cast.ids.map((id) => cast.nameOf(id)).join('、')}\n群：${cast.chats.join('、')}\n`);
      return session;
    case '/help':
      write(`${HELP}\n`);
      return session;
    default:
      write(`没有 ${command} 这个命令。\n${HELP}\n`);
      return session;
  }
}

async function moveClock(advance: string, session: Session, stage: Stage): Promise<Session> {
  if (/^\d{1,4} (?:minute|hour|day|week|workday)s?$/u.test(advance))
    return show(session, stage, () => stage.town.client.moveClock({ advance }));
  stage.write('没看懂要走多久，请写成 /clock 3 workdays、/clock 2 hours 这样。\n');
  return session;
}

function changeVoice([name = '', group = '']: readonly string[], session: Session, stage: Stage): Session {
  const voice = findVoice(name, group, stage.staging.cast);
  if (!('refusal' in voice)) return { ...session, voice };
  stage.write(`${voice.refusal}\n`);
  return session;
}

async function show(
  session: Session,
  { town, staging, colour, write }: Stage,
  act: () => Promise<void>,
): Promise<Session> {
  try {
    await act();
    await town.client.settle();
  } catch (error) {
    if (!(error instanceof SandboxRefusal)) throw error;
    write(`${error.message}\n`);
  }
  const { next, seen } = await town.client.seenFrom(session.next);
  for (const scene of scenesOf(seen, staging)) write(printTerminal(scene, colour));
  const isSilent = !seen.some((message) => message.from === 'bot');
  if (isSilent) write(`（没有新消息。现在是${clockText(await town.client.now())}）\n`);
  return { ...session, next };
}
