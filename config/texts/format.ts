const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** `2026-11-27` as 11月27日（周五）; with the year when it is not that of `today`, a day or a year. */
export function dayText(day: string, today = day): string {
  const [year, month, date] = day.split('-').map(Number);
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
  const yearText = String(year) === today.slice(0, 4) ? '' : `${year}年`;
  return `${yearText}${month}月${date}日（${weekday}）`;
}

/** `2026-11-27` as 11月27日; with the year when it is not that of `today`. */
export function dateText(day: string, today: string): string {
  return dayText(day, today).replace(/（.*/u, '');
}

/** `2026-11-27` as 11月27日周五: for the inside of brackets, where a second pair would be hard to read. */
export function plainDayText(day: string): string {
  return dayText(day).replace(/[（）]/gu, '');
}

/** An instant as 11月27日 09:05 in Asia/Shanghai. */
export function momentText(instant: Date): string {
  const shifted = new Date(instant.getTime() + 8 * 3_600_000);
  return `${shifted.getUTCMonth() + 1}月${shifted.getUTCDate()}日 ${shifted.toISOString().slice(11, 16)}`;
}

/** An instant as 11月27日（周五）09:05 in Asia/Shanghai; with the year when it is not that of `today`. */
export function momentDayText(instant: Date, today?: string): string {
  const iso = new Date(instant.getTime() + 8 * 3_600_000).toISOString();
  return `${dayText(iso.slice(0, 10), today)}${iso.slice(11, 16)}`;
}

/**
 * Words that somebody else wrote, made safe inside our own: one line, cut to `max` characters, no @ of people,
 * no markup. A group must never be alarmed or led to a link by a pasted text.
 */
export function said(text: string, max = 80): string {
  const line = text
    .replace(/\s+/gu, ' ')
    .replaceAll('<', '＜')
    .replaceAll('>', '＞')
    .replaceAll('](', '] (')
    .replaceAll('`', '｀')
    .trim();
  const characters = [...line];
  return characters.length <= max ? line : `${cut(characters.slice(0, max - 1).join(''))}…`;
}

/** A clause that ends late enough is the better place to stop than the middle of the next one. */
function cut(head: string): string {
  const end = Math.max(...['，', '。', '；', ','].map((sign) => head.lastIndexOf(sign)));
  return end >= head.length * 0.6 ? head.slice(0, end) : head;
}

/** Words with a full stop behind them, unless they end in a mark of their own. */
export function sentence(words: string): string {
  return /[。！？…!?]$/u.test(words) ? words : `${words}。`;
}

/** 13800001111 as 138****1111; short or odd numbers are hidden but for their last two digits. */
export function maskPhone(phone: string): string {
  return phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;
}

/** What to send, as the last line of a text that expects an answer: with the bot's name in a group, without it in a 1:1 chat. */
export function replyWords(at: string, words: readonly string[]): string {
  return `回复：${words.map((word) => `${at}${word}`).join(' 或 ')}`;
}

/** The prefix of reply words: `@帮企通 ` in a group, nothing in a 1:1 chat. */
export function atBot(botName: string, isPrivate: boolean): string {
  return isPrivate ? '' : `@${botName} `;
}
