/**
 * Business settings with their defaults. Sources: design.md section 6; domain-anchors.md C2 (terms), C3 (states), C6 (survey).
 * A case pins the version of terms and grades at acceptance, so that a changed rule never re-judges what was promised before.
 * Those below are version 1; `npm run rules` sets later ones, which the database keeps.
 */
export const RULES_VERSION = 1;

/** The 19 kinds of problem, in the order of every list. */
export const CATEGORIES = [
  '资金保障',
  '行政审批',
  '用地规划',
  '用工社保',
  '市场开拓',
  '技术创新',
  '政策兑现',
  '账款拖欠',
  '要素保障',
  '环保安全',
  '税费',
  '交通物流',
  '招投标',
  '市场监管',
  '项目建设',
  '外贸外资',
  '法律纠纷',
  '营商作风',
  '其他',
] as const;

export type Category = (typeof CATEGORIES)[number];

/** Complaints about officials: seen by the office alone (design.md section 8). */
export const CONFIDENTIAL_CATEGORIES: readonly Category[] = ['营商作风'];

/** 即办, 简单, 一般, 复杂, 提级: how hard a problem is, and so how long it may take. */
export type Grade = 'instant' | 'simple' | 'general' | 'complex' | 'escalated';

/** Term of each grade in working days, counted from the day after acceptance. */
export const TERM_WORKDAYS: Record<Grade, number> = { instant: 1, simple: 3, general: 5, complex: 15, escalated: 30 };

/** The longest term that the office may set, working days: reports look back as far, so that no case that falls due is missed. */
export const LONGEST_TERM_WORKDAYS = 60;

/** Grade of each category (domain-anchors.md C1); unlisted ones are `general`. */
export const CATEGORY_GRADE: Partial<Record<Category, Grade>> = {
  用地规划: 'complex',
  市场开拓: 'complex',
  账款拖欠: 'complex',
  项目建设: 'complex',
};

/** 退回 (domain-anchors.md C2): asked within so many working days of the assignment, allowed so often; then the unit keeps it (首接负责). */
export const RETURNS = { workdays: 1, allowed: 2 } as const;

/**
 * The answer that the enterprise reads at 办结 (domain-anchors.md A6 答复规范, C3). A result is always required. The day and whoever to
 * call are wished for from these grades on, after the answer is taken, and required of these. An answer asked back is in term by when
 * it was first given, if it is completed within so many working days.
 */
export const ANSWER_QUALITY: { wished: readonly Grade[]; required: readonly Grade[]; completedWithin: number } = {
  wished: ['general', 'complex', 'escalated'],
  required: ['escalated'],
  completedWithin: 1,
};

/**
 * 审核: whose 办结 the office approves before it counts; a case that is 提级 always, and what leaves the problem as it was, lest a
 * term be met by giving up (design.md section 3, outcome codes).
 */
export const REVIEWED: {
  categories: readonly Category[];
  grades: readonly Grade[];
  outcomes: readonly ('planned' | 'unreachable' | 'unable')[];
} = { categories: [], grades: ['escalated'], outcomes: ['planned', 'unreachable', 'unable'] };

/** Where the enterprise should read what proves the answer, 佐证 (domain-anchors.md C3): it is asked for when the answer names none. */
export const EVIDENCE_CATEGORIES: readonly Category[] = ['资金保障', '账款拖欠', '政策兑现'];

/** Files that people send (wecom-protocol 1.2, 4.6): the platform itself takes back no more than 20 MB, so that each can be passed on. */
export const ATTACHMENTS = { maxBytes: 20 * 1024 * 1024, perMessage: 10 } as const;

/** 催办 by an enterprise: one a working day, so many a case and leg. */
export const URGES_A_LEG = 3;

/** 申请延期 (domain-anchors.md C2): asked so many working days before the due day, before this minute, at most so often. */
export const EXTENSIONS = { workdaysBefore: 1, before: 17 * 60, allowed: 2 } as const;

/** 暂停 of a unit's clock: so many working days in all and so often a leg. No source gives a cap; these are our defaults. */
export const PAUSES = { workdays: 10, allowed: 2 } as const;

/** 协办 and 分办 (domain-anchors.md C2, 泉州 3 of 7): a term of so many percent of what is left to the main unit, rounded up; so many at once. */
export const SUPPORTS = { percent: 60, atOnce: 4 } as const;

