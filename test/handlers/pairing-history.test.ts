import { describe, expect, it } from 'vitest';
import { NO_PEOPLE } from '../../src/domain/people.ts';
import type { Assignment } from '../../src/domain/roster-stored.ts';
import { aCommand } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';

const spell = (changes: Partial<Assignment>): Assignment => ({
  subject: 's-shenghong',
  role: 'leader',
  holder: 'CORP/zhangming',
  from: '2026-11-24',
  to: null,
  ...changes,
});
const spells = [
  spell({}),
  spell({ holder: 'CORP/liuyang', from: '2025-03-03', to: '2026-11-24' }),
  spell({ holder: 'CORP/liqiang', from: '2026-11-24', to: '2026-11-24' }),
  spell({ role: 'unit', holder: 'u-gxj', from: '2025-03-03' }),
];
const view = { people: { ...NO_PEOPLE, spells } };

describe('包联历史', () => {
  it('says who was what from when to when, oldest first', () => {
    expect(tell(null, aCommand('history'), view).reply.split('\n')).toEqual([
      '涿州市盛弘机械有限责任公司的包联历史：',
      '包联领导：刘洋（副市长） 2025年3月3日起，至2026年11月24日止；张明（副市长） 2026年11月24日起至今。',
      '责任部门：市工信局 2025年3月3日起至今。',
      '专班：没有记录。',
    ]);
  });

  it('is for the office and the leader of now', () => {
    expect(tell(null, aCommand('history', { by: 'leader' }), view).refusal).toBeNull();
    expect(tell(null, aCommand('history', { by: 'deputy' }), view).refusal).toBeNull();
    for (const by of ['otherLeader', 'handler', 'reporter'] as const) {
      expect(tell(null, aCommand('history', { by }), view).refusal).toBe('notYours');
    }
  });

  it('asks which subject is meant', () => {
    expect(tell(null, aCommand('history', { name: null })).reply).toContain('请写明查哪家企业');
    expect(tell(null, aCommand('history', { name: '没有的公司' })).reply).toContain('没有“没有的公司”');
  });
});
