import type { Json } from './content.ts';
import type { Endpoint } from './faults.ts';
import type { Verdict } from './verdict.ts';

/** A call of the service as it arrived. `body` is null when it was no JSON object. */
export interface ApiRequest {
  query: (name: string) => string;
  body: Json | null;
  /** The body as it came; null when it was too long. */
  raw: Buffer | null;
  contentType: string;
  ip: string;
  /** Business time of the call. */
  now: Date;
}

/** A file in place of JSON. */
export interface FileAnswer {
  bytes: Buffer;
  /** Value of Content-Disposition. */
  disposition: string;
}

/** Something that is no answer of the business side, such as a link that is over. */
export interface BareAnswer {
  status: number;
}

export type ApiAnswer = Verdict | FileAnswer | BareAnswer;

/** One call that the platform takes. */
export interface Api {
  method: 'GET' | 'POST';
  path: string;
  /** By which name faults strike it. */
  endpoint: Endpoint;
  take: (request: ApiRequest) => ApiAnswer;
}
