import { describe, expect, it } from 'vitest';
import { buildRoster, officeChat, officeUnit, pairingOf } from '../../src/domain/roster.ts';
import { pairingsOf, type StoredRoster } from '../../src/domain/roster-stored.ts';
import demo from '../../config/demo-roster.json' with { type: 'json' };
import {
  aChangedFile,
  aRosterFile,
  anEnterprise,
  changesOf,
  ENTERPRISE,
  imported,
  NOTHING,
  OFFICE,
  type RosterFile,
  written,
} from '../support/roster-factory.ts';

const NEXT_DAY = { day: '2026-11-28' };

function rosterOf(stored: StoredRoster) {
  return buildRoster({ ...stored, version: 1, pairings: pairingsOf(stored) });
}

function withUnit(cells: Record<string, unknown>): RosterFile {
  const file = aRosterFile();
  file.units.push(cells);
  return file;
}

function isQuiet(changes: ReturnType<typeof changesOf>): boolean {
  const sheets = [changes.units, changes.persons, changes.subjects, changes.chats];
  const written = sheets.flatMap(({ created, updated }) => [...created, ...updated]);
  return [...written, ...changes.opened, ...changes.closed].length === 0;
}

describe('planRosterImport', () => {
  it('registers the example of the design: subject, pairing, people and chats', () => {
    const stored = imported();
    const roster = rosterOf(stored);
    const subject = stored.subjects[0];
    const unit = stored.units.find(({ name }) => name === '市工信局');
    expect(subject).toMatchObject({ name: ENTERPRISE, list: '重点工业企业', aliases: ['盛弘机械'] });
    expect(pairingOf(roster, subject?.id ?? '')).toEqual({
      leader: 'CORP/zhangming',
      unit: unit?.id,
      taskForce: ['CORP/lihua'],
      plan: '每月走访一次,协调技改资金',
    });
    expect(roster.persons.get('wwSUPPLIER/wangqiang')).toMatchObject({
      subjects: [subject?.id],
      units: [],
      phone: '13800001111',
    });
    expect(roster.persons.get('CORP/zhangming')).toMatchObject({
      deputy: 'CORP/liqiang',
      roles: ['leader'],
      level: '市',
    });
    expect(roster.chatsByBotChatid.get('wrChatShenghong')).toMatchObject({
      of: subject?.id,
      audience: 'mixed',
      webhookKey: 'uuid-1',
    });
    expect(roster.chatsByBotChatid.get('wrChatLeader1')?.of).toBe('CORP/zhangming');
  });

  it('takes the unit of the office chat for the office although no row of its own declares it', () => {
    const roster = rosterOf(imported());
    expect(officeUnit(roster)).toMatchObject({ name: OFFICE, kind: 'office' });
    expect(officeChat(roster)?.of).toBe(officeUnit(roster)?.id);
  });

  it('gives opaque ids that say nothing of the name', () => {
    const { subjects, units, chats } = imported();
    for (const { id } of [...subjects, ...units, ...chats]) expect(id).toMatch(/^[suc]-[0-9a-z]{8}$/);
  });

  it.each<[string, object]>([
    ['the example of the design', aRosterFile()],
    ['the demo roster', demo],
    [
      'a chat without any address',
      { ...aRosterFile(), chats: [{ name: '待绑定群', purpose: 'unit', of: '市工信局' }] },
    ],
    ['an office that its own row calls a department', withUnit({ name: OFFICE, kind: 'department' })],
  ])('changes nothing the second time: %s', (_, file) => {
    expect(isQuiet(changesOf(file, imported(file), NEXT_DAY))).toBe(true);
  });

  it('finds a subject again by its name whatever the width of its brackets, and keeps its id', () => {
    const stored = imported({
      units: [],
      persons: [],
      chats: [],
      subjects: [anEnterprise({ name: '晨禾（集团）有限公司' })],
    });
    const changes = changesOf({ subjects: [anEnterprise({ name: '晨禾(集团) 有限公司', county: '满城区' })] }, stored);
    expect(changes.subjects.created).toEqual([]);
    expect(changes.subjects.updated).toMatchObject([{ id: stored.subjects[0]?.id, county: '满城区' }]);
  });

  it('takes a subject whose old full name is among its aliases for the same subject', () => {
    const stored = imported();
    const changes = changesOf(
      { subjects: [anEnterprise({ name: '涿州市盛弘智能装备有限公司', aliases: [ENTERPRISE] })] },
      stored,
    );
    expect(changes.subjects.updated).toMatchObject([
      { id: stored.subjects[0]?.id, name: '涿州市盛弘智能装备有限公司' },
    ]);
  });

  it('leaves alone what a row does not mention, and empties what it says is null', () => {
    const stored = imported();
    const changes = changesOf({ subjects: [{ name: ENTERPRISE, kind: 'enterprise', county: null }] }, stored);
    expect(changes.subjects.updated).toMatchObject([{ county: null, list: '重点工业企业', aliases: ['盛弘机械'] }]);
    expect(changes.closed).toEqual([]);
  });

  it('keeps an address that was learnt after the import when the file does not know it', () => {
    const unbound = aChangedFile('chats', 1, { botChatid: null });
    const stored = imported(unbound);
    const chats = stored.chats.map((chat) =>
      chat.webhookKey === 'uuid-1' ? { ...chat, botChatid: 'wrLearnt' } : chat,
    );
    expect(isQuiet(changesOf(unbound, { ...stored, chats }))).toBe(true);
  });

  it('finds a chat whose webhook was replaced by its name and owner', () => {
    const stored = imported(aChangedFile('chats', 1, { botChatid: null }));
    const changes = changesOf(aChangedFile('chats', 1, { botChatid: null, webhookKey: 'uuid-new' }), stored);
    expect(changes.chats.created).toEqual([]);
    expect(changes.chats.updated).toMatchObject([{ name: '盛弘机械包联群', webhookKey: 'uuid-new' }]);
  });

  it('lets one file exchange the webhooks of two chats', () => {
    const file = aChangedFile('chats', 1, { webhookKey: 'uuid-2' });
    file.chats[1] = { ...file.chats[1], webhookKey: 'uuid-1' };
    expect(changesOf(file, imported()).chats.updated).toMatchObject([
      { botChatid: 'wrChatShenghong', webhookKey: 'uuid-2' },
      { botChatid: 'wrChatLeader1', webhookKey: 'uuid-1' },
    ]);
  });

  it('knows our own people also by our corp id', () => {
    const file = aChangedFile('persons', 3, { corpid: 'wwOWN' });
    expect(changesOf(file, NOTHING, { ownCorpId: 'wwOWN' }).persons.created.map(({ id }) => id)).toContain(
      'CORP/lihua',
    );
  });

  it('writes telephone numbers one way', () => {
    const { persons } = imported(aChangedFile('persons', 2, { phone: '+86 138-0000-1111' }));
    expect(persons.find(({ name }) => name === '王强')?.phone).toBe('13800001111');
  });
});

