/** The signed query of a callback, each value decoded exactly once. */
export interface CallbackQuery {
  signature: string;
  timestamp: string;
  nonce: string;
  /** Only on the verification of an address. */
  echostr: string | null;
}

// The documented name first; the others are taken by the platform's own plugin.
const SIGNATURE_NAMES = ['msg_signature', 'msgsignature', 'signature'];
const MAX_NONCE = 64;

/** Reads a raw query string (without `?`); a literal `+` stays a plus, since base64 may hold it. Null when it is not of a callback's form. */
export function parseCallbackQuery(raw: string): CallbackQuery | null {
  const values = parseValues(raw);
  if (!values) return null;
  const timestamp = values.get('timestamp') ?? '';
  const nonce = values.get('nonce') ?? '';
  const signed = SIGNATURE_NAMES.map((name) => values.get(name)).find((value) => value);
  if (!signed || !/^\d{1,16}$/.test(timestamp) || nonce === '' || nonce.length > MAX_NONCE) return null;
  return { signature: signed, timestamp, nonce, echostr: values.get('echostr') ?? null };
}

/** Null when a value does not decode or a name comes twice: two readers could then see two different queries. */
function parseValues(raw: string): Map<string, string> | null {
  const values = new Map<string, string>();
  for (const pair of raw.split('&')) {
    const at = pair.indexOf('=');
    const name = decode(at < 0 ? pair : pair.slice(0, at));
    const value = decode(at < 0 ? '' : pair.slice(at + 1));
    if (name === null || value === null || values.has(name)) return null;
    if (name !== '') values.set(name, value);
  }
  return values;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
