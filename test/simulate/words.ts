/** Problems in enterprises' own words: every kind, with and without a term, one with two problems. */
export const PROBLEMS: readonly string[] = [
  '我们的技改贷款银行一直批不下来，设备款月底要付，请帮忙协调',
  '流动资金紧张，抵押物不足贷不到款，希望金融部门帮助对接银行',
  '厂区门口的道路积水严重，货车进不来，希望尽快修好',
  '车间招不到熟练焊工，缺20人，希望人社部门帮助招工',
  '环评审批材料交了两个月还没有批复，请协调加快办理',
  '施工许可证办理卡在消防验收环节，一直没有答复，请帮忙',
  '园区变压器容量不够，经常跳闸停电，影响生产，请供电部门增容',
  '冬季天然气供应不足，生产线只能开一半，请协调保障用气',
  '某单位拖欠我们货款80万元一年多，请帮忙催要',
  '政府项目的工程款验收后一直没有支付，影响发工资，请协调',
  '出口退税材料交了三个月还没有审核完，资金周转困难，希望10个工作日内答复',
  '高新技术企业的奖补资金去年就公示了，至今没有到账',
  '项目用地指标一直没有落实，土地证办不下来，请协调',
  '新厂区规划调整方案报上去没有回音，开不了工，希望尽快批复',
  '污水管网没有接到我们厂，环保检查总不合格，请帮助解决',
  '产品在招标中被要求提供本地业绩，我们没法参加，希望纠正',
  '想开拓省外市场，缺少渠道，希望组织参加展会',
  '我们缺研发人员，希望帮助对接高校做技术攻关',
  '商标被外地企业仿冒，投诉后没有结果，请市场监管部门处理',
  '员工社保补缴窗口说系统不支持，跑了三趟没有办成，请协调',
  '项目进场道路被村民堵了，材料运不进来，请尽快协调',
  '进口设备清关手续办不下来，已经压港半个月，十分着急，请尽快协调',
  '与原合作方的合同纠纷判决后执行不到位，请帮忙',
  '园区公交线路太少，工人上下班不方便，希望增加班次',
  '一是用地手续一直办不下来，二是招不到工人，请帮忙解决',
];

/** Complaints about officials: for the office alone. */
export const CONDUCT: readonly string[] = [
  '窗口工作人员态度恶劣，故意刁难我们，材料退了四次，要求查处',
  '检查人员吃拿卡要，多次到厂里索要好处，希望调查处理',
];

/** What a unit reports on the way. */
export const PROGRESS: readonly string[] = [
  '进展 已到现场查看，正在协调',
  '进展 已联系银行，正在走审批流程',
  '进展 已召开协调会，明确了责任人',
  '进展 方案已报分管领导审定',
];

/** What a unit says when it is done. */
export const DONE: readonly string[] = [
  '已办结，已协调银行放款，资金到账',
  '已办结，审批手续已全部办理完毕',
  '已办结，现场整修完成，车辆已可正常通行',
  '已办结，已为企业对接到位，企业表示认可',
  '已办结，已解释政策并协助申报',
];

export const WHY_LATE: readonly string[] = ['银行还在审批', '需要上级批复', '施工受天气影响', '相关单位还在会签'];
export const WHAT_LACKS: readonly string[] = [
  '请企业补充营业执照复印件',
  '请企业提供合同和对账单',
  '请企业补充用电容量证明',
];
export const ADDED: readonly string[] = [
  '补充 设备型号为X200，合同金额120万元',
  '补充 现场联系人换成王主任',
  '补充 材料已送到窗口',
];
/** What an enterprise says of the category: mostly what the office would say too. */
export const CATEGORIES_SAID: readonly string[] = [
  '资金保障',
  '行政审批',
  '要素保障',
  '政策兑现',
  '交通物流',
  '用工社保',
];

/** Answers to the call-back with their weights: mostly content, sometimes in part, sometimes not solved. */
export const ANSWERS: readonly (readonly [number, string])[] = [
  [40, '已解决 按期 满意'],
  [24, '已解决 按期 非常满意'],
  [8, '已解决 超期 基本满意'],
  [4, '已解决 超期 不满意'],
  [2, '已解决 说不清 非常不满意'],
  [6, '未解决'],
  [4, '部分解决 超期 不满意'],
  [7, '已解决'],
  [5, '已解决 满意'],
];

/** What the office hears on the telephone. */
export const PHONE: readonly (readonly [number, string])[] = [
  [70, '回访 已解决 按期 满意'],
  [15, '回访 已解决 超期 基本满意'],
  [8, '回访 未解决'],
  [7, '回访 已解决 按期 不满意'],
];

export const REST: readonly string[] = ['按期 满意', '超期 基本满意', '按期 非常满意'];
export const SMALL_TALK: readonly string[] = ['您好', '谢谢，辛苦了', '帮助', '我的问题'];
export const OFFICE_ASKS: readonly string[] = ['待办', '本周', '逾期'];
