import { describe, expect, it } from 'vitest';
import { buildRoster, officeUnit } from '../../src/domain/roster.ts';
import type { StoredRoster } from '../../src/domain/roster-stored.ts';
import { aRosterFile, changesOf, imported, NOTHING, OFFICE, written } from '../support/roster-factory.ts';

function officeOf(stored: StoredRoster) {
  return officeUnit(buildRoster({ ...stored, version: 1, pairings: new Map() }));
}

describe('the office of a roster file', () => {
  it('is the unit that the office chat names, whatever its own row calls it', () => {
    const file = aRosterFile();
    file.units.push({ name: OFFICE, kind: 'department' });
    expect(officeOf(imported(file))).toMatchObject({ name: OFFICE, kind: 'office' });
  });

  it('stays the office when a later file speaks of it as a department', () => {
    const stored = imported();
    const changes = changesOf({ units: [{ name: OFFICE, kind: 'department' }] }, stored);
    expect(officeOf(written(changes, stored))).toEqual(officeOf(stored));
  });

  it('is the unit of the office people when there is no office chat', () => {
    const file = { units: [], persons: [{ userid: 'zhaomin', name: '赵敏', roles: ['office'], of: OFFICE }] };
    expect(officeOf(imported(file))).toMatchObject({ name: OFFICE });
  });
});

describe('new ids', () => {
  it('are drawn again when they are taken', () => {
    const draws = [...Array.from({ length: 16 }, () => 0), ...Array.from({ length: 8 }, () => 0.5)];
    const random = () => draws.shift() ?? 0.9;
    const units = ['市工信局', '市人社局'].map((name) => ({ name, kind: 'department' }));
    const { created } = changesOf({ units }, NOTHING, { random }).units;
    expect(created.map(({ id }) => id)).toEqual(['u-00000000', 'u-iiiiiiii']);
  });
});
