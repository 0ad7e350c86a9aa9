import { replayed, rulesText, rulesToCome, rulesWritten } from '../../config/texts/rules.ts';
import type { Core } from '../app/context.ts';
import { replayRules } from '../app/replay-rules.ts';
import { setRules } from '../app/set-rules.ts';
import { rulesInWords } from '../domain/rules.ts';
import { OPERATOR } from '../store/audit-store.ts';
import { readRulesArguments, type RulesRequest } from './rules-arguments.ts';
import { withCore } from './with-database.ts';

/** Shows or sets the rules of terms, or counts the open cases by those in force; works on a running service. */
async function main(): Promise<void> {
  const request = readRulesArguments(process.argv.slice(2));
  process.stdout.write(`${await withCore((core) => answer(request, core))}
`);
}

async function answer(request: RulesRequest, core: Core): Promise<string> {
  if (request.command === 'show') return show(core);
  if (request.command === 'set') return rulesWritten(await setRules({ ...request, by: OPERATOR }, core));
  return replayed({ ...(await replayRules(request.apply, core)), isApplied: request.apply });
}

async function show({ clock, worlds }: Core): Promise<string> {
  const [now, { rules }] = await Promise.all([clock.now(), worlds.current()]);
  const toCome = rules.versions.filter(({ from }) => from > now);
  return [rules.at(now), ...toCome]
    .map((version) =>
      [rulesText(rulesInWords(version)), ...(version.from > now ? [rulesToCome(version)] : [])].join('\n'),
    )
    .join('\n\n');
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
