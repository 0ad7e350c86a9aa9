import * as texts from '../../config/texts/support.ts';
import { currentLeg, type Snapshot } from '../domain/case.ts';
import type { About } from '../domain/notice.ts';
import { supportNamed, turnOf } from '../domain/support.ts';
import type { CaseWords } from './casework.ts';

/** The words of 协办 and 分办; null for any other notice. */
export function supportWords(about: About, snapshot: Snapshot, v: CaseWords): string | null {
  const support = 'support' in about ? supportNamed(snapshot, about.support) : null;
  if (!support) return null;
  const { kind, task } = support;
  const main = currentLeg(snapshot)?.unit.name ?? v.unit;
  const words = { ...v, kind, task, main, supporter: support.unit.name, supportDue: support.dueDay };
  switch (about.kind) {
    case 'supportAsked':
      return texts.supportAsked(words);
    case 'supportNamed':
      return texts.supportNamed(words);
    case 'supportDone':
      return texts.supportResult({ ...words, result: support.result ?? '' });
    case 'supportEnded':
      return texts.supportEnded(words);
    default:
      return null;
  }
}

/** Why a notice of these no longer holds; null when it holds or is none of these. */
export function supportOver(about: About, snapshot: Snapshot): string | null {
  if (about.kind !== 'supportAsked' && about.kind !== 'supportNamed') return null;
  return turnOf(snapshot, about.support) ? null : 'the support is over';
}
