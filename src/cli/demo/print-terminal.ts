import { chatsText, clockText, layOutTalk, type Look } from './lay-out.ts';
import type { Scene } from './scene.ts';

const CODES: Record<Look, string> = {
  title: '1;35',
  clock: '36',
  note: '2',
  chat: '1;34',
  person: '33',
  bot: '32',
  words: '',
};

/** True when colour codes should be written: on a terminal, or when FORCE_COLOR asks for them; never with NO_COLOR. */
export function wantsColour(env: NodeJS.ProcessEnv, stream: { isTTY?: boolean }): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return stream.isTTY === true;
}

/** A scene as text for a terminal. */
export function printTerminal(scene: Scene, colour: boolean): string {
  const paint = (look: Look, text: string) =>
    colour && CODES[look] && text ? `\u001b[${CODES[look]}m${text}\u001b[0m` : text;
  switch (scene.kind) {
    case 'chapter':
      return `\n${paint('title', `━━━━ ${scene.title} ━━━━`)}\n`;
    case 'clock':
      return `\n${paint('clock', `──── ${clockText(scene.at)} ────`)}\n`;
    case 'note':
      return `\n${paint('note', `（${scene.text}）`)}\n`;
    case 'talk':
      return `\n${paint('chat', `【${chatsText(scene.chats)}】`)}\n${layOutTalk(scene)
        .map(({ look, text }) => `${paint(look, text)}\n`)
        .join('')}`;
  }
}
