import { EXAMPLE_MARK } from './roster-sheets.ts';

/** What is wrong with a sheet, a header or a cell of the roster workbook: one sentence each, saying what to do. */
export const SHEET_FAULTS = {
  unknownSheet: (v: { name: string; nearest: string | null; all: string }) =>
    v.nearest
      ? `名册没有“${v.name}”这张表，是不是“${v.nearest}”？请改正表名，或删除这张表。`
      : `名册没有“${v.name}”这张表，请删除，或改名为${v.all}之一。`,
  missingSheet: (v: { name: string }) => `缺少“${v.name}”这张表，没有内容也请保留表名和表头。`,
  noHeader: (v: { all: string }) => `这一行应为表头，请按模板填写：${v.all}。`,
  unknownHeader: (v: { header: string; nearest: string | null; all: string }) =>
    v.nearest
      ? `没有“${v.header}”这一列，是不是“${v.nearest}”？请改正表头，或删除这一列。`
      : `没有“${v.header}”这一列，请删除，或改为${v.all}之一。`,
  missingHeader: (v: { header: string }) => `缺少必填的“${v.header}”这一列，请补上。`,
  repeatedHeader: (v: { columns: string }) => `表头重复（${v.columns}列），请只保留一列。`,
  valueWithoutHeader: (v: { column: string }) => `${v.column}列有内容却没有表头，请补上表头，或删除这一列。`,
  merged: (v: { range: string }) => `有合并的单元格（${v.range}），请取消合并，每格各填各的。`,
};

/** What is wrong with one cell. */
export const CELL_FAULTS = {
  formula: '这一格是公式，请改为文字（复制后选择性粘贴为“值”）。',
  date: '这一格是日期，请把单元格格式改为“文本”后重新填写。',
  notText: '这一格不是文字，请把单元格格式改为“文本”后重新填写。',
  error: '这一格是 Excel 的错误值，请改为文字。',
  longNumber: '这一格是数字，Excel 已丢失15位以后的数，请把单元格格式改为“文本”后重新填写。',
  noSuchWord: (v: { words: string }) => `只能填${v.words}之一，请改正。`,
};

/** Why a file cannot be read at all. */
export const WORKBOOK_FAULTS = {
  missing: (path: string) => `没有文件 ${path}，请检查路径。`,
  unreadable: (path: string) => `文件 ${path} 读不了，请检查它的权限。`,
  tooBig: (path: string) => `文件 ${path} 超过 10 MB，请删除图片和多余的格式，或分成几个文件。`,
  badCell: (path: string, v: { row: number; column: string }) =>
    `文件 ${path} 里 ${v.column}${v.row} 这一格读不出来，请清除后重新填写。`,
  tooWide: (path: string) => `文件 ${path} 里有一张表太大，请删除表格以外的内容，每张表不超过10万行、100列。`,
  notWorkbook: (path: string) => `文件 ${path} 不是 Excel 工作簿，请用 Excel 或 WPS 另存为 .xlsx 后再导入。`,
  oldOrLocked: (path: string) => `文件 ${path} 是旧版 .xls 或加了密码，请取消密码，另存为 .xlsx 后再导入。`,
  otherFormat: (path: string) => `不能导入 ${path} 这种格式，请用 Excel 或 WPS 另存为 .xlsx 后再导入。`,
  exists: (path: string) => `文件 ${path} 已经存在，请换一个文件名。`,
  unwritable: (path: string) => `文件 ${path} 写不了，请检查文件夹是否存在、是否有权限。`,
  notXlsx: (path: string) => `文件名 ${path} 应以 .xlsx 结尾，请改正。`,
};

/** How the command is called. */
export const ROSTER_USAGE = [
  '用法：npm run roster -- import 名册.xlsx 或 名册.json [--skip-bad]（--skip-bad：略去有误的行，导入其余各行）',
  'npm run roster -- import [名册] --open-cases 在办问题.xlsx [--skip-bad]（接管在办问题：“在办问题”表，列为企业、问题、类别、主办单位、受理日期、期限、状态说明；不发任何通知）',
  'npm run roster -- export 名册.xlsx（导出已登记的名册）',
  'npm run roster -- template 模板.xlsx（生成空白模板）',
].join('；');

/** What was written. */
export const WRITTEN = {
  template: (path: string) => `模板已生成：${path}。请先看“填写说明”，填好后用 import 导入。`,
  exported: (v: { path: string; subjects: number; units: number; persons: number; chats: number }) =>
    `名册已导出：企业和项目${v.subjects}个、单位${v.units}个、人员${v.persons}人、群${v.chats}个，文件 ${v.path}，内含电话和机器人密钥，请妥善保管。`,
};

/** 填写说明: what holds for every sheet, then the headers of the table with one line a column. */
export const GUIDE = {
  title: '帮企通名册填写说明',
  notes: [
    '1. 表名和表头请勿改动；橙色表头必填，蓝色表头选填。整列删除表示“不改动已登记的内容”，单元格留空表示“没有”。',
    `2. 灰色的示例行以“${EXAMPLE_MARK}”开头，导入时自动略过，可以删除。`,
    '3. 标明“可填多个”的，用、隔开；名称本身带顿号或逗号的，每行写一个（Alt+Enter 换行）。',
    '4. 请不要合并单元格，不要用公式。手机号和代码请填成文本。',
    '5. 没有写进表里的人和企业不会被删除。',
  ],
  headers: ['工作表', '列', '必填', '怎么填', '示例'],
  required: '必填',
  optional: '选填',
  many: '可填多个。',
  oneOf: (words: string) => `填${words}之一。`,
  someOf: (words: string) => `从${words}中选。`,
};
