import * as texts from '../../config/texts/pause.ts';
import type { Snapshot } from '../domain/case.ts';
import type { About } from '../domain/notice.ts';
import { currentPause } from '../domain/pause.ts';
import type { CaseWords } from './casework.ts';

/** The words of 暂停; null for any other notice. */
export function pauseWords(about: About, snapshot: Snapshot, v: CaseWords): string | null {
  const { pauseAsked, caseDueDay } = snapshot;
  const pause = currentPause(snapshot);
  switch (about.kind) {
    case 'pauseAsked':
      return texts.pauseAsked({ ...v, until: pauseAsked?.until ?? '', reason: pauseAsked?.reason ?? '' });
    case 'pauseRulingLate':
      return texts.pauseRulingLate({ ...v, until: pauseAsked?.until ?? '' });
    case 'pauseRefused':
      return texts.pauseRefused({ ...v, reason: about.reason });
    case 'paused':
      return texts.paused({ ...v, until: pause?.until ?? '', reason: pause?.reason ?? '', caseDue: caseDueDay });
    case 'resumed':
      return texts.resumed(v);
    default:
      return null;
  }
}

/** Why a notice of these no longer holds; null when it holds or is none of these. */
export function pauseOver({ kind }: About, { status, pauseAsked }: Snapshot): string | null {
  if ((kind === 'pauseAsked' || kind === 'pauseRulingLate') && !pauseAsked) return 'it has been ruled on';
  if (kind === 'paused' && status !== 'paused') return 'it is resumed';
  if (kind === 'resumed' && status !== 'assigned' && status !== 'handling') return 'nobody works on it';
  return null;
}
