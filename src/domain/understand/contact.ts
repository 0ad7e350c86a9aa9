import { toHalfWidth } from './fold-text.ts';
import { findPhones } from './phone.ts';
import { readSignature } from './signature.ts';
import { SURNAME } from './surnames.ts';

const TITLE = '(?:先生|女士|小姐|老师|经理|总经理|厂长|主任|总监|会计|主管|师傅|书记|科长|部长|董事长|总|工|姐|哥|董)';
const NAME = `${SURNAME}(?:${TITLE}|[\\u4e00-\\u9fa5]{1,2}(?:${TITLE})?)`;

const LABELLED = new RegExp(
  `(?:(?:联系人|联络人|经办人|对接人|报告人|反映人|提交人)(?:是|为)?[:：\\s]{0,3}|(?:负责人|姓名)(?:是|为)?[:：\\s]{1,3})([\\u4e00-\\u9fa5]{1,2}[ ]?[\\u4e00-\\u9fa5]{0,2}?(?:${TITLE})?)(?=$|[^\\u4e00-\\u9fa5]|电话|手机|联系|座机|微信)`,
);
const ASKED_FOR = new RegExp(`(?:请联系|可联系|联系|致电|找)(${NAME})(?=$|[^\\u4e00-\\u9fa5]|电话|手机)`);
const BEFORE_PHONE = new RegExp(
  `(?:^|[^\\u4e00-\\u9fa5]|公司|厂|联系|社|我是|联系人|[\\s,。;])(${NAME})[\\s:,(]{0,3}(?:的)?(?:手机|电话|联系方式|联系电话|座机)?(?:号码?)?(?:是|为)?[\\s:,]{0,3}$`,
);
const AFTER_PHONE = new RegExp(`^[\\s,]{0,2}\\(?(${NAME}|${SURNAME})\\)?(?=$|[\\s),。;、或])`);

/** 我是清波养殖场的老李, 卫士管业财务小吴: how people introduce themselves in a chat. */
const INTRODUCED = new RegExp(
  `(?:我是?|本人)[^,。;!?]{0,24}?(?:的|财务|会计|出纳|人事|销售|老板|办公室|厂里?|公司)([小老]${SURNAME})(?=$|[,。;!?\\s])`,
);

/** The person to call, as named next to a label or a phone number; null when nobody is. */
export function findContact(text: string): string | null {
  const half = toHalfWidth(text).replaceAll('\u2005', ' ');
  const labelled = LABELLED.exec(half)?.[1];
  if (labelled) return labelled.replaceAll(' ', '');
  const near = nextToPhone(half) ?? ASKED_FOR.exec(half)?.[1];
  return near ?? readSignature(text).person ?? INTRODUCED.exec(half)?.[1] ?? null;
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
