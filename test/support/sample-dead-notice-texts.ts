import { deadNoticeLine, deadNoticesMore } from '../../config/texts/dead-notices.ts';

const NUMBER = 'BQ-2026-000123';
const group = { target: '市工信局', why: '“市工信局办理群”没有配置推送地址', what: [NUMBER], count: 1 };

/** What reached nobody, as the office's 待办 has it. */
export const DEAD_NOTICES = {
  deadNoticeLine: [deadNoticeLine(group), deadNoticeLine({ ...group, count: 5 })],
  deadNoticesMore: [deadNoticesMore({ count: 12, days: 7 })],
};
