import { createHash, timingSafeEqual } from 'node:crypto';

/** The four texts that a signature covers, exactly as received: never turned into numbers and back. */
export interface SignedParts {
  token: string;
  timestamp: string;
  nonce: string;
  encrypt: string;
}

/** Signs a callback: lower-case hex SHA-1 of the four parts in byte order (加解密方案说明). */
export function signature({ token, timestamp, nonce, encrypt }: SignedParts): string {
  // Code unit order equals byte order here; a locale-aware sort gives another signature.
  const joined = [token, timestamp, nonce, encrypt].sort().join('');
  return createHash('sha1').update(joined).digest('hex');
}

/** Says in constant time whether `given` is the signature of the parts; upper-case hex is not. */
export function isSigned(parts: SignedParts, given: string): boolean {
  if (!/^[0-9a-f]{40}$/.test(given)) return false;
  return timingSafeEqual(Buffer.from(signature(parts)), Buffer.from(given));
}
