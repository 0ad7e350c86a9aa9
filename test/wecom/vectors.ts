import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** One published or generated sample of the platform's crypto. */
export interface Vector {
  name: string;
  kind: string;
  token: string;
  encodingAESKey: string;
  receiveid: string;
  timestamp: string;
  nonce: string;
  encrypt: string;
  msg_signature: string;
  plaintext: string;
  random_hex: string;
  request_query: string;
  http_body: string;
  wrong_signature_if_locale_sorted: string;
}

/** One sample of the platform's sealing of files. */
export interface MediaVector {
  name: string;
  aeskey_base64: string;
  encodingAESKey_equivalent: string;
  plaintext_hex: string;
  ciphertext_base64: string;
}

interface VectorFile {
  official: Vector[];
  generated: Vector[];
  negative: Vector[];
  media: MediaVector[];
}

const FILE = resolve(import.meta.dirname, '../../../shared/crypto-vectors.json');

/** Says whether the shared vectors lie beside this checkout; without them their tests are skipped. */
export const HAS_VECTORS = existsSync(FILE);

const EMPTY: VectorFile = { official: [], generated: [], negative: [], media: [] };

/** The vectors by group; all groups are empty where the file is absent. */
export const VECTORS: VectorFile = HAS_VECTORS ? JSON.parse(readFileSync(FILE, 'utf8')) : EMPTY;

/**
 * Gets a vector by its name.
 * @throws Error when there is none.
 */
export function getVector(name: string): Vector {
  const all = [...VECTORS.official, ...VECTORS.generated, ...VECTORS.negative];
  const found = all.find((vector) => vector.name === name);
  if (!found) throw new Error(`No vector is named ${name}.`);
  return found;
}
