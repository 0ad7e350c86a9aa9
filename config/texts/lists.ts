import { dayText, momentDayText, momentText, sentence } from './format.ts';

/** 《问题清单》《问题解决情况清单》《企业（项目）问题解决分类汇总表》: titles, headers and words of the workbook. */

export const TITLES = {
  problems: '问题清单',
  solutions: '问题解决情况清单',
  summary: '企业（项目）问题解决分类汇总表',
} as const;

/** The tables of 分类汇总表: what stands on the sheet's tab, and over its first column. */
export const TABLES = {
  category: { tab: '分类汇总（问题类型）', header: '问题类型' },
  unit: { tab: '分类汇总（主办单位）', header: '主办单位' },
  county: { tab: '分类汇总（所属县区）', header: '所属县区' },
  list: { tab: '分类汇总（名单）', header: '类别' },
} as const;

export const PROBLEM_HEADERS = {
  row: '序号',
  number: '问题编号',
  subject: '企业/项目名称',
  list: '类别',
  county: '所属县区',
  leader: '包联领导',
  unit: '责任部门',
  taskForce: '专班',
  contact: '反映人及电话',
  text: '问题描述',
  category: '问题类型',
  wish: '诉求',
  channel: '反映渠道',
  acceptedAt: '受理时间',
  grade: '等级',
  main: '主办',
  support: '协办',
  due: '办理期限',
  status: '当前状态',
  remark: '备注',
} as const;

export const SOLUTION_HEADERS = {
  row: '序号',
  number: '编号',
  subject: '企业/项目名称',
  summary: '问题摘要',
  main: '主办/责任人',
  assignedAt: '交办时间',
  due: '期限',
  extensions: '延期次数',
  measures: '采取措施',
  progress: '进展',
  closedAt: '办结时间',
  inTerm: '是否按期',
  outcome: '办理结果',
  evidence: '佐证',
  confirmed: '企业确认',
  satisfaction: '满意度',
  writtenOffAt: '销号时间',
  next: '未解决原因及下步计划',
  watch: '督办等级',
} as const;

export const SUMMARY_HEADERS = {
  carried: '上期结转',
  fresh: '本期新增',
  expected: '应办结',
  closed: '已办结',
  inTerm: '按期办结',
  closedRate: '办结率',
  inTermRate: '按期率',
  ended: '撤回等',
  open: '在办',
  overdue: '超期',
  extended: '延期',
  suspended: '挂账',
  relapsed: '复发',
  surveyed: '回访数',
  satisfied: '满意数',
  satisfiedRate: '满意率',
  yearFresh: '累计新增',
  yearClosed: '累计办结',
  yearRate: '累计办结率',
} as const;

export const GRADES = { instant: '即办', simple: '简单', general: '一般', complex: '复杂', escalated: '提级' } as const;
export const CHANNELS = { private: '企业微信单聊', group: '企业微信群', onBehalf: '代报' } as const;
export const IN_TERM = { yes: '按期', no: '超期', overdue: '已超期' } as const;
export const OUTCOMES = { yes: '已解决', partly: '部分解决', no: '未解决' } as const;
export const CONFIRMED = {
  yes: '已确认解决',
  partly: '反映部分解决',
  no: '反映未解决',
  awaited: '待答复',
  phone: '待电话回访',
  none: '待回访',
} as const;
export const SCORES = { 5: '非常满意', 4: '满意', 3: '基本满意', 2: '不满意', 1: '非常不满意' } as const;
export const WATCH = { overdue: '红（超期）', near: '黄（临期）' } as const;
export const REMARKS = { carried: '上期结转', fresh: '本期新增', urgent: '紧急' } as const;

/** What stands where the register or the case does not say. */
export const UNKNOWN = {
  unit: '待明确责任部门',
  county: '未登记县区',
  enterprise: '其他企业',
  project: '其他项目',
  subject: '未登记名单',
} as const;

export const TOTAL = '合计';
/** Confidential cases of every kind: a row of its own kind would tell of them. */
export const CONFIDENTIAL = '不公开件（只计数）';

/** Lists are kept for years, so a day has its year: 2026年11月29日. */
const dateText = (day: string) => `${day.slice(0, 4)}年${dayText(day).replace(/（.*/u, '')}`;

export const wishText = (v: { day: string; expr: string }) => `希望${dateText(v.day)}前解决（${v.expr}）`;

export const progressText = (v: { at: Date; text: string }) => `${momentText(v.at)} ${v.text}`;

/** 未解决原因及下步计划, by what holds the case up. */
export const next = {
  unassigned: '待明确责任部门。',
  suspended: (v: { until: string; reason: string }) => `挂账，${dateText(v.until)}复核。原因：${sentence(v.reason)}`,
  paused: (v: { until: string; reason: string }) => `暂停到${dateText(v.until)}。原因：${sentence(v.reason)}`,
  returned: (v: { reason: string }) => `承办单位申请退回，待裁定。理由：${sentence(v.reason)}`,
  approval: '已报办结，待办公室审核。',
  extension: (v: { to: string; reason: string | null }) =>
    `已申请延期到${dateText(v.to)}，待批准。${v.reason ? `理由：${sentence(v.reason)}` : ''}`,
  reopened: (v: { due: string }) => `需继续办理，${dateText(v.due)}前办结。`,
  overdue: (v: { workdays: number }) =>
    v.workdays > 0 ? `已超期${v.workdays}个工作日，请尽快办结。` : '已超期，请尽快办结。',
  inTerm: (v: { due: string }) => `正在办理，${dateText(v.due)}前办结。`,
  ended: (v: { status: string; reason: string | null }) =>
    v.reason ? `${v.status}：${sentence(v.reason)}` : `${v.status}。`,
};

/** The line under a title: which days, as of when, and which part. */
export const spanText = (v: { first: string; last: string; until: Date | null; part: readonly string[] }) =>
  [
    `统计期：${dateText(v.first)}至${dateText(v.last)}`,
    `截至${v.until ? momentDayText(v.until) : '期末'}`,
    ...(v.part.length > 0 ? [`范围：${v.part.join('、')}`] : []),
  ].join('，');

export const notes = {
  problems: '列出上期结转和本期新增的问题；办理期限为对企业的期限；不公开件不列。',
  solutions: '列出本期在办、到期和回访的问题；期限为承办单位的期限；内含回访答复，仅供办公室使用；不公开件不列。',
  balance:
    '上期结转＋本期新增－已办结－撤回等＝在办。撤回等：企业撤回、不予受理、转法定途径；在办含挂账；累计：本年受理的问题及其中已办结的。',
  rates:
    '应办结：对企业的期限在本期内的问题；办结率：应办结中已办结的占比；按期率：本期已办结中在承办单位期限内办结的占比；满意率：本期回访中基本满意及以上的占比。',
};

export const LISTS_USAGE =
  '用法：npm run report -- lists --period 2026-W48 或 2026-11 [--county 县区] [--unit 单位] [--leader 领导] [--list 名单] [--out 目录]';

export const refusals = {
  noPeriod: (v: { period: string }) => `没有“${v.period}”这一周或这个月，请写成 2026-W48 或 2026-11 这样。`,
  notBegun: (v: { period: string }) => `${v.period}还没有开始，开始后才有清单。`,
  unknown: (v: { what: 'county' | 'unit' | 'leader' | 'list'; name: string }) =>
    `名册里没有${{ county: '县区', unit: '单位', leader: '领导', list: '名单' }[v.what]}“${v.name}”，请核对后再试。`,
  ambiguous: (v: { name: string }) => `名册里有多位领导叫“${v.name}”，请改写账号。`,
};
