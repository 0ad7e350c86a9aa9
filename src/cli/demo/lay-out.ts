import { dayText } from '../../../config/texts/format.ts';
import type { Scene } from './scene.ts';
import { wrapText } from './wrap-text.ts';

/** How a line looks; a printer decides what that means where it prints. */
export type Look = 'title' | 'clock' | 'note' | 'chat' | 'person' | 'bot' | 'words';

/** One line of the transcript. */
export interface Line {
  look: Look;
  text: string;
}

/** Columns that a message may take. */
const WIDTH = 92;
const INDENT = '  ';

/** A talk as lines: who, then indented what; an empty line between two messages. */
export function layOutTalk(talk: Extract<Scene, { kind: 'talk' }>): Line[] {
  return talk.messages.flatMap(({ who, isBot, text }, i) => [
    ...(i > 0 ? [{ look: 'words' as const, text: '' }] : []),
    { look: isBot ? ('bot' as const) : ('person' as const), text: who },
    ...text.split('\n').flatMap(layOutLine),
  ]);
}

/** What is wrapped hangs under its first line, a list's number standing free. */
function layOutLine(line: string): Line[] {
  const hang = /^\d+\. /.test(line) ? `${INDENT}   ` : INDENT;
  const [first = '', ...rest] = wrapText(line, WIDTH);
  return [`${INDENT}${first}`, ...rest.map((piece) => hang + piece)].map((text) => ({
    look: 'words',
    text: text.trimEnd(),
  }));
}

/** 盛弘机械包联群、市工信局办理群 */
export function chatsText(chats: readonly string[]): string {
  return chats.join('、');
}

/** 11月23日（周一）09:00 in Asia/Shanghai. */
export function clockText(at: Date): string {
  const [day = '', time = ''] = new Date(at.getTime() + 8 * 3_600_000).toISOString().split('T');
  return `${dayText(day)}${time.slice(0, 5)}`;
}
