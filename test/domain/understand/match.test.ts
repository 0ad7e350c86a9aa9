import { describe, expect, it } from 'vitest';
import { buildMatcher } from '../../../src/domain/understand/index.ts';

const matcher = buildMatcher([
  { name: '涿州市盛弘机械有限责任公司', aliases: ['盛弘机械'] },
  { name: '保定市宏达面粉有限公司', aliases: [] },
  { name: '蠡县宏达皮革制品厂', aliases: [] },
  { name: '保定国信电气股份有限公司', aliases: ['国信'] },
]);

describe('buildMatcher', () => {
  it.each([
    ['涿州市盛弘机械有限责任公司', '涿州市盛弘机械有限责任公司'],
    ['盛弘机械', '涿州市盛弘机械有限责任公司'],
    ['涿州盛弘机械有限公司', '涿州市盛弘机械有限责任公司'],
    ['宏达面粉', '保定市宏达面粉有限公司'],
    ['保定市洪达面粉有限公司', '保定市宏达面粉有限公司'],
    ['国信', '保定国信电气股份有限公司'],
  ])('finds the registered name of %s', (query, name) => {
    expect(matcher.match(query).subject).toBe(name);
  });

  it('asks rather than guesses where two names fit alike', () => {
    const match = matcher.match('宏达');
    expect(match.subject).toBeNull();
    expect(match.candidates.map((candidate) => candidate.subject)).toEqual(
      expect.arrayContaining(['保定市宏达面粉有限公司', '蠡县宏达皮革制品厂']),
    );
  });

  it.each(['石家庄市永丰化工有限公司', '有限公司', '', '   '])('finds nobody for %s', (query) => {
    expect(matcher.match(query).subject).toBeNull();
  });
});
