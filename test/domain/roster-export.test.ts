import { describe, expect, it } from 'vitest';
import { ROSTER_SHEETS } from '../../config/texts/roster-sheets.ts';
import { rosterFileOf } from '../../src/domain/roster-export.ts';
import { readRosterSheets, SHEET_KEYS } from '../../src/domain/roster-sheets.ts';
import { aRosterFile, anEnterprise, changesOf, ENTERPRISE, imported } from '../support/roster-factory.ts';
import { aSheet, headersOf, problemsOf, theSheets } from '../support/roster-sheets.ts';

describe('rosterFileOf', () => {
  const there = () => {
    const file = aRosterFile();
    file.units.push({ name: '规划、建设局', kind: 'county', county: '涿州市' });
    file.persons.push(
      { userid: 'both', name: '周周', roles: ['subject', 'unit', 'admin'], of: [ENTERPRISE, '规划、建设局'] },
      { userid: 'one', name: '吴吴', roles: ['unit'], of: '规划、建设局', deputy: 'wwSUPPLIER/wangqiang' },
    );
    file.subjects.push(
      anEnterprise({ unit: '规划、建设局', taskForce: ['both', 'wwSUPPLIER/wangqiang'], plan: '第一行\n第二行' }),
      { name: '产业园项目', kind: 'project', list: '重点项目', aliases: ['园，区', '产业园'] },
    );
    return imported(file);
  };

  it('gives a file that changes nothing when it is imported again', () => {
    const stored = there();
    const changes = changesOf(rosterFileOf(stored), stored);
    expect(changes).toMatchObject({ opened: [], closed: [] });
    for (const key of SHEET_KEYS) expect(changes[key]).toMatchObject({ created: [], updated: [] });
  });

  it('also changes nothing by way of the sheets of a workbook', () => {
    const stored = there();
    const { file, faults } = readRosterSheets(theSheets(rosterFileOf(stored)));
    expect(faults).toEqual([]);
    expect(file).toEqual(rosterFileWithoutEmptyLists(rosterFileOf(stored)));
    const changes = changesOf(file, stored);
    expect(changes).toMatchObject({ opened: [], closed: [] });
    for (const key of SHEET_KEYS) expect(changes[key]).toMatchObject({ created: [], updated: [] });
  });
});

/** In a workbook an empty list is an empty cell. */
function rosterFileWithoutEmptyLists(file: object): unknown {
  return JSON.parse(
    JSON.stringify(file, (_, value: unknown) => (Array.isArray(value) && value.length === 0 ? null : value)),
  );
}

describe('the table of columns', () => {
  it('has a column for every field that a roster file can have, each header once', () => {
    for (const key of SHEET_KEYS) {
      const { columns, examples } = ROSTER_SHEETS[key];
      const fields = columns.map(({ field }) => field);
      expect(new Set(headersOf(key)).size).toBe(columns.length);
      expect(Object.keys(rosterFileOf(imported())[key][0] ?? {}).sort()).toEqual([...fields].sort());
      expect(examples.flatMap((example) => Object.keys(example)).filter((field) => !fields.includes(field))).toEqual(
        [],
      );
    }
  });

  it('shows examples that an import would take', () => {
    const sheets = SHEET_KEYS.map((key) => {
      const { name, columns, examples } = ROSTER_SHEETS[key];
      return aSheet(name, [headersOf(key), ...examples.map((row) => columns.map(({ field }) => row[field] ?? null))]);
    });
    const strange = problemsOf(sheets).filter(({ reason }) => !/^没有(?:登记|人员)/.test(reason));
    expect(strange).toEqual([]);
  });
});
