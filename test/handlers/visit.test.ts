import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/domain/decision.ts';
import { NO_VISITS } from '../../src/domain/visits.ts';
import { decide } from '../../handlers/index.ts';
import { aCommand, aView, type Said } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import type { Part } from '../support/world-factory.ts';

function visitBy(said: Said<'visit'>) {
  const decision = decide(null, aCommand('visit', said), aView());
  return isRefusal(decision) ? null : (decision.visit ?? null);
}

describe('visit', () => {
  it('is recorded with whoever made it, its day and what was seen, and answered in one line', () => {
    expect(visitBy({ by: 'leader' })).toMatchObject({
      subject: { id: 's-shenghong' },
      visitor: 'CORP/zhangming',
      recordedBy: 'CORP/zhangming',
      leader: 'CORP/zhangming',
      day: '2026-11-24',
      text: '没有发现问题',
      found: [],
    });
    expect(tell(null, aCommand('visit')).reply).toBe('已记录走访：涿州市盛弘机械有限责任公司（11月24日周二）。');
  });

  it('names the cases that it brought', () => {
    const { reply } = tell(null, aCommand('visit', { found: ['BQ-2026-000001', 'BQ-2026-000002'] }));
    expect(reply).toContain('发现的问题已登记：BQ-2026-000001、BQ-2026-000002。');
  });

  it.each([
    ['leader', 'CORP/zhangming'],
    ['deputy', 'CORP/zhangming'],
    ['handler', null],
    ['taskForce', null],
    ['office', null],
  ] as const)('of the %s counts for %s', (by, leader) => {
    expect(visitBy({ by })?.leader).toBe(leader);
  });

  it('is the leader’s where the words name them, whoever records it', () => {
    const said = { by: 'handler', who: '陪同张明副市长' } as const;
    expect(visitBy(said)).toMatchObject({
      visitor: 'CORP/zhangming',
      recordedBy: 'CORP/lihua',
      leader: 'CORP/zhangming',
    });
    expect(tell(null, aCommand('visit', said)).reply).toContain('已记录张明（副市长）的走访');
  });

  it.each(['otherLeader', 'otherHandler', 'reporter', 'stranger'] satisfies Part[])(
    'is not the %s’s to record',
    (by) => {
      const { refusal, reply } = tell(null, aCommand('visit', { by }));
      expect(refusal).toBe('notYours');
      expect(reply).toContain('包联领导、责任部门、专班和双创双服办公室');
    },
  );

  it('that is still to come is recorded when done', () => {
    const { refusal, reply } = tell(null, aCommand('visit', { day: '2026-11-25' }));
    expect(refusal).toBe('badDate');
    expect(reply).toContain('走访完成后再发给我');
  });

  it('without a day that exists is asked for again with an example', () => {
    expect(tell(null, aCommand('visit', { day: null })).reply).toMatch(/请写明日期[\s\S]*回复：@帮企通 11月20日走访/u);
  });
});

describe('visitLog', () => {
  const made = visitBy({ by: 'handler', text: '缺工30人', found: ['BQ-2026-000007'] });
  const visits = { ...NO_VISITS, log: made ? [made] : [] };

  it('names day, visitor, subject, what was heard and what came of it', () => {
    expect(tell(null, aCommand('visitLog'), { visits }).reply).toBe(
      '涿州市盛弘机械有限责任公司最近的走访记录：\n' +
        '1. 11月24日周二 李华走访涿州市盛弘机械有限责任公司：缺工30人（登记BQ-2026-000007）',
    );
  });

  it('says how to record one where there is none', () => {
    expect(tell(null, aCommand('visitLog')).reply).toMatch(/还没有走访记录。\n回复：@帮企通 走访 企业名，X$/u);
  });

  it.each(['otherLeader', 'otherHandler', 'stranger'] satisfies Part[])('is not for the %s', (by) => {
    expect(tell(null, aCommand('visitLog', { by }), { visits }).refusal).toBe('notYours');
  });
});
