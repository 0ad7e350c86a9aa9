import type { RosterName } from '../../../src/domain/understand/index.ts';
import { pick, randomFrom } from '../../support/random.ts';

const PLACES = [
  ...'保定市 石家庄市 唐山市 廊坊市 涿州市 定州市 邯郸市 沧州市 安国市 高碑店市'.split(' '),
  ...'蠡县 易县 满城区 徐水区 清苑区 高阳县 河北 北京 天津 河北省'.split(' '),
];
const SIGNS = [
  ...'华盛鑫源恒瑞达通宏泰隆昌兴旺金银玉石山川江河海洋天地日月星辰云龙凤鹏飞翔宇宙乾坤康宁安平顺和美德仁义信诚忠孝',
  ...'东西南北中正大成万千百亿方圆长永久远高新明亮光辉春夏秋冬松柏竹梅兰菊荣富贵祥福禄寿喜庆丰收润泽博文武力强健',
];
const TRADES =
  '机械制造 食品 纺织 商贸 建筑工程 房地产开发 化工 电气 环保科技 物流 印刷 塑料制品 医疗器械 农业开发 汽车配件 纸制品 水泥制品 信息技术 服装 面粉'.split(
    ' ',
  );
const FORMS = ['有限公司', '有限公司', '有限公司', '有限责任公司', '股份有限公司', '公司', '厂'];

/** A company of no roster of ours, taken apart. */
export interface MadeUpCompany {
  place: string;
  core: string;
  trade: string;
  form: string;
}

/** Companies that differ in place or core, the same ones every time. */
export function makeUpCompanies(count: number, seed: number): MadeUpCompany[] {
  const random = randomFrom(seed);
  const companies = new Map<string, MadeUpCompany>();
  while (companies.size < count) {
    const length = 2 + Math.floor(random() * 3);
    const company = {
      place: pick(random, PLACES),
      core: Array.from({ length }, () => pick(random, SIGNS)).join(''),
      trade: pick(random, TRADES),
      form: pick(random, FORMS),
    };
    companies.set(company.place + company.core, company);
  }
  return [...companies.values()];
}

/** The full name. */
export function nameOf({ place, core, trade, form }: MadeUpCompany): string {
  return place + core + trade + form;
}

/** A roster of such companies. */
export function rosterOf(companies: readonly MadeUpCompany[]): RosterName[] {
  return companies.map((company) => ({ name: nameOf(company), aliases: [] }));
}

/** The ways of naming a company that a matcher has to do with. */
export type QueryKind = 'exact' | 'shortened' | 'misspelt' | 'unknown';

/** Queries of each kind: of companies of the roster, and of others. */
export function makeUpQueries(companies: readonly MadeUpCompany[], each: number): Record<QueryKind, string[]> {
  const random = randomFrom(7);
  const some = (write: (company: MadeUpCompany) => string): string[] =>
    Array.from({ length: each }, () => write(pick(random, companies)));
  const misspell = ({ core, ...rest }: MadeUpCompany): string => {
    const at = Math.floor(random() * core.length);
    return nameOf({ ...rest, core: core.slice(0, at) + pick(random, SIGNS) + core.slice(at + 1) });
  };
  return {
    exact: some(nameOf),
    shortened: some(({ core, trade }) => (random() < 0.5 ? core + trade : core)),
    misspelt: some(misspell),
    unknown: makeUpCompanies(each, 99).map(nameOf),
  };
}
