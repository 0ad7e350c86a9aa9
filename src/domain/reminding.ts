import { isReminderStage } from './instruction.ts';
import type { About } from './notice.ts';

/** True for a stage of reminding: one that has perhaps been sent waits for the next stage, instead of being said twice. */
export function isReminder(about: About): boolean {
  return about.kind === 'remind' || (about.kind === 'instruction' && isReminderStage(about.stage));
}
