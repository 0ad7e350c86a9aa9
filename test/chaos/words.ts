/** A problem in an enterprise's own words, and how many cases it must make. */
export interface Complaint {
  text: string;
  cases: number;
}

/** Problems that are understood as reports beyond doubt, also while a survey waits: what is tested here is not understanding. */
export const COMPLAINTS: readonly Complaint[] = [
  { text: '我们的技改贷款银行一直批不下来，设备款月底要付，请帮忙协调', cases: 1 },
  { text: '厂区门口的道路积水严重，货车进不来，希望尽快修好', cases: 1 },
  { text: '车间招不到熟练焊工，缺20人，希望人社部门帮助招工', cases: 1 },
  { text: '环评审批材料交了两个月还没有批复，请协调加快办理', cases: 1 },
  { text: '园区变压器容量不够，经常跳闸停电，影响生产，请供电部门增容', cases: 1 },
  { text: '某单位拖欠我们货款80万元一年多，请帮忙催要', cases: 1 },
  { text: '一是用地手续一直办不下来，二是招不到工人，请帮忙解决', cases: 2 },
  { text: '出口退税材料交了三个月还没有审核完，资金周转困难，希望10个工作日内答复', cases: 1 },
];

/** What a clerk or leader says of a case; `n` makes each progress and result a text of its own. */
export const REPLIES = {
  accept: () => '收到',
  commit: () => '3个工作日内办结',
  progress: (n: number) => `进展 已联系银行，第${n}次沟通`,
  resolve: (n: number) => `已办结，资金第${n}笔已到账`,
  extend: () => '申请延期到 12月18日，因为银行还在审批',
  transfer: (unit: string) => `转给 ${unit}`,
} as const;

/** What an enterprise answers to the call-back: mostly content, sometimes not. */
export const ANSWERS = ['已解决 按期 满意', '已解决 按期 非常满意', '已解决 超期 不满意', '未解决', '已解决'] as const;

/** What needs no case. */
export const TALK = ['您好', '待办', '本周', '逾期', '帮助', '谢谢'] as const;
