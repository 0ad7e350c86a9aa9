import { said } from './format.ts';

/** What reached nobody, in the office's 待办. */

export const noticeKinds = {
  report: '报告',
  visitsDue: '走访提醒',
  urgedTogether: '催办',
  reply: '回复',
  other: '通知',
} as const;

export const addressee = { office: '双创双服办公室', asker: '提问人', unknown: '已不在名册的对象' } as const;

/** So many cases are named of those that did not reach one target. */
const NAMED = 3;

export const deadNoticeLine = (v: { target: string; why: string; what: readonly string[]; count: number }) => {
  const more = v.count > 1 ? `${v.what.length > NAMED ? '等' : '，共'}${v.count}条` : '';
  return `未送达：${v.what.slice(0, NAMED).join('、')}${more}（${said(v.target, 30)}，${said(v.why, 60)}）`;
};

/** `count`: notices, not lines. */
export const deadNoticesMore = (v: { count: number; days: number }) => `近${v.days}天还有${v.count}条未送达未列出。`;
