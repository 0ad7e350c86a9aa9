import axios from 'axios';
import { z } from 'zod';
import { MAX_TEXT } from '../domain/understand/fold-text.ts';
import type { Speaker } from '../domain/understand/reading.ts';
import { maskForModel } from './mask.ts';
import { buildPrompt, type PromptMessage } from './prompt.ts';
import { MODEL_VIEW_JSON_SCHEMA, type ModelAnswer, type ModelFailure, parseJson, readView } from './view.ts';

/** One message as it was said; its personal numbers are masked before it leaves. */
export interface ModelInput {
  text: string;
  said: Date;
  speaker: Speaker;
}

/** The port: what the service asks of a language model. Whatever happens outside comes back as an answer, never as an error. */
export interface LanguageModel {
  read(input: ModelInput): Promise<ModelAnswer>;
}

/** Where the model is. `baseUrl` is what comes before `/chat/completions`; `timeoutMs` is for a whole reading, second try included. */
export interface ModelOptions {
  baseUrl: string;
  /** Null for a server of one's own that asks for none. */
  apiKey: string | null;
  model: string;
  timeoutMs: number;
}

const MAX_ANSWER_BYTES = 64 * 1024;
/** A shorter key is a placeholder that local servers ask for (EMPTY, x); such words occur in honest answers. */
const SHORTEST_SECRET = 8;

const BY_SCHEMA = {
  type: 'json_schema',
  json_schema: { name: 'model_view', strict: true, schema: MODEL_VIEW_JSON_SCHEMA },
};
const AS_OBJECT = { type: 'json_object' };

/** As much of a chat completion as is read here. */
const completionSchema = z.object({
  choices: z
    .tuple([
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    ])
    .rest(z.unknown()),
});

/**
 * Opens a model behind an OpenAI-compatible address. It follows no redirect and no proxy, and keeps the key to itself.
 * @throws Error when the address or the key cannot be used at all; the message names neither.
 */
export function openModel(options: ModelOptions): LanguageModel {
  const { apiKey, model, timeoutMs } = options;
  const url = findEndpoint(options.baseUrl);
  const headers = { 'Content-Type': 'application/json', ...authorize(apiKey) };
  return {
    async read({ text, said, speaker }) {
      // Masked before it is cut: half a number at the cut would not be known for one.
      const messages = buildPrompt({ text: maskForModel(text).slice(0, MAX_TEXT), said, speaker });
      const answer = await complete({ url, headers, model, messages, signal: AbortSignal.timeout(timeoutMs) });
      return answer.ok && apiKey && quotes(answer, apiKey) ? failed('badSchema') : answer;
    },
  };
}

function findEndpoint(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  // A name and password in the address would silently take the place of the key.
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new Error('The address of the language model must be http:// or https://, without a name or password in it.');
  }
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/chat/completions`;
  url.hash = '';
  return url.href;
}

function authorize(apiKey: string | null): { Authorization?: string } {
  if (apiKey === null) return {};
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new Error(
      'The key of the language model must be printable ASCII without spaces; look for a line break at its end.',
    );
  }
  return { Authorization: `Bearer ${apiKey}` };
}

interface Call {
  url: string;
  headers: Record<string, string>;
  model: string;
  messages: PromptMessage[];
  /** The deadline of the whole reading: both tries run under the one signal. */
  signal: AbortSignal;
}

interface HttpAnswer {
  status: number;
  body: string;
}

async function complete(call: Call): Promise<ModelAnswer> {
  let answer = await post(call, BY_SCHEMA);
  if (answer && isFormatRefused(answer)) answer = await post(call, AS_OBJECT);
  if (!answer) return failed(call.signal.aborted ? 'timeout' : 'http');
  return answer.status >= 200 && answer.status < 300 ? readCompletion(answer.body) : failed('http');
}

/** Null when no whole answer came. The error is dropped on purpose: axios keeps the headers in it, and with them the key. */
async function post({ url, headers, model, messages, signal }: Call, format: object): Promise<HttpAnswer | null> {
  try {
    const { status, data } = await axios.request<string>({
      url,
      method: 'POST',
      data: JSON.stringify({ model, messages, temperature: 0, response_format: format }),
      headers,
      signal,
      adapter: 'http',
      maxRedirects: 0,
      proxy: false,
      maxContentLength: MAX_ANSWER_BYTES,
      responseType: 'text',
      transformResponse: (text: unknown) => text,
      validateStatus: null,
    });
    return { status, body: data };
  } catch {
    return null;
  }
}

/** Servers word it differently (is unsupported, is unavailable now) but name the field; some send 422 instead of 400. */
function isFormatRefused({ status, body }: HttpAnswer): boolean {
  return (status === 400 || status === 422) && /response_format|json_schema/i.test(body);
}

function readCompletion(body: string): ModelAnswer {
  const value = parseJson(body);
  if (value === undefined) return failed('badJson');
  const completion = completionSchema.safeParse(value);
  if (!completion.success) return failed('badSchema');
  const { finish_reason: finish, message } = completion.data.choices[0];
  if (message.refusal || finish === 'content_filter') return failed('refused');
  return typeof message.content === 'string' ? readView(message.content) : failed('badSchema');
}

/** A server that sends the key back (a debugging proxy that echoes its headers) is no model; its words must not be stored. */
function quotes(answer: ModelAnswer, apiKey: string): boolean {
  return apiKey.length >= SHORTEST_SECRET && JSON.stringify(answer).includes(JSON.stringify(apiKey).slice(1, -1));
}

function failed(why: ModelFailure): ModelAnswer {
  return { ok: false, why };
}
