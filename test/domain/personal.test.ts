import { describe, expect, it } from 'vitest';
import type { About, Notice, Target } from '../../src/domain/notice.ts';
import { personalCopies, privately } from '../../src/domain/personal.ts';
import { noticeLine } from '../support/tell.ts';
import { aPerson, aRoster } from '../support/world-factory.ts';

const ROSTER = aRoster({
  persons: [
    aPerson({ id: 'CORP/lihua', name: '李华', units: ['u-gxj'] }),
    aPerson({ id: 'CORP/sunwei', name: '孙伟', units: ['u-gxj'] }),
    aPerson({ id: 'wwCITY/zhaolei', name: '赵磊', units: ['u-gxj'] }),
    aPerson({ id: 'CORP/zhoujie', name: '周洁', units: ['u-rsj'] }),
  ],
  pairings: new Map([
    ['s-shenghong', { leader: 'CORP/zhangming', unit: 'u-gxj', taskForce: ['CORP/lihua', 'CORP/zhoujie'], plan: null }],
  ]),
});

const ASSIGNED: About = { kind: 'assigned', leg: 1 };

function copies(to: Target, v: { about?: About; subject?: string | null; passed?: true } = {}) {
  const { about = ASSIGNED, subject = 's-shenghong', passed } = v;
  const notice: Notice = {
    key: 'k',
    to,
    class: 'waking',
    number: 'BQ-2026-000001',
    about,
    ...(passed ? { passed } : {}),
  };
  return personalCopies(notice, subject, ROSTER);
}

describe('personalCopies', () => {
  it('give the leader their own card, under a key of its own', () => {
    const made = copies({ kind: 'leader', of: 'CORP/zhangming' });
    expect(made.map(noticeLine)).toEqual(['assigned > person.CORP/zhangming']);
    expect(made[0]?.key).toBe('k/CORP/zhangming');
  });

  it('go to the unit’s people of the task force, else to all of the unit whom the app reaches', () => {
    const to = { kind: 'unit', of: 'u-gxj' } as const;
    expect(copies(to).map(noticeLine)).toEqual(['assigned > person.CORP/lihua']);
    expect(copies(to, { subject: null }).map(noticeLine)).toEqual([
      'assigned > person.CORP/lihua',
      'assigned > person.CORP/sunwei',
    ]);
  });

  it('leave with the group what nobody has to act on, what is the enterprise’s or the office’s, and what an outage swallowed', () => {
    const leader = { kind: 'leader', of: 'CORP/zhangming' } as const;
    expect(copies(leader, { about: { kind: 'movedOn', to: '市人社局' } })).toEqual([]);
    expect(copies({ kind: 'subject', of: 's-shenghong' })).toEqual([]);
    expect(copies({ kind: 'office' })).toEqual([]);
    expect(copies(leader, { passed: true })).toEqual([]);
  });
});

describe('privately', () => {
  it('is possible for our own people where there is an app', () => {
    expect(privately('CORP/sunli', true)).toEqual({ kind: 'person', of: 'CORP/sunli' });
    expect([privately('CORP/sunli', false), privately('wwSUPPLIER/wangqiang', true)]).toEqual([null, null]);
  });
});
