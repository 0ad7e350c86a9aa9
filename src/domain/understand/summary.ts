/** Longest summary, in characters: one line on a phone. */
export const SUMMARY_LENGTH = 60;

const OPENING =
  /^(?:(?:各位|尊敬的)?(?:领导|局长|市长|书记|老师)(?:们)?|您好|你好|(?:早上|上午|下午|晚上)好|大家好|好|【[^】]{1,12}】|\[(?:图片|文件|语音|视频)\]|(?:我们?)?(?:想)?(?:反映|上报|报)(?:一个|一下|个)?(?:问题|情况)?|请问|代?\s?[^\s,，。:：]{2,20}?\s?(?:反映|反应|上报|报告|报|请求)(?:一?个?问题)?(?=[:：]))[\s,，:：。!！、]*/;
const CONTACT = /[,，。;；\s(（]*(?:联系人|联系电话|联系方式|手机号码?|电话|联系)[是为:：\s]*[^,，。;；\n]{0,30}/g;

/** One line that tells what a problem is, with neither greeting nor phone number. */
export function summarize(text: string): string {
  let rest = text.replace(/\s+/g, ' ').trim();
  for (let count = 0; count < 4; count += 1) rest = rest.replace(OPENING, '').trimStart();
  const bare = rest
    .replace(CONTACT, '')
    .replace(/[\d-]{11,}/g, '')
    .trim();
  return shorten(bare || rest || text.trim());
}

/** Cuts at a sentence or clause where one ends late enough, else in the middle of one. */
function shorten(text: string): string {
  const signs = [...text];
  if (signs.length <= SUMMARY_LENGTH) return text.replace(/[,，。;；:：、]+$/, '');
  const head = signs.slice(0, SUMMARY_LENGTH - 1).join('');
  const end = Math.max(head.lastIndexOf('。'), head.lastIndexOf('；'), head.lastIndexOf('，'), head.lastIndexOf(','));
  return end >= 20 ? head.slice(0, end) : `${head}…`;
}
