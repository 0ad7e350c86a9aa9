import { LISTED, type Listed, listOutbox, resendOutbox } from '../app/outbox-list.ts';
import type { Core } from '../app/context.ts';
import { withCore } from './with-database.ts';

const USAGE = `npm run outbox -- list [${LISTED.join('|')}] | resend KEY… | resend --dead`;

/** Shows what did not get through and lets it try again; works on a running service. */
async function main(): Promise<void> {
  const work = readArguments(process.argv.slice(2));
  if (!work) throw new Error(USAGE);
  process.stdout.write(`${(await withCore(work)).join('\n')}\n`);
}

function readArguments([command, ...words]: readonly string[]): ((core: Core) => Promise<string[]>) | null {
  const [status = 'dead'] = words;
  if (command === 'list' && words.length <= 1 && isListed(status)) return (core) => listOutbox(status, core);
  if (command !== 'resend' || words.length === 0) return null;
  const isAll = words.length === 1 && words[0] === '--dead';
  if (!isAll && words.some((word) => word.startsWith('-'))) return null;
  return async (core) => {
    const count = await resendOutbox(isAll ? 'dead' : words, core);
    if (count === 0) throw new Error(`Nothing was resent: no dead or uncertain notice has such a key (${USAGE}).`);
    return [`${count} sent again`];
  };
}

function isListed(word: string): word is Listed {
  return LISTED.some((status) => status === word);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
