const CAUSE = /(?:因为|由于|原因(?:是|为)?|理由(?:是|为)?|系因|鉴于)[:,\s]{0,2}([^。!?\n]{2,120})/;
const SHORT_CAUSE = /(?:^|[,。;\s])因([^为此][^。!?\n]{1,120})/;
/** What is asked for after the cause is no part of it. */
const WISH = /[,;]\s?(?:现|特|故|所以|因此|需|拟)?(?:申请|请求|建议|请|望|延期|推迟|退回|转给|转交).*$/s;
const HEAD =
  /^(?:(?:已经?|现已|均已)?(?:办结|解决|办好|办完|完成|处理完毕|办理完毕|落实)了?|进展(?:情况)?|退回|申请退回|(?:申请)?(?:延期|推迟|延后|顺延)[^,。;:]{0,20}|不符合[^,。;:]{0,16}|不予受理|不属于[^,。;:]{0,16}|无法办理|办不了)(?:[,。;:\s]{1,2}|(?<=进展)|(?=因))(.{2,200})$/s;

/** Why somebody asks or refuses, or what was done: the words after 因为, or after 已办结 and 进展; null when nothing follows. */
export function findReason(text: string): string | null {
  const cause = CAUSE.exec(text)?.[1] ?? SHORT_CAUSE.exec(text)?.[1];
  if (cause) return tidy(cause.replace(WISH, ''));
  const content = HEAD.exec(text.trim())?.[1];
  if (!content) return null;
  return /^(?:申请|建议|请|予以)?退回/.test(content)
    ? tidy(text.split(/[,。;]/)[0] ?? '')
    : tidy(firstPoint(content, text));
}

/** A refusal's reason ends with its clause; a report of work done is kept whole. */
function firstPoint(content: string, text: string): string {
  return /^(?:不符合|不予|不属于|无法)/.test(text.trim()) ? (content.split(/[,。;]/)[0] ?? content) : content;
}

function tidy(words: string): string | null {
  return words.replace(/^[,。;:\s]+|[,。;:\s!]+$/g, '') || null;
}
