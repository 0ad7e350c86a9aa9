/** One element: its name, its own text, its child elements in order. */
export interface XmlElement {
  name: string;
  text: string;
  children: XmlElement[];
}

/** Far above what the platform sends, so that no text of 1 MiB costs more than a moment. */
const MAX_DEPTH = 8;
const MAX_ELEMENTS = 2_000;

const TOKEN = /<!\[CDATA\[([\s\S]*?)\]\]>|<\?xml[^<>]*\?>|<(\/?)([A-Za-z_][\w.-]{0,63})\s*(\/?)>|([^<]+)/y;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Reads the XML of app callbacks: elements with text or CDATA, nothing else. A document type, an entity of its own, a comment,
 * an attribute or a second root is not XML here, so nothing outside the text can be referred to (wecom-protocol 7, Body).
 * Returns null for what is no such text.
 */
export function parseXml(text: string): XmlElement | null {
  const top: XmlElement = { name: '', text: '', children: [] };
  const open: XmlElement[] = [top];
  let elements = 0;
  TOKEN.lastIndex = 0;
  const source = text.trim().replace(/^\uFEFF/, '');
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    const parent = open.at(-1);
    if (!match || !parent) return null;
    const [whole, cdata, slash, name, empty, words] = match;
    if (name === undefined) {
      const said = cdata ?? (words === undefined ? '' : unescape(words));
      if (said === null || (parent === top && said.trim() !== '')) return null;
      if (whole.startsWith('<?') && TOKEN.lastIndex !== whole.length) return null;
      parent.text += said;
    } else if (slash) {
      if (parent.name !== name || open.length === 1) return null;
      open.pop();
    } else {
      elements += 1;
      const element: XmlElement = { name, text: '', children: [] };
      parent.children.push(element);
      if (!empty) open.push(element);
      if (elements > MAX_ELEMENTS || open.length > MAX_DEPTH) return null;
    }
  }
  return open.length === 1 && top.children.length === 1 ? (top.children[0] ?? null) : null;
}

/** The text of the first child with this name; null when there is none. Text beside elements is not kept apart from it. */
export function textOf(element: XmlElement | undefined, name: string): string | null {
  return element?.children.find((child) => child.name === name)?.text ?? null;
}

/** Every child with this name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** A text as CDATA; an end mark inside is split over two sections. */
export function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** Text with its entities resolved; null when it names one that XML does not have by itself. */
function unescape(text: string): string | null {
  let known = true;
  const plain = text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w{1,10});?|&/g, (whole, name: string | undefined) => {
    const character = name?.startsWith('#') ? byNumber(name) : ENTITIES[name ?? ''];
    if (character === undefined || !whole.endsWith(';')) known = false;
    return character ?? '';
  });
  return known ? plain : null;
}

function byNumber(name: string): string | undefined {
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
}
