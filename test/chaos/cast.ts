/** Somebody who writes to the bot. */
export interface Member {
  userid: string;
  corpid: string | null;
}

/** An enterprise with its one reporter and its group. */
export interface Enterprise {
  name: string;
  reporter: Member;
  botChatid: string;
  webhookKey: string;
}

/** Who plays: enterprises, units with a clerk each, leaders and the office. */
export interface Cast {
  enterprises: readonly Enterprise[];
  clerks: ReadonlyMap<string, Member>;
  leaders: readonly Member[];
  officer: Member;
  unitNames: readonly string[];
  /** The file for `npm run roster -- import`. */
  roster: object;
}

const UNITS = ['市工信局', '市人社局', '市金融办', '市行政审批局', '市供电公司', '市交通局'];
const OFFICE = '市双创双服办公室';
const LEADERS = 4;

/** The webhook key of a unit's group. */
export const unitKey = (unit: number): string => `key-unit-${unit}`;

/** Casts so many enterprises; every second group is the enterprise's own, so that it is asked in the survey aloud. */
export function buildCast(count: number): Cast {
  const enterprises = Array.from({ length: count }, (_, i) => anEnterprise(i));
  const leaders = Array.from({ length: LEADERS }, (_, i) => ({ userid: `leader${i}`, corpid: null }));
  const clerks = new Map(UNITS.map((_, i) => [unitKey(i), { userid: `clerk${i}`, corpid: null }]));
  const officer = { userid: 'officer', corpid: null };
  return { enterprises, leaders, clerks, officer, unitNames: UNITS, roster: rosterOf(enterprises) };
}

function anEnterprise(i: number): Enterprise {
  return {
    name: `保定市第${i + 1}机械有限责任公司`,
    reporter: { userid: `reporter${i}`, corpid: `wwSUPPLIER${i}` },
    botChatid: `wrEnterprise${i}`,
    webhookKey: `key-enterprise-${i}`,
  };
}

function rosterOf(enterprises: readonly Enterprise[]): object {
  return {
    units: [...UNITS.map((name) => ({ name, kind: 'department' })), { name: OFFICE, kind: 'office' }],
    persons: [
      ...Array.from({ length: LEADERS }, (_, i) => ({ userid: `leader${i}`, name: `领导${i}`, roles: ['leader'] })),
      ...UNITS.map((of, i) => ({ userid: `clerk${i}`, name: `经办${i}`, roles: ['unit'], of })),
      ...enterprises.map(({ reporter, name }, i) => ({
        ...reporter,
        name: `企业人${i}`,
        roles: ['subject'],
        of: name,
      })),
      { userid: 'officer', name: '赵敏', roles: ['office'], of: OFFICE },
    ],
    subjects: enterprises.map(({ name }, i) => ({
      name,
      kind: 'enterprise',
      list: '重点工业企业',
      leader: `leader${i % LEADERS}`,
      unit: UNITS[i % UNITS.length],
    })),
    chats: [
      ...enterprises.map((one, i) => ({
        name: `第${i + 1}机械包联群`,
        purpose: 'subject',
        of: one.name,
        audience: i % 2 === 0 ? 'mixed' : 'enterprise',
        botChatid: one.botChatid,
        webhookKey: one.webhookKey,
      })),
      ...Array.from({ length: LEADERS }, (_, i) => aGroup('leader', `leader${i}`, i)),
      ...UNITS.map((name, i) => aGroup('unit', name, i)),
      aGroup('office', OFFICE, 0),
    ],
  };
}

function aGroup(purpose: 'leader' | 'unit' | 'office', of: string, i: number): object {
  return { name: `${of}的群`, purpose, of, botChatid: `wr-${purpose}-${i}`, webhookKey: `key-${purpose}-${i}` };
}
