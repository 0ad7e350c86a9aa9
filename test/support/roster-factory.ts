import { planRosterImport, type ImportOptions, type RosterPlan } from '../../src/domain/roster-import.ts';
import type { RosterChanges } from '../../src/domain/roster-changes.ts';
import type { StoredRoster } from '../../src/domain/roster-stored.ts';

/** Rows of a roster file before anything is checked. */
export type RosterFile = Record<'units' | 'persons' | 'subjects' | 'chats', Record<string, unknown>[]>;

export const ENTERPRISE = '涿州市盛弘机械有限责任公司';
export const OFFICE = '市双创双服办公室';

/** The example of design.md section 6, to be changed at will. */
export function aRosterFile(): RosterFile {
  return {
    units: [{ name: '市工信局', kind: 'department', county: null }],
    persons: [
      {
        userid: 'zhangming',
        name: '张明',
        title: '副市长',
        level: '市',
        roles: ['leader'],
        phone: null,
        deputy: 'liqiang',
      },
      {
        userid: 'wangqiang',
        corpid: 'wwSUPPLIER',
        name: '王强',
        roles: ['subject'],
        of: ENTERPRISE,
        phone: '13800001111',
      },
      { userid: 'lihua', name: '李华', roles: ['unit'], of: '市工信局' },
      { userid: 'zhaomin', name: '赵敏', roles: ['office'], of: OFFICE },
    ],
    subjects: [
      {
        name: ENTERPRISE,
        kind: 'enterprise',
        list: '重点工业企业',
        county: '涿州市',
        uscc: null,
        aliases: ['盛弘机械'],
        leader: 'zhangming',
        unit: '市工信局',
        taskForce: ['lihua'],
        plan: '每月走访一次,协调技改资金',
      },
    ],
    chats: [
      aChat('盛弘机械包联群', {
        purpose: 'subject',
        of: ENTERPRISE,
        botChatid: 'wrChatShenghong',
        webhookKey: 'uuid-1',
      }),
      aChat('张明副市长包联专班', {
        purpose: 'leader',
        of: 'zhangming',
        botChatid: 'wrChatLeader1',
        webhookKey: 'uuid-2',
      }),
      aChat('市工信局办理群', { purpose: 'unit', of: '市工信局', botChatid: 'wrChatGxj', webhookKey: 'uuid-3' }),
      aChat('双创双服办公室', { purpose: 'office', of: OFFICE, botChatid: 'wrChatOffice', webhookKey: 'uuid-4' }),
    ],
  };
}

/** The example with some cells of one row changed. */
export function aChangedFile(sheet: keyof RosterFile, row: number, cells: Record<string, unknown>): RosterFile {
  const file = aRosterFile();
  file[sheet][row - 1] = { ...file[sheet][row - 1], ...cells };
  return file;
}

function aChat(name: string, cells: Record<string, unknown>): Record<string, unknown> {
  return { name, ...cells };
}

/** A row of a second enterprise. */
export function anEnterprise(cells: Record<string, unknown> = {}): Record<string, unknown> {
  return { name: '满城区晨禾食品有限责任公司', kind: 'enterprise', ...cells };
}

/** Nothing is registered yet. */
export const NOTHING: StoredRoster = { subjects: [], units: [], persons: [], chats: [], assignments: [] };

/** Plans an import on 27 November 2026 with ids drawn from a fixed sequence. */
export function plan(file: unknown, current: StoredRoster = NOTHING, options: Partial<ImportOptions> = {}): RosterPlan {
  return planRosterImport(file, current, {
    day: '2026-11-27',
    random: drawn(),
    ownCorpId: null,
    skipBad: false,
    ...options,
  });
}

/** The changes of a file that has nothing wrong with it. @throws naming what is wrong, when something is. */
export function changesOf(
  file: unknown,
  current: StoredRoster = NOTHING,
  options: Partial<ImportOptions> = {},
): RosterChanges {
  const { changes, problems } = plan(file, current, options);
  if (!changes) throw new Error(`the file was refused: ${JSON.stringify(problems)}`);
  return changes;
}

/** What is stored once changes are written: the store's part, played in memory. */
export function written(changes: RosterChanges, before: StoredRoster = NOTHING): StoredRoster {
  const closed = new Set(changes.closed.map(({ subject, role, holder }) => `${subject}/${role}/${holder}`));
  const stays = before.assignments.filter(({ subject, role, holder }) => !closed.has(`${subject}/${role}/${holder}`));
  return {
    subjects: merged(before.subjects, changes.subjects),
    units: merged(before.units, changes.units),
    persons: merged(before.persons, changes.persons),
    chats: merged(before.chats, changes.chats),
    assignments: [...stays, ...changes.opened],
  };
}

/** What is stored after one import into an empty register. */
export function imported(file: unknown = aRosterFile()): StoredRoster {
  return written(changesOf(file));
}

function merged<T extends { id: string }>(before: readonly T[], changed: { created: T[]; updated: T[] }): T[] {
  const all = new Map(before.map((item) => [item.id, item]));
  for (const item of [...changed.created, ...changed.updated]) all.set(item.id, item);
  return [...all.values()];
}

/** Numbers that look random and are the same in each run (Park and Miller). */
function drawn(): () => number {
  let state = 20_261_127;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
