import { describe, expect, it } from 'vitest';
import { joinValues, readRosterSheets } from '../../src/domain/roster-sheets.ts';
import type { Cell } from '../../src/domain/sheet.ts';
import { changesOf, ENTERPRISE, imported } from '../support/roster-factory.ts';
import { aSheet, headersOf, problemsOf, theSheets, withCell, withSheet } from '../support/roster-sheets.ts';

describe('readRosterSheets', () => {
  it('reads what a roster file says in Chinese headers and words', () => {
    const { file, faults } = readRosterSheets(theSheets());
    expect(faults).toEqual([]);
    expect(file.units[0]).toEqual({ name: '市工信局', kind: 'department', county: null });
    expect(file.persons[1]).toMatchObject({ corpid: 'wwSUPPLIER', roles: ['subject'], of: [ENTERPRISE] });
    expect(file.chats[1]).toMatchObject({ purpose: 'leader', of: 'zhangming', audience: null });
    expect(changesOf(file, imported())).toMatchObject({ opened: [], closed: [] });
  });

  it('takes an empty cell for nothing, and a column that is not there for no word about it', () => {
    const sheets = withSheet('units', () => ({
      rows: [
        ['单位名称', '类别'],
        ['市工信局', '部门'],
      ],
    }));
    expect(readRosterSheets(sheets).file.units).toEqual([{ name: '市工信局', kind: 'department' }]);
    expect(readRosterSheets(theSheets()).file.units[0]).toHaveProperty('county', null);
  });

  it('takes columns in any order, headers with a star or spaces, and the words of the roster file', () => {
    const rows: Cell[][] = [
      ['类 别*', ' 单位名称＊'],
      ['department', '市工信局 '],
    ];
    expect(readRosterSheets(withSheet('units', () => ({ rows }))).file.units).toEqual([
      { kind: 'department', name: '市工信局' },
    ]);
  });

  it('splits several values at 、 or a comma, or one a line when names hold a 、 themselves', () => {
    const of = (cell: string) =>
      readRosterSheets(withCell('persons', { row: 4, header: '所属单位或企业' }, cell)).file.persons[2]?.of;
    expect(of('市工信局、市人社局')).toEqual(['市工信局', '市人社局']);
    expect(of('市工信局，市人社局；')).toEqual(['市工信局', '市人社局']);
    expect(of('规划、建设局\n市人社局')).toEqual(['规划、建设局', '市人社局']);
  });

  it('reads a phone that Excel has made a number of', () => {
    const { file } = readRosterSheets(withCell('persons', { row: 3, header: '电话' }, 13_800_001_111));
    expect(file.persons[1]?.phone).toBe('13800001111');
  });

  it('passes over examples and rows with nothing in them, and keeps count of the rows', () => {
    const sheets = withSheet('units', () => ({
      rows: [[], headersOf('units'), ['示例：市某局', '部门', null], [null, ' ', null], ['市工信局', '局', null], []],
    }));
    expect(readRosterSheets(sheets).file.units).toHaveLength(1);
    expect(problemsOf(sheets)).toContainEqual({
      sheet: '单位',
      row: 5,
      field: '类别',
      reason: '只能填部门、县区、双服办之一，请改正。',
    });
  });
});

