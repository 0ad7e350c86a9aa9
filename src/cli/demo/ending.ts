import type { SandboxClient } from '../sandbox-client.ts';
import { DRAIN, FIRE, LOAN, PENSIONS, POWER } from './cases.ts';

/** How each case of the story must stand at its end. */
const ENDING: Record<string, string> = {
  [LOAN]: 'closed',
  [PENSIONS]: 'closed',
  [FIRE]: 'closed',
  [POWER]: 'withdrawn',
  [DRAIN]: 'closed',
};

/** Compares the cases with how the story ends. @throws a sentence naming the first that stands otherwise. */
export async function checkEnding(client: SandboxClient): Promise<void> {
  for (const [number, expected] of Object.entries(ENDING)) {
    const status = await client.statusOf(number);
    if (status !== expected)
      throw new Error(`演示没有按预期收场：${number} 应为 ${expected}，实为 ${status ?? '没有这一件'}。`);
  }
}
