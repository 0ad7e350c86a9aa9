import { cdata } from './xml.ts';

/** Names that are not the snake_case one in PascalCase (被动回复消息格式, 模板卡片更新消息). */
const ODD_NAMES: Readonly<Record<string, string>> = { checkbox: 'CheckBox', userid: 'UserId' };

/**
 * The XML of a passive `update_template_card`: the card changes for who pressed it alone. It is the JSON card with names in
 * PascalCase; a list is its element repeated, without a wrapper (wecom-protocol 4.5).
 */
export function cardReplyXml(v: { to: string; from: string; now: Date; card: object }): string {
  const created = Math.floor(v.now.getTime() / 1000);
  const head = `<ToUserName>${cdata(v.to)}</ToUserName><FromUserName>${cdata(v.from)}</FromUserName><CreateTime>${created}</CreateTime>`;
  return `<xml>${head}<MsgType>${cdata('update_template_card')}</MsgType>${element('template_card', v.card)}</xml>`;
}

function element(name: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
  const tag = tagOf(name);
  return `<${tag}>${contentOf(value)}</${tag}>`;
}

function contentOf(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, part]) => element(name, part))
      .join('');
  return typeof value === 'string' ? cdata(value) : String(Number(value));
}

function tagOf(name: string): string {
  return (
    ODD_NAMES[name] ??
    name
      .split('_')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('')
  );
}
