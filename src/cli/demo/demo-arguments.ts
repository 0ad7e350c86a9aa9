import { parseArgs } from 'node:util';

const USAGE = '用法：npm run demo -- [--once] [--transcript 文件]（--once：演完即退；--transcript：另存一份 Markdown）';

/** What was asked for, or one sentence about why it cannot be done. */
export type DemoRequest = { once: boolean; transcript: string | null } | { refusal: string };

/** Reads the words after `npm run demo --`. */
export function readDemoArguments(words: readonly string[]): DemoRequest {
  const options = { once: { type: 'boolean', default: false }, transcript: { type: 'string' } } as const;
  try {
    const { values } = parseArgs({ args: [...words], options, allowPositionals: false });
    return { once: values.once, transcript: values.transcript ?? null };
  } catch {
    return { refusal: USAGE };
  }
}
