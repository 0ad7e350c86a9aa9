import { OWN_CORP } from '../../src/domain/inbound.ts';
import type { Target } from '../../src/domain/notice.ts';
import type { Roster } from '../../src/domain/roster.ts';

const LEADER = 'leader0';
const UNIT = '市工信局';
const OFFICE = '市双创双服办公室';

/** The chat of the i-th enterprise, and the key of its robot. */
const chatOf = (i: number) => `wrCrowd${i}`;
const keyOf = (i: number) => `key-crowd-${i}`;

/** So many enterprises with a group each, for what is sent to many. */
export function aCrowdRoster(groups: number): object {
  const names = Array.from({ length: groups }, (_, i) => `保定市第${i + 1}机械有限责任公司`);
  return {
    units: [
      { name: UNIT, kind: 'department' },
      { name: OFFICE, kind: 'office' },
    ],
    persons: [{ userid: LEADER, name: '张明', roles: ['leader'] }],
    subjects: names.map((name) => ({ name, kind: 'enterprise', list: '重点工业企业', leader: LEADER, unit: UNIT })),
    chats: names.map((of, i) => ({
      name: `第${i + 1}机械包联群`,
      purpose: 'subject',
      of,
      botChatid: chatOf(i),
      webhookKey: keyOf(i),
    })),
  };
}

/** Puts the robots of a crowd's groups on a platform. */
export function addCrowd(platform: { addRobot(chat: string, key: string): void }, groups: number): void {
  for (let i = 0; i < groups; i += 1) platform.addRobot(chatOf(i), keyOf(i));
}

/** The groups of an imported crowd, and people whom the app reaches, as notices name them. */
export function crowdTargets(roster: Roster, people: number): { groups: Target[]; people: Target[] } {
  const chats = [...roster.chats.values()].sort((a, b) => a.name.localeCompare(b.name));
  return {
    groups: chats.map(({ of }) => ({ kind: 'subject', of: of ?? '' })),
    people: Array.from({ length: people }, (_, i) => ({ kind: 'person', of: `${OWN_CORP}/person${i}` })),
  };
}
