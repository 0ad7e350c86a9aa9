import type { Rules } from '../domain/rules.ts';
import { changeRules } from '../domain/rules-change.ts';
import type { Context } from './context.ts';

type Core = Pick<Context, 'stores' | 'clock' | 'worlds'>;

/**
 * Makes the next version of the rules from the latest one. Running services see it with their next decision; what is accepted keeps
 * the version it has. @throws Error with a sentence when it makes no sense or somebody else has made a version meanwhile.
 */
export async function setRules(
  v: { settings: readonly string[]; from: Date | null; by: string },
  { stores, clock, worlds }: Core,
): Promise<Rules> {
  const [now, world] = await Promise.all([clock.now(), worlds.current()]);
  const latest = world.rules.versions.at(-1) ?? world.rules.at(now);
  const from = v.from ?? now;
  if (from < now) throw new Error('rules come into force now or on a later day, never backwards');
  if (from < latest.from)
    throw new Error(`version ${latest.version} has yet to come into force: the next one can't do so before it`);
  const rules = { version: latest.version + 1, from, ...changeRules(latest, v.settings) };
  if (!(await stores.rules.keep(rules)))
    throw new Error(`version ${rules.version} was made meanwhile: look and set again`);
  await stores.versions.bump('rules');
  await stores.audit.keep({ _id: `rules/${rules.version}`, at: now, by: v.by, what: 'rules', change: rules });
  return rules;
}
