import { SUPERVISION } from '../../config/rules.ts';
import { escalated, supervisionOrder } from '../../config/texts/supervision.ts';
import { approvalAsked, closureRuled } from '../../config/texts/closing.ts';
import * as texts from '../../config/texts/casework.ts';
import type { Snapshot } from '../domain/case.ts';
import type { describe } from '../domain/describe.ts';
import type { About } from '../domain/notice.ts';

/** What the words of a notice about a case are made from. */
export type CaseWords = ReturnType<typeof describe> & {
  unit: string;
  due: string;
  at: string;
  contact: string | null;
  /** How near the due day is. */
  near: string;
  today: string;
};

/** The words of 退回, 催办, 补充材料 and the side ways out of handling; null for any other notice. */
export function caseworkWords(about: About, snapshot: Snapshot, v: CaseWords): string | null {
  const { giveBack, extension, suspension, approval } = snapshot;
  switch (about.kind) {
    case 'returnAsked':
      return texts.returnAsked({
        ...v,
        reason: giveBack?.reason ?? '',
        suggests: giveBack?.suggests ?? null,
        alike: giveBack?.alike ?? [],
      });
    case 'returnRefused':
      return texts.returnRefused({ ...v, reason: about.reason });
    case 'rulingLate':
      return texts.rulingLate(v);
    case 'unassignedLate':
      return texts.unassignedLate(v);
    case 'extensionRulingLate':
      return extension && texts.extensionRulingLate({ ...v, to: extension.to, reason: extension.reason });
    case 'approvalAsked':
    case 'approvalLate':
      return approval && approvalAsked({ ...v, ...approval.answer, isLate: about.kind === 'approvalLate' });
    case 'approvalRuled':
      return closureRuled({ ...v, granted: about.granted, reason: about.reason });
    case 'supervised':
      return supervisionOrder({ ...v, order: about.order, workdays: SUPERVISION.orderWorkdays });
    case 'escalated':
      return escalated({ ...v, reworks: snapshot.closures.length, moves: about.moves ?? null });
    case 'urged':
      return texts.urged({ ...v, n: about.n, byOffice: about.byOffice ?? false });
    case 'infoAsked':
      return texts.infoAsked({ ...v, text: about.text });
    case 'declined':
      return texts.declined({ ...v, reason: snapshot.endReason ?? '' });
    case 'redirected':
      return texts.redirected({ ...v, reason: snapshot.endReason ?? '' });
    case 'suspended':
      return texts.suspended({ ...v, until: suspension?.until ?? '', reason: suspension?.reason ?? '' });
    case 'reviewDue':
      return texts.reviewDue({ ...v, reason: suspension?.reason ?? '' });
    case 'reviewLate':
      return texts.reviewLate({ ...v, until: suspension?.until ?? '' });
    default:
      return null;
  }
}

/** Why a notice of these no longer holds; null when it holds or is none of these. */
export function caseworkOver(about: About, snapshot: Snapshot): string | null {
  const { kind } = about;
  if ((kind === 'returnAsked' || kind === 'rulingLate') && !snapshot.giveBack) return 'it has been ruled on';
  if ((kind === 'approvalAsked' || kind === 'approvalLate') && !snapshot.approval) return 'it has been ruled on';
  if (kind === 'extensionRulingLate' && !snapshot.extension) return 'it has been ruled on';
  if (kind === 'reviewLate') return snapshot.suspension?.reviewed ? null : 'it has been reviewed';
  if (kind === 'reviewDue' || kind === 'suspended')
    return snapshot.status === 'suspended' ? null : 'it is taken up again';
  if (kind === 'urged' && !['assigned', 'handling', 'returned'].includes(snapshot.status)) return 'nobody works on it';
  return null;
}
