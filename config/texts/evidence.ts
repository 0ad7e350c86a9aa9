import { maskPhone, said } from './format.ts';

/** 识别依据: why a message was understood as it was, for the office. */

const INTENTS: Record<string, string> = {
  report: '反映问题',
  reply: '办理答复',
  survey: '回访答复',
  query: '查询或咨询',
  chitchat: '闲谈（不作答复）',
};

const RULES: Record<string, string> = {
  wordless: '没有文字内容',
  word: '以固定用语开头',
  saidToReport: '发送人写明是上报',
  modelReport: '语言模型认为是反映问题',
  quotedReport: '发送人引用原话要求上报',
  surveyAnswer: '是对回访问题的回答',
  onBehalf: '转述企业反映的情况',
  advert: '像广告、转发或通知',
  question: '询问的成分多于反映困难',
  reply: '对问题作出了办理表态',
  statement: '承办人员陈述情况，按进展记录',
  pleasantry: '以问候、感谢为主',
  trouble: '反映困难的用语达到受理标准',
  faintTrouble: '只有轻微的困难用语，但没有别的含义',
  nothing: '没有反映困难、询问或表态的用语',
};

const SIGN_NAMES = { report: '反映困难', query: '询问', chat: '寒暄或广告' } as const;

export const intentLine = (v: { intent: string; rule: string }) =>
  `认作：${INTENTS[v.intent] ?? v.intent}，因为${RULES[v.rule] ?? v.rule}。`;

/** The words that were weighed, by what they speak for. */
export const signLines = (signs: readonly { speaksFor: keyof typeof SIGN_NAMES; weight: number; words: string }[]) =>
  (['report', 'query', 'chat'] as const).flatMap((kind) => {
    const of = signs.filter((sign) => sign.speaksFor === kind);
    if (of.length === 0) return [];
    const total = of.reduce((sum, sign) => sum + sign.weight, 0);
    return [`${SIGN_NAMES[kind]}${total}分：${of.map((s) => `“${said(s.words, 16)}”${s.weight}分`).join('、')}`];
  });

export const caseTitle = (v: { number: string }) => `${v.number} 识别依据`;

/** The registered enterprise that the case was filed for, however it was written. */
export const subjectLine = (v: { subject: string }) => `名册企业：${v.subject}`;

/** What was not taken for a report was made one by its sender. */
export const filedLater = () => '发送人随后要求上报，按原话立案。';

export const problemTitle = (v: { n: number; summary: string }) => `第${v.n}个问题：${said(v.summary, 30)}`;

export const correctedLine = (v: { category: string }) => `类别后来更正为“${v.category}”。`;

const FIELDS: Record<string, string> = {
  enterprise: '企业',
  respondent: '涉及单位',
  category: '类别',
  deadline: '期限',
  contact: '联系人',
  phone: '电话',
  urgency: '紧急程度',
};

const FIELD_RULES: Record<string, string> = {
  label: '按“企业名称”等标注',
  signature: '按落款',
  fullName: '按全称',
  shortName: '按句首或落款的简称',
  otherCompany: '文中另一家公司',
  noWords: '没有指向具体类别的用语，归入其他',
  words: '按用语',
  lesson: '与办公室更正过类别的问题相似',
  model: '按语言模型的理解，经规则核对',
  named: '按称呼和标注',
  number: '按号码格式',
  high: '按紧急用语',
  low: '按不急的用语',
  impossible: '日历上没有这一天，未采用',
  passedOver: '提到的时间不是办理期限，未采用',
};

const URGENCIES: Record<string, string> = { high: '紧急', normal: '一般', low: '不急' };

/** One field: its value, the rule, and the words it spoke of. Phones are masked. */
export const fieldLine = (v: {
  field: string;
  rule: string;
  words: readonly string[];
  value: string;
  confidence: number;
}) => {
  const words = v.field === 'phone' ? v.words.map(maskPhone) : v.words.map((word) => said(word, 24));
  const value = v.field === 'urgency' ? (URGENCIES[v.value] ?? v.value) : v.value;
  const sure = v.field === 'category' && v.confidence > 0 ? `（把握${Math.round(v.confidence * 100)}%）` : '';
  const told = words.filter((word) => word !== value);
  const basis = [FIELD_RULES[v.rule] ?? '按时间用语', told.length > 0 ? `“${told.join('”“')}”` : ''].join('');
  return `${FIELDS[v.field] ?? v.field}：${[value && `${value}${sure}`, basis].filter(Boolean).join('，')}`;
};
