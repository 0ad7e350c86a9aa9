import { describe, expect, it } from 'vitest';
import { readIntroduction, subjectsNamed } from '../../src/domain/newcomer.ts';
import { aRoster } from '../support/world-factory.ts';

describe('readIntroduction', () => {
  it.each([
    ['盛弘机械 王强', '盛弘机械', '王强'],
    ['我是盛弘机械的王强', '盛弘机械', '王强'],
    ['您好，我们是涿州市盛弘机械有限责任公司，王小强经理', '涿州市盛弘机械有限责任公司', '王小强'],
    ['王强，盛弘机械', '盛弘机械', '王强'],
  ])('reads %s', (text, unit, name) => {
    expect(readIntroduction(text, { isUnitKnown: false })).toEqual({ unit, name });
  });

  it('takes a name alone where the group says the unit, and not elsewhere', () => {
    expect(readIntroduction('我叫王强', { isUnitKnown: true })).toEqual({ unit: null, name: '王强' });
    expect(readIntroduction('我叫王强', { isUnitKnown: false })).toBeNull();
  });

  it.each(['我们的贷款一直没有批下来，请帮忙协调一下', '谢谢', '进度', ''])('reads nobody in %s', (text) => {
    expect(readIntroduction(text, { isUnitKnown: true })).toBeNull();
  });
});

describe('subjectsNamed', () => {
  it('finds one, or several joined by 、', () => {
    const ids = (said: string) => subjectsNamed(aRoster(), said)?.map(({ id }) => id) ?? null;
    expect(ids('盛弘机械')).toEqual(['s-shenghong']);
    expect(ids('盛弘机械、华信纺织')).toEqual(['s-shenghong', 's-huaxin']);
    expect(ids('没有的公司')).toBeNull();
    expect(ids('有限')).toBeNull();
  });
});
