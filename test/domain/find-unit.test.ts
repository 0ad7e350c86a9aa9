import { describe, expect, it } from 'vitest';
import { findUnits } from '../../src/domain/find-unit.ts';
import { aRosterWith, aUnit } from '../support/world-factory.ts';

const roster = aRosterWith({
  units: [
    aUnit({ id: 'u-zz-rsj', name: '涿州市人社局', kind: 'county' }),
    aUnit({ id: 'u-jrb', name: '市金融办' }),
    aUnit({ id: 'u-county-tax', name: '县税务局' }),
  ],
});

function found(name: string): string[] {
  return findUnits(roster, name).map((unit) => unit.name);
}

describe('findUnits', () => {
  it.each([
    ['the exact name, though another contains it', '市人社局', ['市人社局']],
    ['the name without its level', '金融办', ['市金融办']],
    ['the name without its level before names that contain it', '人社局', ['市人社局']],
    ['a part of the name', '金融', ['市金融办']],
    ['the name with a blank round it', ' 市工信局 ', ['市工信局']],
    ['a county’s unit by its full name', '涿州市人社局', ['涿州市人社局']],
  ])('finds %s', (_, name, expected) => {
    expect(found(name)).toEqual(expected);
  });

  it('finds several when the words do not say which', () => {
    expect(found('人社')).toEqual(['市人社局', '涿州市人社局']);
  });

  it.each([
    ['an unknown unit', '市海洋局'],
    ['the namesake of another level', '市税务局'],
    ['a single character', '市'],
    ['a level and a single character', '市工'],
    ['nothing', ''],
  ])('finds none for %s', (_, name) => {
    expect(found(name)).toEqual([]);
  });
});
