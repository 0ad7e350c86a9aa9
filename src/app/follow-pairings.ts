import { followLeader } from '../domain/follow-leader.ts';
import { runningCases } from '../store/case-lists.ts';
import { frame } from './act/decide-command.ts';
import type { Context } from './context.ts';

/**
 * After a change of the roster the running cases go to the leaders of now, quietly: whoever hands over, or imports, has told
 * them. Cut short or raced by another process, it is done again from the start and finds less to do.
 */
export async function followPairings(context: Pick<Context, 'stores' | 'clock' | 'worlds'>): Promise<void> {
  const { stores } = context;
  const { roster: version, followed } = await stores.versions.read();
  if (followed >= version) return;
  const [now, { roster, calendar }] = await Promise.all([context.clock.now(), context.worlds.current()]);
  for await (const { _id, ...standing } of runningCases(stores.cases.model)) {
    if (!followLeader(standing, roster)) continue;
    const doc = await stores.cases.get(_id);
    const changed = doc && followLeader(doc.snapshot, roster);
    if (!changed) continue;
    const source = `roster/${version}`;
    const events = frame([changed], { at: now, now, source, by: null });
    // Somebody decided in between: the next sweep begins anew, with this version not yet followed.
    if (!(await stores.cases.append(doc, events, { calendar, now }))) return;
  }
  await stores.versions.follow(version);
}