/** 复发 (domain-anchors.md B4): a like problem reported again within so many days of its 销号. No source gives a span; this is our default. */
export const RELAPSE_DAYS = 90;

/** The two work periods of a working day, minutes after midnight in Asia/Shanghai, half-open. */
export const WORK_PERIODS: readonly { from: number; to: number }[] = [
  { from: 8 * 60 + 30, to: 12 * 60 },
  { from: 14 * 60, to: 17 * 60 + 30 },
];

/** When assignments may still reach people: 07:00-22:00, minutes after midnight, half-open (design.md section 4, Delivery class). */
export const WAKING_HOURS = { from: 7 * 60, to: 22 * 60 } as const;

/**
 * Supervision of what is late (domain-anchors.md A6, B2; design.md section 3): a yellow card from the last working day before the due
 * day on, a red one from the first working day after it. From so many working days over, the office reads it each morning; after so
 * many a numbered 督办单 goes out, once a leg.
 */
export const SUPERVISION = { officeFrom: 2, orderFrom: 5, orderWorkdays: 3 } as const;

/** A 提醒函 is to be answered within so many working days of its day, unless it names another day. Ours: as long as a 督办单. */
export const INSTRUCTIONS = { letterWorkdays: 3 } as const;

/** What is brought before the 调度会 besides red cards and 提级 (ours): a leg extended so often, a 退回 unruled for so many working days. */
export const MEETING = { extensions: 2, returnedWorkdays: 1 } as const;

/** After so many closures that the enterprise did not accept, the case is brought before the leader and the office (提级). */
export const ESCALATED_AFTER_REWORKS = 3;

/** The same once it was given away so often: 退回 that the office allowed, and 转给 by the units themselves (巴彦淖尔, domain-anchors.md A6). */
export const ESCALATED_AFTER_MOVES = 3;

/** The digests leave at 08:40 (with the morning's reminders) and 16:30 of each working day, minutes after midnight. */
export const DIGESTS_AT = { morning: 8 * 60 + 40, afternoon: 16 * 60 + 30 } as const;

/** A leader gets so many messages by themselves within so many hours; what is more waits for the next digest, unless it is urgent. */
export const LEADER_BUDGET = { messages: 6, hours: 12 } as const;

/** 稍后提醒: for so many working days at most, so often a leg; the reminders of the due day and the first of a red card always come. */
export const SNOOZES = { workdays: 3, allowed: 2 } as const;

/** A draft that nobody corrects is accepted after this long. */
export const DRAFT_CONFIRM_MS = 10 * 60_000;

/** How long the one who withdrew or corrected may take it back. */
export const UNDO_MS = 10 * 60_000;

/** A category that the words speak for less surely than this is shown with a question. */
export const SURE_CATEGORY = 0.4;

/** Messages of one sender within this time after a report belong to it. */
export const SUPPLEMENT_WINDOW_MS = 120_000;

/** 交账要账 reaches each unit on the first working day of a week, after the morning's reminders. Minutes after midnight. */
export const LEDGER_AT = 9 * 60;

/** Call-back survey (domain-anchors.md C2): invited 1 working day after closure; reminded at +1 and +3, expired at +7 from then. */
export const SURVEY_WORKDAYS = { invite: 1, reminders: [1, 3], expire: 7 } as const;

/** Each leader takes at least so many (河北日报, 2018-11-07). */
export const LEAST_PAIRED = { enterprises: 2, projects: 2 } as const;

/** An enterprise that has reported nothing for so many days is worth a visit. */
export const SILENT_DAYS = 90;

/**
 * 走访 (翼城 包联频次, domain-anchors.md A7): each leader is at each of their subjects once a calendar month. On the first working
 * day from this day of the month on, at this minute, it is decided who is reminded; so many subjects are named. What was recorded
 * wrongly may be withdrawn until the end of so many working days after (no source; ours).
 */
export const VISITS = { remindFrom: 21, remindAt: 8 * 60, named: 10, withdrawWorkdays: 1 } as const;

/** The weekly report is cut on Friday 16:00, or on the working day before when Friday is off. */
export const WEEKLY_CUT = { weekday: 5, at: 16 * 60 } as const;
