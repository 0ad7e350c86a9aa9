import { parseArgs } from 'node:util';
import { isAxiosError } from 'axios';
import { loadSettings } from './load-settings.ts';
import { buildSandboxClient, type ShownMessage, THE_END, type Words } from './sandbox-client.ts';

const USAGE =
  '用法：npm run say -- --as 用户号 [--chat 群名] "要说的话"（不写 --chat 就是与帮企通单聊；用户号写成 kf/客户号 就是从微信客服写来）';

/** Speaks into the sandbox of a running service and prints what its chats show in answer. */
async function main(args: readonly string[]): Promise<void> {
  const words = readWords(args);
  const { host, port } = loadSettings();
  const client = buildSandboxClient(`http://${host}:${port}`);
  const { next } = await client.seenFrom(THE_END);
  await client.say(words);
  await client.settle();
  const { seen } = await client.seenFrom(next);
  const answers = seen.filter((message) => message.from === 'bot');
  process.stdout.write(answers.length > 0 ? answers.map(shown).join('\n') : '（没有回答：闲聊不接话。）\n');
}

function readWords(args: readonly string[]): Words {
  const options = { as: { type: 'string' }, chat: { type: 'string' } } as const;
  const { values, positionals } = parseOrRefuse(() => parseArgs({ args: [...args], options, allowPositionals: true }));
  const text = positionals.join(' ');
  if (!values.as || !text) throw new Error(USAGE);
  return { as: values.as, chat: values.chat ?? null, text };
}

function parseOrRefuse<T>(parse: () => T): T {
  try {
    return parse();
  } catch {
    throw new Error(USAGE);
  }
}

function shown({ chat, text }: ShownMessage): string {
  return `【${chat.kind === 'group' ? chat.name : '单聊'}】\n${text}\n`;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const sentence = isAxiosError(error)
    ? '没有连上沙箱：请先运行 npm run demo，或以 SANDBOX=1 启动服务。'
    : (error as Error).message;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
