import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildCast, type RosterFile } from './demo/cast.ts';
import { readDemoArguments } from './demo/demo-arguments.ts';
import { play } from './demo/play.ts';
import { printMarkdown } from './demo/print-markdown.ts';
import { printTerminal, wantsColour } from './demo/print-terminal.ts';
import { checkEnding } from './demo/ending.ts';
import { keepTalking, type Stage } from './demo/prompt.ts';
import type { Scene, Staging } from './demo/scene.ts';
import { startTown, type Town } from './demo/start-town.ts';
import { instantOf } from './demo/step.ts';
import { BEGIN, STORY } from './demo/story.ts';
import { readJsonFile } from './read-json-file.ts';

const ROSTER = path.resolve(import.meta.dirname, '../../config/demo-roster.json');

const colour = wantsColour(process.env, process.stdout);
const write = (text: string) => void process.stdout.write(text);

/** Plays the story in a town of its own, then leaves the stage to whoever sits at the terminal. */
async function main(words: readonly string[]): Promise<void> {
  const request = readDemoArguments(words);
  if ('refusal' in request) throw new Error(request.refusal);
  const roster = await readJsonFile(ROSTER);
  const stopped = nextSignal();
  const town = await startTown({ begin: instantOf(BEGIN), roster });
  try {
    const staging = { cast: buildCast(roster as RosterFile), botName: '帮企通' };
    const played = await Promise.race([show(town, staging), stopped]);
    if (played === null) return;
    if (request.transcript) await writeFile(request.transcript, printMarkdown(played));
    if (!request.once) await Promise.race([stayOpen({ town, staging, colour, write }), stopped]);
  } finally {
    await town.close();
  }
}

async function show(town: Town, staging: Staging): Promise<Scene[]> {
  const scenes: Scene[] = [];
  for await (const scene of play(STORY, town.client, staging)) {
    write(printTerminal(scene, colour));
    scenes.push(scene);
  }
  await checkEnding(town.client);
  return scenes;
}

/** At a terminal the end of input ends the demo; started in the background, where there is no input, it serves until a signal. */
async function stayOpen(stage: Stage): Promise<void> {
  const end = await keepTalking(stage, process.stdin);
  if (end === 'quit' || process.stdin.isTTY) return;
  write('\n（没有键盘输入，沙箱继续开着；用 Ctrl+C 结束。）\n');
  await new Promise(() => {});
}

/** Resolves to null when somebody wants the demo to end: its engines must be stopped with it. */
function nextSignal(): Promise<null> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve(null));
    process.once('SIGTERM', () => resolve(null));
  });
}

try {
  await main(process.argv.slice(2));
  // A prompt that still waits for a line must not hold the process.
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
