import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND_WORDS } from '../../config/texts/command-words.ts';
import { RIGHTS } from '../../src/domain/rights.ts';
import { readingOf } from '../support/reading-of.ts';
import { wishOf } from '../../src/domain/wish.ts';
import type { Speaker } from '../../src/domain/understand/reading.ts';
import { chatCommandsPage } from './chat-commands.ts';

type Named = keyof typeof COMMAND_WORDS;

/** Who says a command: the first of those who have the right. */
function speakerOf(type: Named): Speaker {
  const right = RIGHTS[type];
  const first = Array.isArray(right) ? right[0] : 'office';
  return first === 'formerUnit' || first === 'support' ? 'unit' : first;
}

/** The words as somebody would send them. */
function filledIn(words: string): string {
  return words
    .replace('申请延期到 X月X日', '申请延期到12月4日')
    .replace('协办 单位名 X月X日前', '协办 市人社局 12月4日前')
    .replace('申请暂停到 X月X日', '申请暂停到12月4日')
    .replace('挂账到 X月X日', '挂账到12月10日')
    .replace('转给 单位名', '转给市人社局')
    .replace('改类别 X', '改类别 行政审批')
    .replace('改期限 X', '改期限 12月10日')
    .replaceAll('X', '银行额度紧张，还在审批');
}

describe('docs/chat-commands.md', () => {
  it('says what the tables say (run npm run docs after a change)', () => {
    const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/chat-commands.md'), 'utf8');
    expect(page).toBe(chatCommandsPage());
  });

  it.each(Object.entries(COMMAND_WORDS))('%s is understood by its words: %s', (type, words) => {
    const named = Object.keys(COMMAND_WORDS).find((key): key is Named => key === type);
    if (!named) throw new Error(`no command ${type}`);
    const asked = named === 'answerSurvey';
    const reading = readingOf(speakerOf(named), `${filledIn(words)} BQ-2026-000123`, { asked });
    expect(wishOf(reading)?.type).toBe(type);
  });
});
