import { describe, expect, it } from 'vitest';
import { targetName } from '../../src/domain/notice.ts';
import { assignmentClass, notice, noticeTo, TO_OFFICE, toLeader, toSubject, toUnit } from '../../src/domain/notices.ts';
import { aSnapshot, NUMBER } from '../support/case-factory.ts';

const open = aSnapshot({ stop: 'handling' });
const secret = aSnapshot({ stop: 'handling', problem: { category: '营商作风' } });
const about = { kind: 'withdrawn' } as const;

describe('who is told of a case', () => {
  it('is its unit, its leader and its enterprise', () => {
    expect([toUnit(open, 'u-gxj'), toLeader(open), toSubject(open)]).toEqual([
      { kind: 'unit', of: 'u-gxj' },
      { kind: 'leader', of: 'CORP/zhangming' },
      { kind: 'subject', of: 's-shenghong' },
    ]);
  });

  it('is the office alone when it is confidential', () => {
    expect([toUnit(secret, 'u-gxj'), toLeader(secret), toSubject(secret)]).toEqual([TO_OFFICE, null, TO_OFFICE]);
  });

  it('is no leader when it has none', () => {
    expect(toLeader({ ...open, leader: null })).toBeNull();
  });
});

describe('assignmentClass', () => {
  it('lets only what is urgent leave at night', () => {
    expect(assignmentClass(open)).toBe('waking');
    expect(assignmentClass({ ...open, urgency: 'high' })).toBe('now');
  });
});

describe('notice', () => {
  it('has a key of kind, case, what makes it unique, and target', () => {
    const told = notice({ to: toUnit(open, 'u-gxj'), class: 'workHours', number: NUMBER, about, once: 'leg1' });
    expect(told.key).toBe(`withdrawn/${NUMBER}/leg1/unit.u-gxj`);
  });
});

describe('noticeTo', () => {
  const v = { class: 'workHours', number: NUMBER, about, once: 'x' } as const;

  it('tells each target once and nobody who is missing', () => {
    const told = noticeTo([toUnit(open, 'u-gxj'), null, toLeader(open), toUnit(open, 'u-gxj')], v);
    expect(told.map((n) => targetName(n.to))).toEqual(['unit.u-gxj', 'leader.CORP/zhangming']);
  });

  it('tells the office of a confidential case once, though unit and enterprise both lead there', () => {
    expect(noticeTo([toUnit(secret, 'u-gxj'), toLeader(secret), toSubject(secret)], v)).toHaveLength(1);
  });
});

describe('targetName', () => {
  it('tells targets apart', () => {
    const names = [
      targetName(TO_OFFICE),
      targetName({ kind: 'unit', of: 'a' }),
      targetName({ kind: 'subject', of: 'a' }),
      targetName({ kind: 'leader', of: 'a' }),
      targetName({ kind: 'reply', inbox: 'bot/1', chat: null }),
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});