describe('assignments of an import', () => {
  const successor = { userid: 'chenjing', name: '陈静', roles: ['leader'] };

  function withLeader(leader: string | null): RosterFile {
    const file = aChangedFile('subjects', 1, { leader });
    file.persons.push(successor);
    return file;
  }

  it('closes the old leader and opens the new one on the day of the import', () => {
    const stored = imported();
    const { opened, closed } = changesOf(withLeader('chenjing'), stored, NEXT_DAY);
    const subject = stored.subjects[0]?.id;
    expect(closed).toEqual([
      { subject, role: 'leader', holder: 'CORP/zhangming', from: '2026-11-27', to: '2026-11-28' },
    ]);
    expect(opened).toEqual([{ subject, role: 'leader', holder: 'CORP/chenjing', from: '2026-11-28', to: null }]);
  });

  it('closes the leader and opens none when the row says null', () => {
    const { opened, closed } = changesOf(withLeader(null), imported(), NEXT_DAY);
    expect(closed.map(({ role }) => role)).toEqual(['leader']);
    expect(opened).toEqual([]);
  });

  it('takes the later leader while an import is half written, and closes the other when it is repeated', () => {
    const stored = imported();
    const changes = changesOf(withLeader('chenjing'), stored, NEXT_DAY);
    const half = written({ ...changes, closed: [] }, stored);
    expect(pairingOf(rosterOf(half), stored.subjects[0]?.id ?? '').leader).toBe('CORP/chenjing');
    const repeated = changesOf(withLeader('chenjing'), half, NEXT_DAY);
    expect(repeated.opened).toEqual([]);
    expect(repeated.closed.map(({ holder }) => holder)).toEqual(['CORP/zhangming']);
  });

  it('changes only the members of the task force that differ', () => {
    const file = aChangedFile('subjects', 1, { taskForce: ['lihua', 'zhangming'] });
    const { opened, closed } = changesOf(file, imported(), NEXT_DAY);
    expect(opened.map(({ holder }) => holder)).toEqual(['CORP/zhangming']);
    expect(closed).toEqual([]);
  });
});
