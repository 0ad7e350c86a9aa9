import type { Category } from '../../../config/rules.ts';
import type { CalendarWord } from './calendar-word.ts';
import type { HandlingWord } from './handling-word.ts';
import type { ClosingWord } from './outcome.ts';
import type { PeopleWord } from './people-reading.ts';
import type { SupervisionTopic, SupervisionWord } from './supervision-reading.ts';
import type { DeadlineReading, RatingReading } from './reading.ts';
import type { VisitWord } from './visit.ts';

/** A word of command: what somebody says that is no plain talk. */
export type Word =
  | { type: 'confirm' }
  | { type: 'withdraw' }
  | { type: 'correctCategory'; category: Category | null; said: string }
  | { type: 'correctDeadline'; deadline: DeadlineReading | null; said: string }
  | { type: 'supplement'; text: string }
  | { type: 'urge' }
  /** 稍后提醒, 3天后再提醒: the reminders of a case are to pause for a while. */
  | { type: 'snooze'; deadline: DeadlineReading | null }
  | { type: 'ruleExtension'; granted: boolean; reason: string | null }
  | { type: 'ruleReturn'; granted: boolean; reason: string | null; unitName: string | null }
  | HandlingWord
  | ClosingWord
  /** 不予受理, 转法定途径, 挂账 and 电话回访, said by the office. */
  | { type: 'decline'; reason: string | null }
  | { type: 'redirect'; reason: string | null }
  | { type: 'suspend'; deadline: DeadlineReading | null; reason: string | null }
  | { type: 'phoneSurvey'; rating: RatingReading | null }
  | SupervisionWord
  | { type: 'bind'; code: string; name: string }
  | PeopleWord
  /** 恢复, 改回去: the speaker's last 撤回 or correction is to be undone. */
  | { type: 'undo' }
  /** 上报: what was just said, and not taken as a report, is one. */
  | { type: 'file' }
  /** 识别 X: how X would be understood, and why. */
  | { type: 'inspect'; text: string }
  | VisitWord
  | CalendarWord
  | { type: 'query'; what: QueryTopic };

/** 进度, 我的问题, 待办, 本周, 逾期, 期限依据, 依据 (of what was understood), 包联检查, 我的企业, those of supervision, 工作日历, 规则, 帮助. */
export type QueryTopic =
  | 'progress'
  | 'mine'
  | 'todo'
  | 'week'
  | 'overdue'
  | 'basis'
  | 'evidence'
  | 'pairing'
  | 'mySubjects'
  | SupervisionTopic
  | 'calendar'
  | 'rules'
  | 'help';
