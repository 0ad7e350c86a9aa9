import { type Reading, type Speaker, understand } from '../../src/domain/understand/index.ts';
import { statutoryWorkday } from '../../src/domain/workday.ts';

/** Friday, 27 November 2026, nine in the morning in Asia/Shanghai. */
export const SAID = new Date('2026-11-27T09:00:00+08:00');

/** What varies from one test message to another. */
interface Circumstances {
  said?: Date;
  quote?: string;
  asked?: boolean;
}

/** Reads a message as somebody said it. */
export function readingOf(speaker: Speaker, text: string, circumstances: Circumstances = {}): Reading {
  return understand({ text, speaker, said: SAID, botName: '帮企通', isWorkday: statutoryWorkday, ...circumstances });
}
