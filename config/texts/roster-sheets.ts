/** A key of the roster file; each has one sheet in the workbook. */
export type SheetKey = 'units' | 'persons' | 'subjects' | 'chats';

/** One column of the roster workbook: what its header reads and which field of the roster file it is. */
export interface SheetColumn {
  header: string;
  field: string;
  required?: boolean;
  /** What to fill in, for 填写说明. */
  about: string;
  /** The words that may be filled in, and what the roster file calls them. */
  words?: Readonly<Record<string, string>>;
  /** Words to choose from that the roster file calls the same. */
  choices?: readonly string[];
  /** Several values in one cell, joined by 、. */
  many?: boolean;
  /** In characters, as Excel counts them. */
  width?: number;
}

/** One sheet of the roster workbook. Its first column names the row, so the mark of an example stands there. */
export interface SheetTable {
  name: string;
  columns: readonly SheetColumn[];
  /** Two rows as somebody would fill them in, in the workbook's own words. */
  examples: readonly Readonly<Record<string, string>>[];
}

/** A row whose first column begins with this is no row of the roster. */
export const EXAMPLE_MARK = '示例：';

/** The sheet that explains the others; it is not read. */
export const GUIDE_NAME = '填写说明';

const UNIT_KINDS = { 部门: 'department', 县区: 'county', 双服办: 'office' };
const ROLES = { 企业人员: 'subject', 包联领导: 'leader', 单位人员: 'unit', 双服办: 'office', 管理员: 'admin' };
const SUBJECT_KINDS = { 企业: 'enterprise', 项目: 'project' };
const PURPOSES = { 企业和项目: 'subject', 包联领导: 'leader', 单位: 'unit', 双服办: 'office' };
const AUDIENCES = { 仅企业: 'enterprise', 混合: 'mixed' };
const LISTS = ['重点工业企业', '重点服务业企业', '科技型中小企业', '重点项目'];

/** Every sheet and column of the roster workbook, in their order. */
export const ROSTER_SHEETS: Readonly<Record<SheetKey, SheetTable>> = {
  units: {
    name: '单位',
    columns: [
      {
        header: '单位名称',
        field: 'name',
        required: true,
        width: 30,
        about: '责任部门、县区或双服办的全称，不能重复。',
      },
      { header: '类别', field: 'kind', required: true, words: UNIT_KINDS, about: '单位属于哪一类。' },
      { header: '所在县区', field: 'county', about: '县区单位填写，市直单位留空。' },
    ],
    examples: [
      { name: '市工信局', kind: '部门' },
      { name: '涿州市发改局', kind: '县区', county: '涿州市' },
    ],
  },
  persons: {
    name: '人员',
    columns: [
      { header: '账号', field: 'userid', required: true, width: 20, about: '企业微信通讯录里的账号（userid）。' },
      {
        header: '所属企业号',
        field: 'corpid',
        width: 22,
        about: '外单位（互联企业）的人填写对方的企业号，本单位的人留空。',
      },
      { header: '姓名', field: 'name', required: true, width: 12, about: '本人姓名。' },
      { header: '职务', field: 'title', about: '用于称呼和清单。' },
      { header: '级别', field: 'level', width: 10, about: '市、县等，只用于清单。' },
      { header: '角色', field: 'roles', required: true, many: true, words: ROLES, about: '此人在包联工作中的身份。' },
      {
        header: '所属单位或企业',
        field: 'of',
        many: true,
        width: 34,
        about: '企业人员填写所代表的企业或项目全称；单位人员和双服办必填所在单位名称；包联领导可以留空。',
      },
      { header: '电话', field: 'phone', about: '11位手机号，或带区号的座机号。' },
      { header: '代理人账号', field: 'deputy', about: '外出时代为处理的人，填写“人员”表里的账号。' },
    ],
    examples: [
      { userid: 'zhangming', name: '张明', title: '副市长', level: '市', roles: '包联领导', deputy: 'liqiang' },
      {
        userid: 'wangqiang',
        corpid: 'ww1234567890abcdef',
        name: '王强',
        title: '总经理',
        roles: '企业人员',
        of: '涿州市盛弘机械有限责任公司、涿州市盛弘铸造有限公司',
        phone: '13800001111',
      },
    ],
  },
  subjects: {
    name: '企业和项目',
    columns: [
      {
        header: '全称',
        field: 'name',
        required: true,
        width: 34,
        about: '营业执照上的企业全称，或项目全称，不能重复。',
      },
      { header: '类别', field: 'kind', required: true, width: 10, words: SUBJECT_KINDS, about: '企业还是项目。' },
      { header: '名单', field: 'list', width: 18, choices: LISTS, about: '在四张包联名单中的哪一张。' },
      { header: '所在县区', field: 'county', width: 12, about: '企业或项目所在的县（市、区）。' },
      { header: '统一社会信用代码', field: 'uscc', width: 22, about: '18位，请把单元格格式设为“文本”再填。' },
      { header: '简称', field: 'aliases', many: true, width: 20, about: '日常叫法，用来认出消息里说的是哪家企业。' },
      { header: '包联领导账号', field: 'leader', about: '“人员”表里角色含包联领导的账号。' },
      { header: '责任单位', field: 'unit', width: 18, about: '“单位”表里的单位名称，问题先交给它办理。' },
      {
        header: '专班成员账号',
        field: 'taskForce',
        many: true,
        width: 18,
        about: '包联专班成员，填写“人员”表里的账号。',
      },
      { header: '工作计划', field: 'plan', width: 34, about: '包联工作计划，不超过1000字。' },
    ],
    examples: [
      {
        name: '涿州市盛弘机械有限责任公司',
        kind: '企业',
        list: '重点工业企业',
        county: '涿州市',
        uscc: '91130681MA0000000X',
        aliases: '盛弘机械、盛弘',
        leader: 'zhangming',
        unit: '市工信局',
        taskForce: 'lihua、zhoujie',
        plan: '每月走访一次，协调技改资金',
      },
      { name: '涿州市智能装备产业园项目', kind: '项目', list: '重点项目', county: '涿州市', unit: '市工信局' },
    ],
  },
  chats: {
    name: '群',
    columns: [
      { header: '群名', field: 'name', required: true, width: 26, about: '企业微信里的群名称。' },
      { header: '用途', field: 'purpose', required: true, words: PURPOSES, about: '这个群为谁而建。' },
      {
        header: '所属',
        field: 'of',
        required: true,
        width: 34,
        about: '用途为企业和项目的填写全称，包联领导的填写其账号，单位和双服办的填写单位名称。',
      },
      {
        header: '成员范围',
        field: 'audience',
        words: AUDIENCES,
        about: '群里只有企业的人填“仅企业”，还有领导或单位的人填“混合”；留空按混合。',
      },
      {
        header: '群编号',
        field: 'botChatid',
        width: 22,
        about: '机器人收到的群 chatid；不知道就留空，可以在群里绑定。',
      },
      { header: '机器人密钥', field: 'webhookKey', width: 40, about: '群机器人地址里 key= 后面的部分；请勿外传。' },
    ],
    examples: [
      {
        name: '盛弘机械包联群',
        purpose: '企业和项目',
        of: '涿州市盛弘机械有限责任公司',
        audience: '混合',
        webhookKey: '0a1b2c3d-0000-0000-0000-000000000000',
      },
      { name: '张明副市长包联专班', purpose: '包联领导', of: 'zhangming' },
    ],
  },
};
