import { toHalfWidth } from './fold-text.ts';
import { findPhones } from './phone.ts';

const TITLE = '(?:先生|女士|小姐|老师|经理|总经理|厂长|主任|总监|会计|主管|师傅|书记|科长|部长|董事长|总|工|姐|哥|董)';
const SURNAME =
  '(?:欧阳|上官|司马|诸葛|东方|尉迟|公孙|慕容|夏侯|皇甫|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓单杭洪包左石崔吉龚程邢裴陆荣翁荀羊甄曲家封芮储靳汲邴松井段富巫乌焦巴弓牧山谷车侯全郗班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶黎薄印白怀蒲鄂索咸籍赖卓屠蒙池乔闻党翟谭贡姬申冉桑桂牛寿通边燕尚温柴瞿阎肖闫岳付代])';
const NAME = `${SURNAME}(?:${TITLE}|[\\u4e00-\\u9fa5]{1,2}(?:${TITLE})?)`;

const LABELLED = new RegExp(
  `(?:(?:联系人|联络人|经办人|对接人|报告人|反映人|提交人)(?:是|为)?[:：\\s]{0,3}|(?:负责人|姓名)(?:是|为)?[:：\\s]{1,3})([\\u4e00-\\u9fa5]{1,2}[ ]?[\\u4e00-\\u9fa5]{0,2}?(?:${TITLE})?)(?=$|[^\\u4e00-\\u9fa5]|电话|手机|联系|座机|微信)`,
);
const ASKED_FOR = new RegExp(`(?:请联系|可联系|联系|致电|找)(${NAME})(?=$|[^\\u4e00-\\u9fa5]|电话|手机)`);
const BEFORE_PHONE = new RegExp(
  `(?:^|[^\\u4e00-\\u9fa5]|公司|厂|联系|社|我是|联系人|[\\s,。;])(${NAME})[\\s:,(]{0,3}(?:的)?(?:手机|电话|联系方式|联系电话|座机)?(?:号码?)?(?:是|为)?[\\s:,]{0,3}$`,
);
const AFTER_PHONE = new RegExp(`^[\\s,]{0,2}\\(?(${NAME}|${SURNAME})\\)?(?=$|[\\s),。;、或])`);

/** The person to call, as named next to a label or a phone number; null when nobody is. */
export function findContact(text: string): string | null {
  const half = toHalfWidth(text).replaceAll('\u2005', ' ');
  const labelled = LABELLED.exec(half)?.[1];
  if (labelled) return labelled.replaceAll(' ', '');
  return nextToPhone(half) ?? ASKED_FOR.exec(half)?.[1] ?? null;
}

function nextToPhone(half: string): string | null {
  for (const { start, end } of findPhones(half)) {
    const before = BEFORE_PHONE.exec(half.slice(Math.max(0, start - 24), start))?.[1];
    if (before) return before;
    const after = AFTER_PHONE.exec(half.slice(end, end + 12))?.[1];
    if (after) return after;
  }
  return null;
}
