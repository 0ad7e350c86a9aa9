/** Taking over what was in hand before the service: the sheet, and what is wrong with a row of it. */

/** The sheet 在办问题; the keys are those of the JSON form. */
export const OPEN_CASE_SHEET = {
  name: '在办问题',
  headers: {
    subject: '企业',
    problem: '问题',
    category: '类别',
    unit: '主办单位',
    acceptedOn: '受理日期',
    dueOn: '期限',
    state: '状态说明',
  },
  required: ['subject', 'problem', 'acceptedOn', 'dueOn'],
} as const;

export const openCaseFaults = {
  noSheet: `没有“${OPEN_CASE_SHEET.name}”这张表；JSON 文件请写成 {"openCases":[{…}]}。`,
  noHeader: `表头应为${Object.values(OPEN_CASE_SHEET.headers).join('、')}，其中类别、主办单位、状态说明可以不要。`,
  notRow: '这一行应为一个对象，请写成 {"subject":"…"}。',
  missing: '必填，请填写。',
  notText: '这一格不是文字，请把单元格格式改为“文本”后重新填写。',
  tooLong: (v: { max: number }) => `太长，请缩短到${v.max}个字以内。`,
  unknownSubject: '名册中没有这家企业，或不止一家，请写登记的全称。',
  unknownCategory: '没有这个类别，请改为规定的类别之一，或留空由系统识别。',
  unknownUnit: '名册中没有这个单位，或不止一个，请写登记的全称。',
  noUnit: '这家企业在名册中没有责任部门，请填写主办单位。',
  badDay: '没看懂日期，请写成 2026-11-03 这样。',
  future: '受理日期不能晚于今天，请改正。',
  dueFirst: '期限不能早于受理日期，请改正。',
  twice: (v: { row: number }) => `与第${v.row}行相同，请删除其中一行。`,
};

export const openCasesTaken = (v: { created: number; known: number; overdue: number }) =>
  `在办问题已接管：新建${v.created}件${v.overdue > 0 ? `（已超期${v.overdue}件）` : ''}，此前已接管${v.known}件；没有向任何人发送通知，下一个工作日起按期限提醒。`;

/** The clock of a case that was taken over, in 期限依据. */
export const takenOverRule = '接管时已定的期限';
