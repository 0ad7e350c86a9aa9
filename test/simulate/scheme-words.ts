/** Words of those who use what the scheme has besides handling: pauses, help, outcomes, visits, papers. */

export const WHY_PAUSED: readonly string[] = ['等省里批文', '企业停产检修', '需等设备到货', '等评估报告出具'];

export const SUPPORT_TASKS: readonly string[] = ['核对完税情况', '提供政策依据', '现场联合勘查', '提供用工数据'];

export const SUPPORT_RESULTS: readonly string[] = ['已核对，情况属实', '材料已提供给承办单位', '已到现场联合勘查'];

/** How a case ends otherwise than by 已办结，X, with weights; the last three need the office's approval. */
export const OUTCOMES: readonly (readonly [number, string])[] = [
  [3, '部分解决：北门道路已修好，南门明年实施'],
  [3, '解释说明：已当面讲清现行政策的适用条件'],
  [1, '已办结，企业已撤回诉求，双方自行协商解决'],
  [3, '列入计划：已纳入明年道路改造计划'],
  [2, '无法联系企业，电话三次无人接听'],
  [2, '暂无法办结，因为省里指标还没有下达'],
];

/** What a unit says when it is asked for more at 办结: it insists, or writes all that is asked for. */
export const ASKED_BACK: readonly string[] = [
  '仍按此办结',
  '已办结，已协调银行放款200万元，资金到账，联系人李伟 13900000001',
];

export const SNOOZES_SAID: readonly string[] = ['稍后提醒', '2天后再提醒'];

export const WHY_REMINDED: readonly string[] = ['本周多件问题临期', '近期回访满意率偏低', '多件问题没有反馈进展'];

export const MEETING_DEEDS: readonly string[] = ['完成验收', '落实到位', '拿出解决方案', '与企业对接到位'];

export const CARRIED_OUT: readonly string[] = ['已逐件核对并整改', '方案已送企业确认', '验收已通过'];

/** What is found at a visit: mostly nothing. */
export const VISIT_FINE: readonly string[] = ['生产经营正常', '没有发现问题', '订单充足，运行平稳'];

export const VISIT_FOUND: readonly string[] = [
  '了解到车间招不到熟练焊工，缺20人',
  '了解到资金周转有困难，想贷款500万',
  '发现用电容量不足，经常跳闸停电',
  '了解到环评审批材料交了两个月没有批复',
];
