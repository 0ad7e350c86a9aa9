import { z } from 'zod';
import { CATEGORIES } from '../../config/rules.ts';

const deadline = z.strictObject({
  /** A day that the calendar has: a model that writes 2026-02-30 is not to be believed. */
  date: z.iso.date().nullable(),
  expr: z.string().nullable(),
});

const problem = z.strictObject({
  enterprise: z.string().nullable(),
  summary: z.string().max(60),
  category: z.enum(CATEGORIES),
  deadline: deadline.nullable(),
  contact: z.string().nullable(),
  urgency: z.enum(['low', 'normal', 'high']),
});

/** What a model may say about one message. Strict throughout: a field too many is as much a breach as one too few. */
export const modelViewSchema = z.strictObject({
  intent: z.enum(['report', 'reply', 'survey', 'query', 'chitchat']),
  problems: z.array(problem).max(9),
});

/** A model's view of one message, in the words of `Reading`; a proposal of fields, never a decision. */
export type ModelView = z.infer<typeof modelViewSchema>;

/**
 * Why there is no view. `timeout`: not whole within the time limit; `http`: no answer, too long a one or a status other than 2xx;
 * `badJson`: no JSON; `badSchema`: JSON of another shape; `refused`: the model or its filter would not answer; `busy`: not asked, because it is slow or
 * others are asking.
 */
export type ModelFailure = 'timeout' | 'http' | 'badJson' | 'badSchema' | 'refused' | 'busy';

/** A view, or why there is none. Holds nothing else that came over the wire. */
export type ModelAnswer = { ok: true; view: ModelView } | { ok: false; why: ModelFailure };

/** Keywords that strict servers refuse with a 400 instead of passing over them. */
const UNSUPPORTED = ['maxLength', 'maxItems', 'pattern', 'format'] as const;

/**
 * The shape of a ModelView as JSON Schema, cut down to the part that strict servers take. The prompt says the limits in words, and
 * `readView` enforces them.
 */
export const MODEL_VIEW_JSON_SCHEMA: Readonly<Record<string, unknown>> = buildJsonSchema();

function buildJsonSchema(): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(modelViewSchema, {
    override: ({ jsonSchema }) => {
      for (const keyword of UNSUPPORTED) delete jsonSchema[keyword];
    },
  });
  return schema;
}

/** Reads the content of a model's answer: JSON, perhaps in a fence, of the shape of ModelView. */
export function readView(content: string): ModelAnswer {
  const value = parseJson(withoutFence(content));
  if (value === undefined) return { ok: false, why: 'badJson' };
  const { success, data } = modelViewSchema.safeParse(value);
  return success ? { ok: true, view: data } : { ok: false, why: 'badSchema' };
}

/** The value of a JSON text; undefined, which JSON cannot say, when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Many models put JSON in a Markdown fence, asked or not. */
function withoutFence(content: string): string {
  const trimmed = content.trim();
  return trimmed.startsWith('```') ? trimmed.replace(/^```[a-z]*/i, '').replace(/```$/, '') : trimmed;
}
