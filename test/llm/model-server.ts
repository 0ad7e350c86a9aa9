import type { RequestListener } from 'node:http';
import { type ModelOptions, openModel } from '../../src/llm/client.ts';
import type { ModelView } from '../../src/llm/view.ts';
import { type Platform, says } from '../wecom/platform.ts';

export const KEY = 'sk-5ec2e7c0de00c0ffee';

export const VIEW: ModelView = {
  intent: 'report',
  problems: [
    {
      enterprise: '盛弘机械',
      summary: '变压器增容迟迟未批',
      category: '要素保障',
      deadline: { date: '2026-12-04', expr: '12月4日前' },
      contact: '王强',
      urgency: 'high',
    },
  ],
};

export const INPUT = {
  text: '盛弘机械变压器增容迟迟未批,请12月4日前解决,王强13800001111',
  said: new Date('2026-11-24T09:30:00+08:00'),
  speaker: 'subject',
} as const;

/** Opens a model behind this address, with time enough unless told otherwise. */
export function modelAt(baseUrl: string, changes: Partial<ModelOptions> = {}) {
  return openModel({ baseUrl, apiKey: KEY, model: 'qwen-test', timeoutMs: 5_000, ...changes });
}

/** A completion whose message has this content. */
export function completion(content: string) {
  return { choices: [{ finish_reason: 'stop', message: { role: 'assistant', content } }] };
}

/** Answers each request with this view. */
export function views(view: object): RequestListener {
  return says(completion(JSON.stringify(view)));
}

/** Refuses a response_format of type json_schema as `refusal` does, and answers any other with VIEW. */
export function jsonObjectOnly(server: () => Platform, refusal: RequestListener): RequestListener {
  return (request, response) => {
    const { response_format: format } = sentTo(server()).at(-1);
    (format.type === 'json_schema' ? refusal : views(VIEW))(request, response);
  };
}

/** The bodies that a server received, in order. */
export function sentTo({ received }: Platform) {
  return received.map(({ body }) => JSON.parse(body));
}
