import type { crowdTargets } from '../../support/crowd.ts';
import type { About, Notice, Target } from '../../../src/domain/notice.ts';
import type { CaseDoc } from '../../../src/store/case-store.ts';
import { aNotice } from '../../support/outbox-factory.ts';

/** How many groups and people share so many sends, none of them beyond the platform's limit for a minute: the clock stands. */
export function sizeFor(sends: number): { groups: number; people: number; cases: number } {
  return { groups: Math.ceil(sends / 16), people: Math.ceil(sends / 30), cases: Math.ceil(sends * 0.3) };
}

/** Of ten notices six are texts to groups, one is a text to a person, two are cards, one is a reminder; each card and reminder has a case of its own. */
export function noticesFor(
  sends: number,
  v: { targets: ReturnType<typeof crowdTargets>; cases: readonly CaseDoc[] },
): Notice[] {
  const { groups, people } = v.targets;
  const cases = [...v.cases];
  return Array.from({ length: sends }, (_, i) => {
    const kind = i % 10;
    const turn = Math.floor(i / 10);
    if (kind < 6) return aNotice(`send/${i}`, { to: at(groups, turn * 6 + kind), class: 'waking' });
    if (kind === 6) return aNotice(`send/${i}`, { to: at(people, turn), class: 'waking' });
    const subject = cases.shift();
    if (!subject) throw new Error('there are too few cases');
    const { number } = subject.snapshot;
    if (kind === 9)
      return aNotice(`send/${i}`, { to: at(groups, turn), class: 'digest', number, about: remindOf(subject) });
    const about: About = { kind: 'assigned', leg: 1 };
    return aNotice(`send/${i}`, { to: at(people, turn * 2 + kind), class: 'waking', number, about });
  });
}

function at(targets: readonly Target[], i: number): Target {
  const target = targets[i % targets.length];
  if (!target) throw new RangeError('there is nobody to send to');
  return target;
}

/** What its last reminder was about. @throws when it has had none. */
function remindOf({ events }: CaseDoc): About {
  const about = events.flatMap(({ effects }) => effects).findLast((effect) => effect.about.kind === 'remind')?.about;
  if (!about) throw new Error('the case has had no reminder');
  return about;
}
