import { GRADES } from './lists.ts';
import { dayText, momentDayText } from './format.ts';

/** The rules by which terms are set, as the office and the operator read them. */

/** How the enterprise's clock counts, for 期限依据; the version is named once there is more than one. */
export const termRule = (v: { workdays: number; version: number }) =>
  `${v.workdays}个工作日${v.version > 1 ? `（第${v.version}版规则）` : ''}，受理次日起算，不因转办、重办重新起算`;

type Grade = keyof typeof GRADES;

interface RulesText {
  version: number;
  from: Date;
  terms: Readonly<Record<Grade, number>>;
  /** The categories of each grade; `general` is that of all others. */
  categories: Readonly<Partial<Record<Grade, readonly string[]>>>;
}

const GRADE_NAMES = Object.keys(GRADES) as Grade[];

/** A version of the rules, whole. */
export const rulesText = (v: RulesText) => {
  const named = GRADE_NAMES.filter((grade) => grade !== 'general' && (v.categories[grade]?.length ?? 0) > 0);
  return [
    `期限规则（第${v.version}版${v.from.getTime() > 0 ? `，${momentDayText(v.from)}起施行` : ''}）`,
    `办理期限：${GRADE_NAMES.map((grade) => `${GRADES[grade]}${v.terms[grade]}个工作日`).join('、')}。`,
    ...named.map((grade) => `${GRADES[grade]}：${v.categories[grade]?.join('、')}。`),
    `${GRADES.general}：其余类别。`,
    '问题按受理时的规则计算到底，规则改动不影响已受理的问题。',
  ].join('\n');
};

/** The rules that will come into force. */
export const rulesToCome = (v: { version: number; from: Date }) =>
  `第${v.version}版规则将于${momentDayText(v.from)}起施行。`;

/** What the operator reads at the command line. */
export const rulesWritten = (v: { version: number; from: Date }) =>
  `已保存第${v.version}版规则，${momentDayText(v.from)}起受理的问题按此计算。已受理的问题不变；要改请用 npm run rules -- replay。`;

export const replayed = (v: {
  version: number;
  isApplied: boolean;
  open: number;
  moved: readonly {
    number: string;
    case: readonly [string, string];
    leg: readonly [string, string] | null;
    supports: number;
  }[];
  /** Cases that go over to the new version and keep their days. */
  same: number;
}) =>
  [
    ...v.moved.map(
      (item) =>
        `${item.number} 企业时限${change(item.case)}${item.leg ? `，办理期限${change(item.leg)}` : '，办理期限不变'}${item.supports > 0 ? `，${item.supports}个协办期限随之改变` : ''}`,
    ),
    `在办问题${v.open}件：按第${v.version}版规则，期限改变${v.moved.length}件，只换规则、期限不变${v.same}件，维持原规则${v.open - v.moved.length - v.same}件（已按新规则、已到期或按新规则已到期）。`,
    v.isApplied ? '以上已生效。' : '以上只是试算，没有改动；要生效请加 --apply。',
  ].join('\n');

const change = ([from, to]: readonly [string, string]) =>
  from === to ? `${dayText(from)}不变` : `由${dayText(from)}改为${dayText(to)}`;
