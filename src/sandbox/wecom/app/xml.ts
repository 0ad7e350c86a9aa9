import type { Json } from '../content.ts';

/** Elements in order; a value is a text, a number, or elements of its own. Names may repeat. */
export type Elements = readonly (readonly [name: string, value: string | number | Elements])[];

/** How values stand: in CDATA, bare, or each as `pick` says. */
export type XmlStyle = 'cdata' | 'bare' | 'mixed';

/** Writes the XML of a callback; the elements at the top come in any order, as they do on the platform. */
export function writeXml(elements: Elements, style: XmlStyle, random: () => number = Math.random): string {
  const shuffled = elements
    .map((element) => ({ element, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ element }) => element);
  return `<xml>${write(shuffled, style, random)}</xml>`;
}

function write(elements: Elements, style: XmlStyle, random: () => number): string {
  return elements.map(([name, value]) => `<${name}>${content(value, style, random)}</${name}>`).join('');
}

function content(value: Elements[number][1], style: XmlStyle, random: () => number): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return write(value, style, random);
  const isBare = style === 'bare' || (style === 'mixed' && random() < 0.5);
  return isBare ? escaped(value) : `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const TOKEN = /<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_]+)>|([^<]+)/g;

interface Node {
  name: string;
  text: string;
  children: Node[];
}

/** Reads the XML of a passive reply into an object: snake_case names, a name that repeats or is a list as a list. Null when it is none. */
export function readXml(text: string): Json | null {
  const top: Node = { name: '', text: '', children: [] };
  const open = [top];
  let read = 0;
  for (const { 0: whole, 1: cdata, 2: slash, 3: name, 4: words } of text.trim().matchAll(TOKEN)) {
    read += whole.length;
    const parent = open.at(-1);
    if (!parent) return null;
    if (name === undefined) parent.text += cdata ?? unescaped(words ?? '');
    else if (!slash) open.push(child(parent, name));
    else if (open.pop()?.name !== name) return null;
  }
  const [root] = top.children;
  const isOne = open.length === 1 && top.children.length === 1 && top.text === '' && root?.name === 'xml';
  const isWhole = isOne && read === text.trim().length;
  return isWhole && root ? objectOf(root) : null;
}

function child(parent: Node, name: string): Node {
  const node = { name, text: '', children: [] };
  parent.children.push(node);
  return node;
}

function objectOf(node: Node): Json {
  const object: Json = {};
  for (const entry of node.children) {
    const name = snake(entry.name);
    const value = entry.children.length > 0 ? objectOf(entry) : plain(name, entry.text);
    const known = object[name];
    if (Array.isArray(known)) known.push(value);
    else object[name] = name.endsWith('_list') ? [value] : value;
  }
  return object;
}

const NUMBERS = /^(style|type|desc_color|mode|create_time|aspect_ratio)$/;

function plain(name: string, text: string): unknown {
  if (/^(disable|is_checked)$/.test(name)) return text.trim() === '1' || text.trim() === 'true';
  return NUMBERS.test(name) ? Number(text) : text;
}

function snake(name: string): string {
  if (name === 'CheckBox') return 'checkbox';
  if (name === 'UserId') return 'userid';
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
