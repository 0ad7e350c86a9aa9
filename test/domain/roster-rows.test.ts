import { describe, expect, it } from 'vitest';
import type { StoredRoster } from '../../src/domain/roster-stored.ts';
import {
  aChangedFile,
  aRosterFile,
  anEnterprise,
  ENTERPRISE,
  imported,
  NOTHING,
  plan,
  type RosterFile,
} from '../support/roster-factory.ts';

function places(file: unknown, current?: StoredRoster): string[] {
  return plan(file, current).problems.map(({ sheet, row, field }) => `${sheet}/${row}/${field}`);
}

describe('bad rows of an import', () => {
  it.each<[string, keyof RosterFile, number, Record<string, unknown>, string]>([
    ['a name is missing', 'subjects', 1, { name: undefined }, 'name'],
    ['a name is only spaces', 'units', 1, { name: '  ' }, 'name'],
    ['a name is too long', 'subjects', 1, { name: '名'.repeat(101) }, 'name'],
    ['a name is a number', 'units', 1, { name: 12 }, 'name'],
    ['a name runs over two lines', 'chats', 1, { name: '盛弘\n群' }, 'name'],
    ['a kind is unknown', 'units', 1, { kind: 'bureau' }, 'kind'],
    ['a role is unknown', 'persons', 3, { roles: ['unit', 'boss'] }, 'roles'],
    ['a name holds half a character', 'units', 1, { name: '局\ud800' }, 'name'],
    ['roles are not a list', 'persons', 3, { roles: 'unit' }, 'roles'],
    ['a purpose is unknown', 'chats', 1, { purpose: 'fun' }, 'purpose'],
    ['an audience is unknown', 'chats', 1, { audience: 'all' }, 'audience'],
    ['a list is not one of the four', 'subjects', 1, { list: '百强企业' }, 'list'],
    ['a telephone number is too short', 'persons', 2, { phone: '1380000' }, 'phone'],
    ['a credit code has the wrong shape', 'subjects', 1, { uscc: '123' }, 'uscc'],
    ['a userid has a space', 'persons', 3, { userid: 'li hua' }, 'userid'],
    [
      'there are too many aliases',
      'subjects',
      1,
      { aliases: Array.from({ length: 21 }, (_, n) => `简称${n}`) },
      'aliases',
    ],
    ['an alias is one character', 'subjects', 1, { aliases: ['盛'] }, 'aliases'],
    ['a field is unknown', 'subjects', 1, { leeder: 'zhangming' }, 'leeder'],
    [
      'a field has the name of a prototype',
      'subjects',
      1,
      JSON.parse('{"__proto__": 1, "constructor": 1}'),
      'constructor',
    ],
    ['the leader is not registered', 'subjects', 1, { leader: 'nobody' }, 'leader'],
    ['the leader is no leader', 'subjects', 1, { leader: 'lihua' }, 'leader'],
    ['the leader has a namesake in another corp only', 'subjects', 1, { leader: 'wangqiang' }, 'leader'],
    ['the unit is not registered', 'subjects', 1, { unit: '市工信' }, 'unit'],
    ['somebody of the task force is not registered', 'subjects', 1, { taskForce: ['lihua', 'nobody'] }, 'taskForce'],
    ['a person speaks for an unknown subject', 'persons', 2, { of: '盛弘机械' }, 'of'],
    ['a person of a subject names none', 'persons', 2, { of: null }, 'of'],
    ['a person of a unit names none', 'persons', 3, { of: undefined }, 'of'],
    ['a deputy is the person', 'persons', 1, { deputy: 'zhangming' }, 'deputy'],
    ['two corps are named', 'persons', 2, { userid: 'wwOTHER/wangqiang' }, 'corpid'],
    ['a chat has an unknown owner', 'chats', 1, { of: '某某公司' }, 'of'],
    ['a chat of a leader names no leader', 'chats', 2, { of: 'lihua' }, 'of'],
    ['a webhook is a whole address', 'chats', 1, { webhookKey: 'https://example.com/send?key=uuid-1' }, 'webhookKey'],
  ])('names the row when %s', (_, sheet, row, cells, field) => {
    const { problems, changes } = plan(aChangedFile(sheet, row, cells));
    expect(problems).toContainEqual({ sheet, row, field, reason: expect.stringContaining('请') });
    expect(changes).toBeNull();
  });

  it('names every bad row of every sheet, in order, and only those', () => {
    const file = aChangedFile('subjects', 1, { kind: 'shop' });
    file.units.push({ name: '市人社局', kind: 'x' });
    file.persons.push({ userid: 'a', name: '甲', roles: ['unit'], of: '没有的局' });
    file.chats.push({ name: '群', purpose: 'unit', of: '市人社局', botChatid: 'wrChatGxj' });
    expect(places(file)).toEqual(['units/2/kind', 'persons/5/of', 'subjects/1/kind', 'chats/5/botChatid']);
  });

  it.each<[string, keyof RosterFile, Record<string, unknown>, string]>([
    ['a subject', 'subjects', { name: `${ENTERPRISE} `, kind: 'enterprise' }, 'subjects/2/name'],
    ['a unit', 'units', { name: '市工信局', kind: 'department' }, 'units/2/name'],
    [
      'a person, written otherwise',
      'persons',
      { userid: 'wwSUPPLIER/wangqiang', name: '王强', roles: ['leader'] },
      'persons/5/userid',
    ],
    [
      'the id of a chat',
      'chats',
      { name: '又一群', purpose: 'unit', of: '市工信局', botChatid: 'wrChatGxj' },
      'chats/5/botChatid',
    ],
    [
      'the webhook of a chat',
      'chats',
      { name: '又一群', purpose: 'unit', of: '市工信局', webhookKey: 'uuid-1' },
      'chats/5/webhookKey',
    ],
  ])('names the later of two rows about %s', (_, sheet, row, place) => {
    const file = aRosterFile();
    file[sheet].push(row);
    expect(places(file)).toEqual([place]);
  });

  it('refuses the credit code of another enterprise, and lets the project of an enterprise share it', () => {
    const uscc = '91130600MA0000001X';
    const file = aChangedFile('subjects', 1, { uscc });
    file.subjects.push(anEnterprise({ name: '盛弘技改项目', kind: 'project', uscc }));
    expect(places(file)).toEqual([]);
    file.subjects.push(anEnterprise({ uscc }));
    expect(places(file)).toEqual(['subjects/3/uscc']);
  });

  it('refuses an alias that is the full name of another subject', () => {
    const file = aRosterFile();
    file.subjects.push(anEnterprise({ aliases: [ENTERPRISE] }));
    expect(places(file)).toEqual(['subjects/2/aliases']);
  });

  it('refuses a name that two stored units bear', () => {
    const stored = imported();
    const twin = { id: 'u-twin', name: '市工信局', kind: 'department' as const, county: '涿州市' };
    const file = { subjects: [anEnterprise({ unit: '市工信局' })] };
    expect(places(file, { ...stored, units: [...stored.units, twin] })).toEqual(['subjects/1/unit']);
  });

  it('refuses an address that another registered chat keeps, without telling the webhook', () => {
    const file = {
      chats: [{ name: '另一群', purpose: 'unit', of: '市工信局', botChatid: 'wrNew', webhookKey: 'uuid-1' }],
    };
    const stored = imported();
    const bound = stored.chats.slice(2, 3).map((chat) => ({ ...chat, id: 'b', botChatid: 'wrNew', webhookKey: null }));
    const tied = { ...stored, chats: [...stored.chats, ...bound] };
    const { problems } = plan(file, tied);
    expect(problems).toMatchObject([{ sheet: 'chats', row: 1, field: 'webhookKey' }]);
    expect(JSON.stringify(problems)).not.toContain('uuid-1');
  });

  it.each([
    ['nothing', {}],
    ['a list', []],
    ['null', null],
    ['words', '名册'],
    ['a sheet that is no list', { units: {} }],
    ['a sheet of an unknown name', { ...aRosterFile(), companies: [] }],
    ['a row that is no object', { units: [null] }],
  ])('refuses a file that holds %s', (_, file) => {
    const { problems, changes } = plan(file);
    expect(problems).toHaveLength(1);
    expect(changes).toBeNull();
  });
});

