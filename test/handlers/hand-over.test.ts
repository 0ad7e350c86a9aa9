import { describe, expect, it } from 'vitest';
import { decide } from '../../handlers/index.ts';
import type { Handover } from '../../src/domain/handover.ts';
import { NO_PEOPLE } from '../../src/domain/people.ts';
import { aCommand, aSnapshot, aView } from '../support/case-factory.ts';
import { aHandover } from '../support/handover-factory.ts';
import { tell } from '../support/tell.ts';
import { aPerson, aRoster } from '../support/world-factory.ts';

const found = (handovers: readonly Handover[]) => ({ people: { ...NO_PEOPLE, handovers } });

describe('handOver', () => {
  it('shows what it touches and asks, and begins nothing', () => {
    const people = { ...NO_PEOPLE, cases: [aSnapshot({ stop: 'handling' })] };
    const decision = decide(null, aCommand('handOver'), aView({ people }));
    expect(decision).toMatchObject({
      events: [],
      asks: { type: 'handOver', from: 'CORP/zhangming', to: 'CORP/liuyang', day: '2026-11-24' },
    });
    expect(decision).not.toHaveProperty('handover');
    expect(decision).toHaveProperty(
      'reply',
      expect.stringMatching(/包联企业1家，在办问题1件。\n1\. BQ-2026-000123[\s\S]*确认交接/),
    );
  });

  it('says who cannot be told in a group', () => {
    expect(tell(null, aCommand('handOver')).reply).toContain('刘洋还没有登记推送群');
  });

  it.each([
    [{ from: null }, 'missing', '请写明谁的工作交给谁'],
    [{ to: '无此人' }, 'missing', '没有名叫“无此人”的'],
    [{ to: '王强' }, 'missing', '没有名叫“王强”的'],
    [{ to: '张明' }, 'ambiguous', '同一人'],
    [{ from: '刘洋', to: '张明', said: '前天' }, 'badDate', '请写今天或今后的一个工作日'],
    [{ said: '11月20日起', day: '2026-11-20' }, 'badDate', 'X月X日起'],
    [{ said: '11月28日起', day: '2026-11-28' }, 'badDate', '不是工作日'],
    [{ from: '赵敏' }, 'missing', '没有可以交接的'],
  ])('asks back for %o', (wish, code, sentence) => {
    const told = tell(null, aCommand('handOver', wish));
    expect(told.refusal).toBe(code);
    expect(told.reply).toContain(sentence);
  });

  it('asks which of two people of one name is meant, and takes the title for an answer', () => {
    const persons = ['副市长', '副主席'].map((title, i) =>
      aPerson({ id: `CORP/li${i}`, name: '李丽', title, roles: ['leader'] }),
    );
    const roster = aRoster({ persons: [...aRoster().persons.values(), ...persons] });
    expect(tell(null, aCommand('handOver', { to: '李丽' }), { roster }).refusal).toBe('ambiguous');
    expect(tell(null, aCommand('handOver', { to: '李丽副主席' }), { roster }).refusal).toBeNull();
  });

  it('is the office’s to say', () => {
    expect(tell(null, aCommand('handOver', { by: 'leader' })).reply).toContain('双创双服办公室');
  });

  it('is not begun twice', () => {
    const told = tell(null, aCommand('settleHandOver'), found([aHandover({ day: '2026-12-01' })]));
    expect(told.reply).toContain('12月1日（周二）起生效，不用重复登记');
  });
});

describe('settleHandOver', () => {
  it('begins what the roster says by now', () => {
    const decision = decide(null, aCommand('settleHandOver'), aView());
    expect(decision).toMatchObject({
      handover: { type: 'begin', terms: { kind: 'leader', leads: ['s-shenghong'], day: '2026-11-24' } },
    });
  });

  it('hands an officer’s units and task forces over', () => {
    const decision = decide(null, aCommand('settleHandOver', { from: 'CORP/lihua', to: 'CORP/sunlei' }), aView());
    expect(decision).toMatchObject({ handover: { terms: { kind: 'officer', units: ['u-gxj'], leads: [] } } });
  });

  it('answers a repeated message as it did the first time', () => {
    const command = aCommand('settleHandOver');
    const done = aHandover({ id: command.source, day: '2026-11-24', effectiveAt: command.at });
    const decision = decide(null, command, aView(found([done])));
    expect(decision).not.toHaveProperty('handover');
    expect(decision).toHaveProperty('reply', expect.stringContaining('即刻生效'));
  });
});

describe('confirmHandOver', () => {
  it('takes each side’s word, and a deputy’s for the leader', () => {
    const decision = decide(null, aCommand('confirmHandOver', { by: 'deputy' }), aView(found([aHandover()])));
    expect(decision).toMatchObject({
      reply: '张明的交接确认已记下，待刘洋确认。',
      handover: { type: 'confirm', id: 'h-1', confirmation: { person: 'CORP/zhangming', by: 'CORP/liqiang' } },
    });
  });

  it('says so when both have', () => {
    const confirmed = aHandover({
      confirmations: [{ person: 'CORP/zhangming', by: 'CORP/zhangming', at: new Date(0) }],
    });
    expect(tell(null, aCommand('confirmHandOver', { by: 'otherLeader' }), found([confirmed])).reply).toContain(
      '双方均已确认',
    );
    expect(tell(null, aCommand('confirmHandOver', { by: 'leader' }), found([confirmed])).reply).toContain('待刘洋确认');
  });

  it('says that nothing waits to anybody else', () => {
    expect(tell(null, aCommand('confirmHandOver', { by: 'handler' })).reply).toBe('没有等您确认的交接。');
  });
});
