import { classify } from './category/classify.ts';
import { findEnterprise, withoutNames } from './company/extract.ts';
import { findContact } from './contact.ts';
import { findDeadline, type SaidAt } from './deadline/parse-deadline.ts';
import { toHalfWidth } from './fold-text.ts';
import { findPhone } from './phone.ts';
import { splitProblems } from './problem-parts.ts';
import type { ProblemReading } from './reading.ts';
import { summarize } from './summary.ts';
import { readUrgency } from './urgency.ts';

/** A message taken for a report, with the words as written and half-width. */
export interface ReportText {
  /** As written, without mentions. */
  written: string;
  /** Half-width and without needless spaces. */
  folded: string;
}

const FORM_FIELD =
  /(?:^|[;；\n,，。\s])(?:存在|反映|具体)?(?:问题|诉求|事项)(?:描述|内容|诉求|情况|概述|名称)?[:：]\s*([^;；\n]{2,})/;

/** The problems that a report tells of: one each for the points of a list, else one. */
export function readProblems({ written, folded }: ReportText, at: SaidAt): ProblemReading[] {
  const form = FORM_FIELD.exec(written)?.[1]?.trim();
  const parts = form ? splitProblems(form) : splitProblems(written);
  const whole = findDeadline(written, at);
  const common = {
    enterprise: findEnterprise(folded),
    contact: findContact(written),
    phone: findPhone(written),
  };
  const urgency = readUrgency(folded);
  return parts.map((part) => ({
    enterprise: common.enterprise,
    summary: summarize(part),
    text: part,
    category: classify(withoutNames(toHalfWidth(part))),
    deadline: (parts.length > 1 ? findDeadline(part, at) : null) ?? whole,
    contact: common.contact,
    phone: common.phone,
    urgency,
  }));
}