describe('a bad row of a workbook', () => {
  it('is named by its sheet, the row that Excel shows and the header', () => {
    expect(problemsOf(withCell('chats', { row: 2, header: '所属' }, '没有的公司'))).toEqual([
      { sheet: '群', row: 2, field: '所属', reason: '没有登记“没有的公司”，请先登记，或改为全称。' },
    ]);
  });

  it('is told of the row it repeats by the number that Excel shows', () => {
    const sheets = withSheet('units', ({ rows }) => ({ rows: [...rows, [], ['市工信局', '部门', null]] }));
    expect(problemsOf(sheets)).toEqual([
      { sheet: '单位', row: 4, field: '单位名称', reason: '与第2行重复，请删除其中一行或改正。' },
    ]);
  });

  it('is told of a missing role by the word of the workbook', () => {
    const sheets = withCell('subjects', { row: 2, header: '包联领导账号' }, 'lihua');
    expect(problemsOf(sheets)).toEqual([
      expect.objectContaining({ reason: expect.stringContaining('没有“包联领导”') }),
    ]);
  });

  it.each<[string, Cell, string]>([
    ['a date', new Date(0), '日期'],
    ['yes or no', true, '不是文字'],
    ['a number of more digits than Excel keeps', 911_306_810_000_000_000, '15位以后'],
    ['what Excel says when a formula fails', '#N/A', '错误值'],
  ])('says what to do with %s', (_, cell, words) => {
    expect(problemsOf(withCell('subjects', { row: 2, header: '统一社会信用代码' }, cell))).toEqual([
      { sheet: '企业和项目', row: 2, field: '统一社会信用代码', reason: expect.stringContaining(words) },
    ]);
  });

  it('is one with a formula, whatever it comes to', () => {
    const sheets = withSheet('persons', () => ({ formulas: new Set(['C3', 'C99']) }));
    expect(problemsOf(sheets)).toEqual([
      { sheet: '人员', row: 3, field: '姓名', reason: expect.stringContaining('公式') },
    ]);
  });

  it('does not become two for a cell that holds several words, one of them unknown', () => {
    expect(problemsOf(withCell('persons', { row: 2, header: '角色' }, '包联领导、领导'))).toEqual([
      { sheet: '人员', row: 2, field: '角色', reason: expect.stringContaining('企业人员、包联领导') },
    ]);
  });
});

describe('a sheet that is not as it should be', () => {
  it('is named with the sheet that was probably meant, and not also as missing', () => {
    const sheets = withSheet('persons', () => ({ name: '人员表' }));
    expect(problemsOf(sheets)).toEqual([
      { sheet: '人员表', row: 0, field: null, reason: expect.stringContaining('是不是“人员”') },
    ]);
  });

  it('is named when it is missing', () => {
    expect(problemsOf(theSheets().slice(0, 3))).toEqual([
      { sheet: '群', row: 0, field: null, reason: expect.stringContaining('缺少“群”') },
    ]);
  });

  it('may be 填写说明, or an unused one', () => {
    const more = [aSheet('填写说明', [['怎么填']]), aSheet('Sheet1', [[null, '']])];
    expect(problemsOf([...theSheets(), ...more])).toEqual([]);
  });

  it('is refused for an unknown header, with the one that was probably meant', () => {
    const sheets = withCell('persons', { row: 1, header: '电话' }, '联系电话');
    expect(problemsOf(sheets)).toEqual([
      { sheet: '人员', row: 1, field: '联系电话', reason: expect.stringContaining('是不是“电话”') },
    ]);
  });

  it('is refused without a required column, and with a column twice', () => {
    const sheets = withSheet('units', () => ({ rows: [['单位名称', '所在县区', '所在县区']] }));
    expect(problemsOf(sheets)).toEqual([
      { sheet: '单位', row: 1, field: '所在县区', reason: expect.stringContaining('B、C列') },
      { sheet: '单位', row: 1, field: '类别', reason: expect.stringContaining('缺少必填') },
    ]);
  });

  it('is refused in one sentence when its first row is no header', () => {
    const sheets = withSheet('units', () => ({ rows: [['单位登记表'], headersOf('units')] }));
    expect(problemsOf(sheets)).toEqual([
      { sheet: '单位', row: 1, field: null, reason: expect.stringContaining('单位名称、类别、所在县区') },
    ]);
  });

  it('is refused once for a column that has values and no header', () => {
    const sheets = withSheet('units', ({ rows }) => ({ rows: rows.map((row, at) => [...row, at ? '备注' : null]) }));
    expect(problemsOf(sheets)).toEqual([
      { sheet: '单位', row: 2, field: null, reason: expect.stringContaining('D列') },
    ]);
  });

  it('is refused for merged cells, unless they are below the last row', () => {
    const sheets = withSheet('persons', () => ({ merges: ['G3:G4', 'A90:B91'] }));
    expect(problemsOf(sheets)).toEqual([
      { sheet: '人员', row: 3, field: '所属单位或企业', reason: expect.stringContaining('G3:G4') },
    ]);
  });
});

describe('joinValues', () => {
  it('keeps values apart that hold separators themselves', () => {
    expect([joinValues(['甲', '乙']), joinValues(['甲、乙', '丙']), joinValues(['甲、乙'])]).toEqual([
      '甲、乙',
      '甲、乙\n丙',
      '甲、乙\n',
    ]);
  });
});
