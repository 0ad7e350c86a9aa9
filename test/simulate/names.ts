import { pick } from '../support/random.ts';
import type { Dice } from './dice.ts';

export const COUNTIES: readonly string[] = (
  '涿州市 定州市 安国市 高碑店市 竞秀区 莲池区 满城区 清苑区 徐水区 涞水县 阜平县 定兴县 唐县 高阳县 容城县 涞源县 望都县 易县 ' +
  '曲阳县 蠡县 顺平县 博野县'
).split(' ');

/** The departments first: they are what a small city has. */
export const UNITS: readonly string[] = [
  ...(
    '市工信局 市人社局 市金融办 市行政审批局 市供电公司 市交通局 市自然资源局 市生态环境局 市住建局 市商务局 市科技局 市税务局 ' +
    '市市场监管局 市财政局 市水利局'
  ).split(' '),
  ...COUNTIES.slice(0, 15).map((county) => `${county}政府`),
];

export const OFFICE = '市双创双服办公室';

const SIGNS = [
  ...'华盛鑫源恒瑞达通宏泰隆昌兴旺玉石山川江海洋云龙凤鹏飞翔乾坤康宁安顺德仁义信诚圆永久远高新明亮光辉松柏竹梅荣富祥福禄',
];
const TRADES =
  '机械制造 食品 纺织 商贸 建筑工程 化工 电气 环保科技 物流 印刷 塑料制品 医疗器械 农业开发 汽车配件 纸制品 信息技术 服装'.split(
    ' ',
  );
const WORKS = '产业园 生产线改造 物流园 污水处理 智能工厂 研发中心'.split(' ');
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗'];
const GIVEN = [...'伟芳娜敏静强磊洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红鹏'];

/** An enterprise's or project's name, unlike any of those taken. */
export function subjectName(dice: Dice, v: { county: string; isProject: boolean; taken: Set<string> }): string {
  for (;;) {
    const core = pick(dice, SIGNS) + pick(dice, SIGNS) + pick(dice, SIGNS);
    if (v.taken.has(core)) continue;
    v.taken.add(core);
    return v.isProject
      ? `${v.county}${core}${pick(dice, WORKS)}项目`
      : `${v.county}${core}${pick(dice, TRADES)}有限公司`;
  }
}

export function personName(dice: Dice): string {
  return pick(dice, SURNAMES) + pick(dice, GIVEN) + (dice() < 0.5 ? pick(dice, GIVEN) : '');
}