describe('a roster file of any size', () => {
  it('names each of 200,000 unknown fields without running out of stack', () => {
    const cells = Object.fromEntries(Array.from({ length: 200_000 }, (_, n) => [`f${n}`, n]));
    expect(plan({ units: [{ name: '市工信局', kind: 'department', ...cells }] }).problems).toHaveLength(200_000);
  });
});

describe('an import that skips bad rows', () => {
  const skipBad = { skipBad: true };

  it('leaves out the bad row, names it, and imports the others', () => {
    const file = aRosterFile();
    file.subjects.push(anEnterprise({ list: '百强企业' }));
    const { problems, changes } = plan(file, NOTHING, skipBad);
    expect(problems.map(({ row, field }) => `${row}/${field}`)).toEqual(['2/list']);
    expect(changes?.subjects.created.map(({ name }) => name)).toEqual([ENTERPRISE]);
  });

  it('leaves out also the rows that cannot do without the bad one, however far away', () => {
    const { problems, changes } = plan(aChangedFile('units', 1, { kind: 'bureau' }), NOTHING, skipBad);
    const skipped = problems.map(({ sheet, row }) => `${sheet}/${row}`);
    expect(skipped).toEqual(['units/1', 'persons/2', 'persons/3', 'subjects/1', 'chats/1', 'chats/3']);
    expect(changes?.persons.created.map(({ name }) => name)).toEqual(['张明', '赵敏']);
    expect(changes?.opened).toEqual([]);
  });

  it('still refuses a file that is none', () => {
    expect(plan([], NOTHING, skipBad).changes).toBeNull();
  });

  it('keeps the rows about something that is registered already although its new row is bad', () => {
    const { problems } = plan(aChangedFile('units', 1, { kind: 'bureau' }), imported(), skipBad);
    expect(problems.map(({ sheet, row }) => `${sheet}/${row}`)).toEqual(['units/1']);
  });
});
