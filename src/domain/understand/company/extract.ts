import { readSignature } from '../signature.ts';
import { TRADE } from './trades.ts';
import { RESPONDENT_AFTER, RESPONDENT_BEFORE } from './respondent.ts';

const SUFFIX =
  '(?:有限责任公司|股份有限公司|有限公司|集团公司|总公司|分公司|公司(?![章法])|集团(?!有限|股份|公司)|合作社联合社|专业合作社|合作社|联合社|协会|商会|研究院|研究所|设计院|事务所|合伙企业|个体工商户|工作室|经营部|门市部|厂(?![房区长家商里门址内牌子])|矿(?![业山产区石井])|农场|牧场|养殖场|酒店|宾馆|饭店|菜馆|酒楼|公寓|超市|商行|加油站|养老院|中心(?![城区])|车行|药房|加油站|幼儿园|医院)(?!(?:管理|用品|投资|餐饮|服务|连锁|设备|工程|建设|物业|文化|科技|发展|集团|食品|机械|制造|配件|贸易|商贸|股份){0,3}(?:有限|公司|股份))';
/** Signs that occur inside names. */
const SIGN = '[\\u4e00-\\u9fa5A-Za-z0-9()·&]';
const FULL_NAME = new RegExp(`${SIGN}{2,24}?${SUFFIX}(?:[\\u4e00-\\u9fa5]{1,6}(?:分公司|分厂|分店))?`, 'g');
const LABELLED =
  /(?:^|[\s,。;】(])(?:(?:企业|公司|单位|项目|厂家|商户)(?:名称|全称|名)?|(?:报告|上报|反映|诉求|提交|申报|投诉|申请)(?:企业|单位|公司)|投标人|申请人|店名|厂名)(?:是|为)?[:：]\s?([^\s,。;:!?\n]{2,40})|^代\s?([^\s,。;:!?报]{2,30}?)\s?(?:报|提|上报|反映)(?:[:：,]|$)/;
/** Words before a name that are not part of it. */
const LEAD =
  /^.*?(?:我(?:们)?(?:单位)?(?:公司)?(?:全名|全称|叫|名叫|是|为|在|司|厂|社|公斯)|本(?:公司|企业|厂|人是)|(?:你|您)好|领导好?|各位|尊敬的|请(?:问|求|教)?|反映(?:一下)?|代|关于|来自|位于|作为|就是|这里是|这边是|联系|注册(?:了)?|走访了?|查(?:看|一下|询)?|把)(?:[,:(]|一家|一个)?/;
/** Verbs and particles that end what comes before a name. */
const CUT =
  /^.*(?:[今明昨前后]天|[上下]午|现在|目前|最近|刚才|去年|今年|投诉|举报|责成|督促|要求|请求|请|起诉|状告|被|与|的|了|把|让|跟|辖区里?|祝贺|恭喜|协调|承接|承包|进入|购买?|去|从|向(?![阳东荣前日上])|在|对(?!外)|叫(?:做)?|名为|关于|(?:本人|我)系|政府|帮忙|到|是|发到|为(?=[A-Z\u4e00-\u9fa5]{1,3}[省市县区])|和(?=[A-Z]\d|[^平谐兴顺众美瑞])|:|,|反映|月|号|日(?!用|化|新|升|升|昌))/;
/** What a name never holds. */
const NO_NAME =
  /[这那哪]|旁|都(?=是|能|只|要|不|被|没)|只能|其他|(?:[一两二三四五六七八九十几多各每\d])(?:家|件|个)|我们?|他们|替|已|没|又|说|将|本组|本村|本社区|只(?!读)|发给|像|(?:来|到|进|建|验|办|开|设|入|出|返|整|全)厂$|^(?:客户|业主|房东|员工|工人|领导|村民)/;
const GENERIC =
  /^(?:我|我们|本|该|贵|某|这|那|各|全|其他|别的|一家|两家|几家|三家|多家|哪家|有的|当地|外地|所有|许多|很多|文化传媒|物业|供电|电力|水务|国家电网|电网|供水|自来水|燃气|热力|银行|保险|担保|施工|开发商?|建筑|房地产|对方|客户|经销|小|上市|国有|民营|同行|母|子|分|总|集团|运输|物流|快递|装修|配送|检测|招标代理|研发|技术|服务|培训|数据|行政|政务|检验|登记|人才|外资|中介|劳务|大|租赁|塔吊|公共资源|交易|中介|采购|上游|下游|甲方|乙方|境外|外省|本地|周边|附近|隔壁|旁边|法律援助|社区|卫生|疾控|化工|塑料|颗粒|养殖|食品|印染|水泥|砖|造纸|钢铁|软件|建筑|工程|设备|机械|外贸|进出口|贸易|快递|网络|医药|药|面粉|饲料|包装){0,5}(?:公司|厂|企业|集团|医院|中心|协会|商会|合作社|超市|酒店|店|矿)$/;

/** A name that may be the reporter's own. */
interface Candidate {
  name: string;
  start: number;
  end: number;
}

/** The companies of a report: whose it is, and who is on the other side. */
export interface NamedCompanies {
  /** The enterprise that reports, as the text names it; null when it names none or only the party complained of. */
  enterprise: string | null;
  /** How the enterprise was found. */
  rule: 'label' | 'signature' | 'fullName' | 'shortName' | null;
  /** The first other company that the text names in full. */
  respondent: string | null;
}

/** Finds the enterprise that reports and the other company that it speaks of in a half-width text. */
export function findCompanies(text: string, written: string): NamedCompanies {
  const names = fullNames(text);
  const found = findEnterprise(text, written, names);
  const others = names.filter(({ name }) => !found.enterprise || !isSameName(name, found.enterprise));
  return { ...found, respondent: others.find((candidate) => !isOwn(text, candidate))?.name ?? null };
}

function findEnterprise(
  text: string,
  written: string,
  names: readonly Candidate[],
): Pick<NamedCompanies, 'enterprise' | 'rule'> {
  const labelled = LABELLED.exec(text);
  const named = labelled?.[1] ?? labelled?.[2];
  if (named && !/^(?:无|没有|不详|匿名)/.test(named)) return { enterprise: named, rule: 'label' };
  const signed = readSignature(written).company;
  if (signed) return { enterprise: signed, rule: 'signature' };
  const own = names.find((candidate) => isOwn(text, candidate));
  if (own) return { enterprise: own.name, rule: 'fullName' };
  const short = shortName(text);
  return { enterprise: short, rule: short === null ? null : 'shortName' };
}

function isSameName(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

function fullNames(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.slice(0, 4000).matchAll(FULL_NAME)) {
    const name = bareName(match[0]);
    const end = match.index + match[0].length;
    if (name.length >= 4 && !GENERIC.test(name) && !NO_NAME.test(name))
      found.push({ name, start: end - name.length, end });
  }
  return found;
}

/** Cuts the words before a name and an unopened bracket. */
function bareName(found: string): string {
  let name = found.replace(LEAD, '').replace(CUT, '');
  const open = name.lastIndexOf('(');
  if (open !== -1 && !name.slice(open).includes(')')) name = name.slice(open + 1);
  const close = name.indexOf(')');
  if (close !== -1 && !name.slice(0, close).includes('(')) name = name.slice(close + 1);
  return name;
}

function isOwn(text: string, { start, end }: Candidate): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  const after = text.slice(end, end + 16);
  if (/(?:我(?:们)?(?:公司)?(?:是|司|厂)?|我司|本公司|我公斯|全名|全称)[(:,]?$/.test(before)) return true;
  return !RESPONDENT_BEFORE.test(before) && !RESPONDENT_AFTER.test(after);
}

const NAME_SIGNS = '[\\u4e00-\\u9fa5A-Za-z]';
const SPEAKS =
  '(?:这边|这里|目前)?(?:反映|反应|报一?个|上报|报告|请求|希望|求助|恳请|提出|有(?:一)?个(?:问题|事)|咨询|诉求|急需|遇到|补充)';
const LEADING = new RegExp(`^(${NAME_SIGNS}{2,12}?)${SPEAKS}`);
const LEADING_INDUSTRY = new RegExp(
  `^(${NAME_SIGNS}{1,10}?${TRADE})(?:申请|请|想|要|需要|求|报|的|:|,|\\s|又|还|最近|现在)`,
);
const LEADING_COLON = new RegExp(`^(${NAME_SIGNS}{3,16}):`);
const SIGNED = new RegExp(
  `(?:[。!?;\\n]|——?|--)\\s?(?:——?)?(${NAME_SIGNS}{2,14}${TRADE})(?=$|[\\s,。;:(]|联系|电话)`,
  'g',
);
/** 我是卫士管业财务小吴, 我们绿源食品那个冷库: a trade behind a name of its own. */
const OWN_TRADE = new RegExp(
  `(?:我是|我们是?|俺们?是?|我)((?:[A-Z]\\d{0,2}[市县区])?[\\u4e00-\\u9fa5]{2,8}?${TRADE}{1,2})(?![\\u4e00-\\u9fa5]{0,2}(?:公司|厂|有限|企业|行业|集团))`,
);
const VERBS = /[做搞干从跟想要申请急缺销售出口]/;
const COMMON =
  /^(?:我|我们|俺|本|这|那|你|您|他|大家|领导|今年|现在|最近|昨天|今天|上次|目前|强烈|因|由于|因为|为|关于|请|想|投诉|全体|整个|贷款|企业|公司|员工|工人|问题|建议|紧急|诉求|鞋厂|工厂|厂里|厂区|车间|设备|项目|希望|如果|能|可|是否|有|没|一|二|三|还|再|另|民工|农民工|职工|业主|村民|小区|政府|市民|咨询|反映|情况|代|急|麻烦|谁|什么|怎么|办理|申请|门口|园区)/;

/** A short name at the head (标正机床反映…) or as a signature at the end. */
function shortName(text: string): string | null {
  const head = text.replace(
    /^(?:(?:各位|尊敬的)?领导(?:们)?(?:好|您好|你好)?|您好|你好|(?:早上|上午|下午)好|【[^】]{1,12}】|走访了?|到|在)[,:。!\s]*/,
    '',
  );
  for (const pattern of [LEADING, LEADING_INDUSTRY, LEADING_COLON]) {
    const name = pattern.exec(head)?.[1];
    if (name && isName(name)) return name;
  }
  const own = OWN_TRADE.exec(text)?.[1];
  if (own && isName(own) && !VERBS.test(own)) return own;
  const signed = [...text.slice(-200).matchAll(SIGNED)].at(-1)?.[1];
  return signed && isName(signed) ? signed : null;
}

function isName(name: string): boolean {
  return (
    !COMMON.test(name) &&
    !NO_NAME.test(name) &&
    !/[的了吗呢是在不没请把被给某]|问题|情况|如下|以下|企业$/.test(name) &&
    !RESPONDENT_AFTER.test(name)
  );
}

/** A text without the full names in it, so that a name (某某环保公司) does not speak for a category. */
export function withoutNames(text: string): string {
  return fullNames(text)
    .toReversed()
    .reduce((rest, { start, end }) => `${rest.slice(0, start)}${rest.slice(end)}`, text);
}
