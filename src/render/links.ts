import * as texts from '../../config/texts/links.ts';
import type { Snapshot } from '../domain/case.ts';
import type { About } from '../domain/notice.ts';
import type { CaseWords } from './casework.ts';

/** The words of 合并 and 拆分; null for any other notice. */
export function linkWords(about: About, v: CaseWords): string | null {
  switch (about.kind) {
    case 'merged':
      return texts.merged({ ...v, into: about.into });
    case 'absorbed':
      return texts.absorbed({ ...v, from: about.from, text: about.text });
    case 'splitOff':
      return texts.splitOff({ ...v, from: about.from });
    default:
      return null;
  }
}

/** Of a merged case nothing is told any more but that it is merged. */
export function linkOver(about: About, snapshot: Snapshot): string | null {
  const ends = about.kind === 'merged' || about.kind === 'supportEnded';
  return snapshot.status === 'merged' && !ends ? 'the case is merged' : null;
}
