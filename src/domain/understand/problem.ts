import { classify } from './category/classify.ts';
import type { Lessons } from './category/lessons.ts';
import { findCompanies, withoutNames } from './company/extract.ts';
import { findContact } from './contact.ts';
import { findDeadline, type SaidAt, type Times } from './deadline/parse-deadline.ts';
import { toHalfWidth } from './fold-text.ts';
import { findPhone } from './phone.ts';
import { splitProblems } from './problem-parts.ts';
import type { DeadlineReading, FieldReason, ProblemReading } from './reading.ts';
import { summarize } from './summary.ts';
import { readUrgency } from './urgency.ts';

/** A message taken for a report, with the words as written and half-width. */
export interface ReportText {
  /** As written, without mentions. */
  written: string;
  /** Half-width and without needless spaces. */
  folded: string;
  /** What the whole message says about time. */
  times: Times;
  lessons?: Lessons | undefined;
}

const FORM_FIELD =
  /(?:^|[;；\n,，。\s])(?:存在|反映|具体)?(?:问题|诉求|事项)(?:描述|内容|诉求|情况|概述|名称)?[:：]\s*([^;；\n]{2,})/;

/** The problems that a report tells of: one each for the points of a list, else one. */
export function readProblems(report: ReportText, at: SaidAt): ProblemReading[] {
  const { written, folded, times, lessons } = report;
  const form = FORM_FIELD.exec(written)?.[1]?.trim();
  const parts = splitProblems(form ?? written);
  const { enterprise, rule, respondent } = findCompanies(folded, written);
  const contact = findContact(written);
  const phone = findPhone(written);
  const { urgency, words: pressing } = readUrgency(folded);
  const shared = reasons([
    ['enterprise', rule, enterprise],
    ['respondent', 'otherCompany', respondent],
    ['contact', 'named', contact],
    ['phone', 'number', phone],
    ['urgency', urgency, pressing],
  ]);
  const deadlines = deadlinesOf(parts, written, { whole: times.deadline, at });
  return parts.map((part, index) => {
    const { category, confidence, because } = classify(withoutNames(toHalfWidth(part)), lessons);
    const deadline = deadlines[index] ?? null;
    return {
      enterprise,
      respondent,
      summary: summarize(part),
      text: part,
      category,
      confidence,
      deadline,
      contact,
      phone,
      urgency,
      because: [...shared, because, ...deadlineReasons(deadline, times)],
    };
  });
}

/** A point's own words set its term; a term said outside the points holds for those that set none. */
function deadlinesOf(
  parts: readonly string[],
  written: string,
  { whole, at }: { whole: DeadlineReading | null; at: SaidAt },
): (DeadlineReading | null)[] {
  if (parts.length === 1) return [whole];
  const outside = parts.reduce((rest, part) => rest.replace(part, '。'), written);
  const common = findDeadline(outside, at);
  return parts.map((part) => findDeadline(part, at) ?? common);
}

type Found = readonly [field: FieldReason['field'], rule: string | null, words: string | null];

function reasons(found: readonly Found[]): FieldReason[] {
  return found.flatMap(([field, rule, words]) => (rule && words ? [{ field, rule, words: [words] }] : []));
}

function deadlineReasons(deadline: DeadlineReading | null, { passedOver }: Times): FieldReason[] {
  if (deadline) return reasons([['deadline', deadline.impossible ? 'impossible' : deadline.kind, deadline.expr]]);
  return passedOver.length > 0 ? [{ field: 'deadline', rule: 'passedOver', words: passedOver.slice(0, 5) }] : [];
}
