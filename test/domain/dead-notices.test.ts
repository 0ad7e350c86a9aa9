import { describe, expect, it } from 'vitest';
import { deadNoticeLine } from '../../config/texts/dead-notices.ts';
import { type DeadNotice, groupDead } from '../../src/domain/dead-notices.ts';
import { aRoster } from '../support/world-factory.ts';

const NO_WAY = '“市工信局办理群”没有配置推送地址';

function dead(changes: Partial<DeadNotice> = {}): DeadNotice {
  return {
    to: { kind: 'unit', of: 'u-gxj' },
    number: null,
    about: { kind: 'assigned', leg: 1 },
    why: NO_WAY,
    ...changes,
  };
}

const lines = (notices: DeadNotice[]) => groupDead(notices, aRoster()).map(deadNoticeLine);

describe('what reached nobody', () => {
  it('is one line a target and reason, which names three cases and counts all', () => {
    const numbers = ['BQ-2026-000001', 'BQ-2026-000002', 'BQ-2026-000003', 'BQ-2026-000004'];
    expect(lines([...numbers.map((number) => dead({ number })), dead({ number: 'BQ-2026-000004' })])).toEqual([
      `未送达：BQ-2026-000001、BQ-2026-000002、BQ-2026-000003等5条（市工信局，${NO_WAY}）`,
    ]);
    expect(lines([dead({ number: 'BQ-2026-000001' }), dead({ number: 'BQ-2026-000001' })])).toEqual([
      `未送达：BQ-2026-000001，共2条（市工信局，${NO_WAY}）`,
    ]);
  });

  it('is kept apart by target and by reason', () => {
    const office: DeadNotice['to'] = { kind: 'office' };
    expect(groupDead([dead(), dead({ to: office }), dead({ why: '93000' })], aRoster())).toHaveLength(3);
  });

  it.each<[string, string, Partial<DeadNotice>]>([
    ['报告', '双创双服办公室', { to: { kind: 'office' }, about: { kind: 'report', report: 'weekly/2026-W48' } }],
    [
      '走访提醒',
      '张明',
      { to: { kind: 'leader', of: 'CORP/zhangming' }, about: { kind: 'visitsDue', month: '2026-12' } },
    ],
    ['催办', '市工信局', { about: { kind: 'urgedTogether', numbers: ['BQ-2026-000001'] } }],
    [
      '回复',
      '盛弘机械包联群',
      { to: { kind: 'reply', inbox: 'i', chat: 'c-shenghong' }, about: { kind: 'text', text: 'X' } },
    ],
    ['通知', '已不在名册的对象', { to: { kind: 'subject', of: 's-gone' }, about: { kind: 'text', text: 'X' } }],
  ])('that is about no case is called %s, to %s', (kind, target, changes) => {
    expect(lines([dead(changes)])).toEqual([`未送达：${kind}（${target}，${NO_WAY}）`]);
  });
});
