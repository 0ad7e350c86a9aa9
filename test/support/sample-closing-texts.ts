import * as closing from '../../config/texts/closing.ts';
import { V } from './sample-texts.ts';

const CONTACT = { name: '李华', phone: '13800003331' };

/** 办结. */
export const CLOSING: Record<Exclude<keyof typeof closing, 'OUTCOME_TEXT' | 'outcomeNote'>, readonly string[]> = {
  answerQuestion: [
    closing.answerQuestion({ ...V, wanted: ['result'], points: [] }),
    closing.answerQuestion({ ...V, wanted: ['date', 'contact'], points: ['排水不畅'] }),
  ],
  answerWishes: [closing.answerWishes({ ...V, wanted: ['date', 'contact', 'evidence'] })],
  answerAdded: [closing.answerAdded(V)],
  approvalSent: [closing.approvalSent({ ...V, outcome: 'unable' })],
  approvalPending: [closing.approvalPending(V)],
  approvalAsked: [true, false].map((isLate) =>
    closing.approvalAsked({ ...V, outcome: 'planned', evidence: isLate ? null : '银行回单', isLate }),
  ),
  approvalRuled: [true, false].map((granted) => closing.approvalRuled({ ...V, granted })),
  closureRuled: [true, false].map((granted) => closing.closureRuled({ ...V, granted })),
  nothingToApprove: [closing.nothingToApprove(V)],
  redirectIsOffices: [closing.redirectIsOffices(V)],
  resolvedNotice: (['solved', 'explained'] as const).map((outcome) =>
    closing.resolvedNotice({ ...V, outcome, contact: outcome === 'solved' ? null : CONTACT }),
  ),
};
