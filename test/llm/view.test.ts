import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../config/rules.ts';
import { MODEL_VIEW_JSON_SCHEMA, readView } from '../../src/llm/view.ts';
import { VIEW } from './model-server.ts';

const [problem] = VIEW.problems;
const withProblem = (changes: object) => JSON.stringify({ ...VIEW, problems: [{ ...problem, ...changes }] });

describe('readView', () => {
  it.each([
    ['bare', JSON.stringify(VIEW)],
    ['in white space', `\n  ${JSON.stringify(VIEW, null, 2)}\n`],
    ['in a json fence', `\`\`\`json\n${JSON.stringify(VIEW)}\n\`\`\``],
    ['in a fence without a name', `\`\`\`\n${JSON.stringify(VIEW)}\n\`\`\`\n`],
    ['in a fence on one line', `\`\`\`JSON ${JSON.stringify(VIEW)}\`\`\``],
  ])('takes a view %s', (_how, content) => {
    expect(readView(content)).toEqual({ ok: true, view: VIEW });
  });

  it('takes a view without problems', () => {
    const view = { intent: 'chitchat', problems: [] };
    expect(readView(JSON.stringify(view))).toEqual({ ok: true, view });
  });

  it.each(CATEGORIES)('takes the category %s', (category) => {
    expect(readView(withProblem({ category }))).toMatchObject({ ok: true, view: { problems: [{ category }] } });
  });

  it('takes fields that are null', () => {
    expect(readView(withProblem({ enterprise: null, deadline: null, contact: null }))).toMatchObject({ ok: true });
    expect(readView(withProblem({ deadline: { date: null, expr: '尽快' } }))).toMatchObject({ ok: true });
  });

  it.each([
    ['an unknown category', withProblem({ category: '资金' })],
    ['an unknown urgency', withProblem({ urgency: '高' })],
    ['a summary over 60 signs', withProblem({ summary: '难'.repeat(61) })],
    ['a day written otherwise', withProblem({ deadline: { date: '2026年12月4日', expr: null } })],
    ['a day that the calendar does not have', withProblem({ deadline: { date: '2026-02-30', expr: null } })],
    ['half a deadline', withProblem({ deadline: { date: '2026-12-04' } })],
    ['a field too many in a problem', withProblem({ phone: '13800001111' })],
    ['a field too many', JSON.stringify({ ...VIEW, action: 'accept' })],
    ['a field too few', JSON.stringify({ intent: 'report' })],
    ['an unknown intent', JSON.stringify({ ...VIEW, intent: 'command' })],
    ['ten problems', JSON.stringify({ ...VIEW, problems: Array.from({ length: 10 }, () => problem) })],
    ['a list', JSON.stringify([VIEW])],
    ['null', 'null'],
  ])('finds a breach of the schema in %s', (_what, content) => {
    expect(readView(content)).toEqual({ ok: false, why: 'badSchema' });
  });

  it.each(['', '   ', '```json\n```', '好的', '{"intent":', '{} {}'])('finds no JSON in %j', (content) => {
    expect(readView(content)).toEqual({ ok: false, why: 'badJson' });
  });
});

describe('the JSON Schema', () => {
  const text = JSON.stringify(MODEL_VIEW_JSON_SCHEMA);

  it('closes and requires every object wholly, as strict servers demand', () => {
    const objects = text.match(/"type":"object"/g);
    expect(objects).toHaveLength(3);
    expect(text.match(/"additionalProperties":false/g)).toHaveLength(3);
    expect(MODEL_VIEW_JSON_SCHEMA).toMatchObject({ required: ['intent', 'problems'] });
    expect(text).toContain('"required":["enterprise","summary","category","deadline","contact","urgency"]');
    expect(text).toContain('"required":["date","expr"]');
  });

  it('names the 19 categories', () => {
    expect(text).toContain(JSON.stringify(CATEGORIES));
  });

  it('has no keyword that strict servers refuse', () => {
    expect(text).not.toMatch(/"(?:maxLength|minLength|maxItems|minItems|pattern|format|\$schema)":/);
  });
});
