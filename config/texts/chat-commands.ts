import { COMMAND_WORDS } from './command-words.ts';

/** What each thing to say does, for docs/chat-commands.md and 帮助; a command without its row does not compile. */
export const COMMAND_EFFECTS: Record<keyof typeof COMMAND_WORDS, string> = {
  confirm: '草稿立即受理，交责任部门办理',
  withdraw: '撤回问题，已通知的单位会被告知',
  undo: '10分钟内恢复本人刚才的撤回或更正',
  correctCategory: '更正类别；办公室更正的，今后类似问题照此归类',
  correctDeadline: '更正希望办结的日期',
  supplement: '补充情况，在办单位会收到',
  urge: '催办：企业每个工作日一次、每个环节三次，第二次起同时告知包联领导',
  accept: '签收，开始办理',
  transfer: '转给另一单位，期限重新计算，企业的总期限不变',
  giveBack: '交办后1个工作日内申请退回，办公室当日裁定；退回两次后不再退',
  commit: '承诺办结日期；晚于现期限的按延期申请办理',
  extend: '申请延期，须在到期前1个工作日17:00前，最多两次',
  askInfo: '请企业补充材料，期限不变',
  snooze: '本人所在群的提醒停到某天（如“3天后再提醒”），最多3个工作日、两次；到期当天和红牌首日仍提醒',
  progress: '记录进展，企业查进度时可见',
  resolve: '报办结，1个工作日后回访企业',
  rule: '裁定延期申请（同意延期、不同意延期，因为X）',
  ruleReturn: '裁定退回申请（同意退回，转给单位；不同意退回，因为X）',
  decline: '不予受理，理由告知企业',
  redirect: '转法定途径，去向告知企业',
  suspend: '挂账到复核日，原因告知企业，届时提醒办公室',
  phoneSurvey: '录入电话回访结果，视同企业本人答复',
  answerSurvey: '答复回访：是否解决、是否按期、是否满意',
};

/** Questions and the like, which anybody of the roster may ask unless said otherwise. */
export const QUESTION_WORDS: readonly (readonly [words: string, effect: string, who: string])[] = [
  ['直接说清什么事、希望何时解决', '反映问题，得到编号和识别结果', '企业人员'],
  ['代 企业名 报：X', '替企业反映（也可引用企业的原话后说“代 企业名 报”）', '包联领导、责任部门、办公室'],
  ['上报', '刚才没有当作问题的话，按问题记下', '企业人员'],
  ['进度', '问题办到哪一步', '与问题有关的人'],
  ['我的问题', '本企业正在办理的问题', '企业人员'],
  ['待办', '等自己处理的问题', '包联领导、责任部门、办公室'],
  ['本周', '本周到期的问题', '包联领导、责任部门、办公室'],
  ['逾期', '已经超期的问题', '包联领导、责任部门、办公室'],
  ['期限依据', '期限从哪天起、每一天怎么算', '与问题有关的人'],
  ['依据', '为什么这样识别（其他人得到期限依据）', '双创双服办公室'],
  ['识别 X', '这句话会被怎样识别，为什么', '双创双服办公室'],
  ['我的企业', '自己包联的企业和项目：在办、本周到期、超期、多久没有反映', '包联领导'],
  ['包联检查', '包联关系缺什么：领导、部门、专班、计划、联系人、群', '双创双服办公室'],
  ['绑定 代码 企业或单位名', '把新群登记到企业或单位', '双创双服办公室'],
  ['帮助', '能发什么', '任何人'],
];
