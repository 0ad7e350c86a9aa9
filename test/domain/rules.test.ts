import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../config/rules.ts';
import { buildRuleBook, FIRST_RULES, gradeOf, termOf } from '../../src/domain/rules.ts';
import { changeRules } from '../../src/domain/rules-change.ts';
import { shanghai } from '../support/world-factory.ts';

const second = { ...FIRST_RULES, version: 2, from: shanghai('2026-12-01 00:00') };
const third = { ...second, version: 3, from: shanghai('2027-01-01 00:00') };
/** In any order, as a store gives them. */
const book = buildRuleBook([third, second]);

describe('the versions of the rules', () => {
  it.each([
    ['2026-11-24 09:00', 1],
    ['2026-11-30 23:59', 1],
    ['2026-12-01 00:00', 2],
    ['2027-01-01 00:00', 3],
  ])('at %s is version %i in force', (at, version) => {
    expect(book.at(shanghai(at)).version).toBe(version);
  });

  it('are pinned by a case; before its acceptance it counts by those in force', () => {
    const now = shanghai('2027-01-02 09:00');
    expect(book.of({ rulesVersion: 1 }, now).version).toBe(1);
    expect(book.of({ rulesVersion: null }, now).version).toBe(3);
  });

  it('are never guessed: a pinned version that is missing is a bug', () => {
    expect(() => book.of({ rulesVersion: 9 }, shanghai('2027-01-02 09:00'))).toThrow('rules version 9');
  });
});

describe('gradeOf', () => {
  it('is known for every category', () => {
    const complex = CATEGORIES.filter((category) => gradeOf(category, FIRST_RULES) === 'complex');
    expect(complex).toEqual(['用地规划', '市场开拓', '账款拖欠', '项目建设']);
    expect(new Set(CATEGORIES.map((category) => gradeOf(category, FIRST_RULES)))).toEqual(
      new Set(['general', 'complex']),
    );
  });
});

describe('changeRules', () => {
  it('sets the term of a grade and the grade of a category, by either name', () => {
    const changed = {
      ...FIRST_RULES,
      ...changeRules(FIRST_RULES, ['simple=4', '一般=6', '税费=简单', '账款拖欠=general']),
    };
    expect(changed.terms).toMatchObject({ simple: 4, general: 6, complex: 15 });
    expect(['税费', '账款拖欠', '环保安全'].map((category) => termOf(category as '税费', changed))).toEqual([4, 6, 6]);
    expect(FIRST_RULES.terms).toMatchObject({ simple: 3, general: 5 });
  });

  it.each([
    [['simple=0'], '1 to 60 working days'],
    [['simple=61'], '1 to 60 working days'],
    [['simple=3.5'], '1 to 60 working days'],
    [['simple=6'], 'general (一般) would have less time'],
    [['紧急=2'], 'neither a grade'],
    [['税费=难'], 'is no grade'],
    [['simple=3'], 'nothing would change'],
  ])('refuses %j', (settings, why) => {
    expect(() => changeRules(FIRST_RULES, settings)).toThrow(why);
  });
});
