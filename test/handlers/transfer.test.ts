import { describe, expect, it } from 'vitest';
import { aCommand, after, buildCase, NUMBER, type Stop } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import { aRosterWith, aUnit } from '../support/world-factory.ts';

describe('transfer', () => {
  it('begins another unit’s turn with a term of its own', () => {
    const told = tell(buildCase({ stop: 'handling' }), aCommand('transfer', { at: '2026-11-26 10:00' }));
    expect(told).toMatchObject({
      events: ['transferred'],
      notices: ['transferred > unit.u-rsj'],
      reply: `${NUMBER} 已转市人社局办理，期限12月3日（周四）。`,
    });
    expect(told.snapshot).toMatchObject({
      status: 'assigned',
      legs: [
        { n: 1, unit: { name: '市工信局' }, status: 'transferred' },
        { n: 2, unit: { name: '市人社局' }, status: 'assigned', dueVersion: 1 },
      ],
    });
  });

  it('tells the unit it is taken from, unless that unit gave it away itself', () => {
    const { notices } = tell(buildCase({ stop: 'assigned' }), aCommand('transfer', { by: 'leader' }));
    expect(notices).toEqual(['transferred > unit.u-rsj', 'movedOn > unit.u-gxj']);
  });

  it('does not wash away a unit’s lateness: past the due instant only leader and office move the case', () => {
    const handling = buildCase({ stop: 'handling' });
    expect(tell(handling, aCommand('transfer', { at: '2026-12-01 17:29' })).events).toEqual(['transferred']);
    for (const by of ['handler', 'taskForce'] as const) {
      const told = tell(handling, aCommand('transfer', { at: '2026-12-01 17:31', by }));
      expect(told).toMatchObject({ refusal: 'wrongStatus', events: [] });
      expect(told.reply).toBe(
        `${NUMBER} 已于12月1日（周二）到期，超期后承办单位不能自行转办；需要转办的，请联系包联领导或双创双服办公室。请抓紧办理，也可请其他单位协办。\n回复：@帮企通 进展 X ${NUMBER} 或 @帮企通 请单位名协办 ${NUMBER}`,
      );
    }
    for (const by of ['leader', 'deputy', 'office'] as const) {
      expect(tell(handling, aCommand('transfer', { at: '2026-12-03 09:00', by })).events).toEqual(['transferred']);
    }
  });

  it('is no way around 首接负责: after two returns a unit keeps the case, unless leader or office move it', () => {
    const again = (at: string, by: 'handler' | 'otherHandler', unitName: string) => [
      aCommand('giveBack', { at: `${at} 09:30`, by, unitName }),
      aCommand('ruleReturn', { at: `${at} 10:00`, unitName }),
    ];
    const once = [...again('2026-11-24', 'handler', '市人社局')];
    const twice = [...once, ...again('2026-11-25', 'otherHandler', '市工信局')];
    const kept = buildCase({ stop: 'assigned', further: twice });
    const told = tell(kept, aCommand('transfer', { at: '2026-11-25 11:00' }));
    expect(told).toMatchObject({ refusal: 'wrongStatus', events: [] });
    expect(told.reply).toContain('已退回2次，按首接负责制由现承办单位办理，不能自行转办；需要转办的，请联系包联领导');
    expect(tell(kept, aCommand('transfer', { at: '2026-11-25 11:00', by: 'leader' })).refusal).toBeNull();
    const returnedOnce = buildCase({ stop: 'assigned', further: once });
    const free = aCommand('transfer', { at: '2026-11-24 11:00', by: 'otherHandler', unitName: '市工信局' });
    expect(tell(returnedOnce, free).refusal).toBeNull();
  });

  it('takes a pending request for an extension off the table', () => {
    const asked = buildCase({ stop: 'handling', further: [aCommand('extend')] });
    expect(tell(asked, aCommand('transfer')).snapshot?.extension).toBeNull();
  });

  it('accepts a draft that waits for its unit, and starts its clocks then', () => {
    const report = { by: 'loneReporter', subject: { id: 's-lone', name: '高碑店市孤鸿食品有限公司' } } as const;
    const accepted = buildCase({ report, further: [aCommand('confirm', { by: 'loneReporter' })] });
    const named = aCommand('transfer', { by: 'office', unitName: '工信局' });
    const told = tell(accepted, named);
    expect(told.events).toEqual(['accepted', 'assigned']);
    expect(told.notices).toContain('assigned > unit.u-gxj');
    expect(told.snapshot).toMatchObject({
      status: 'assigned',
      acceptedAt: named.at,
      legs: [{ n: 1, unit: { name: '市工信局' } }],
    });
  });

  it('lets the unit that gave it away act no longer', () => {
    const gone = after(buildCase({ stop: 'handling' }), aCommand('transfer'));
    expect(tell(gone, aCommand('resolve')).refusal).toBe('notYours');
    expect(tell(gone, aCommand('accept', { by: 'otherHandler' })).refusal).toBeNull();
  });

  it('asks for the full name of a unit that is not in the roster', () => {
    const told = tell(buildCase({ stop: 'handling' }), aCommand('transfer', { unitName: '市海洋局' }));
    expect(told).toMatchObject({ refusal: 'unknownUnit', events: [] });
    expect(told.reply).toBe(`名册中没有“市海洋局”这个单位，请写全称。\n回复：@帮企通 转给 单位全称 ${NUMBER}`);
  });

  it('asks which one when several units could be meant', () => {
    const roster = aRosterWith({ units: [aUnit({ id: 'u-zz', name: '涿州市人社局', kind: 'county' })] });
    const told = tell(buildCase({ stop: 'handling' }), aCommand('transfer', { unitName: '人社' }), { roster });
    expect(told).toMatchObject({ refusal: 'unknownUnit', events: [] });
    expect(told.reply).toContain('“人社”可能是市人社局、涿州市人社局，请写明是哪一个。');
  });

  it('to the unit that has it already changes nothing', () => {
    const told = tell(buildCase({ stop: 'handling' }), aCommand('transfer', { unitName: '工信局' }));
    expect(told).toMatchObject({ events: [], reply: `${NUMBER} 本来就由市工信局办理，不用转。` });
  });

  it('of a confidential case goes to the office’s own unit alone, for no other would hear of it', () => {
    const secret = [aCommand('correctCategory', { category: '营商作风', at: '2026-11-24 09:30' })];
    const withUnit = buildCase({ stop: 'handling', further: secret });
    const draft = buildCase({ problem: { category: '营商作风' } });
    for (const subject of [withUnit, draft]) {
      const told = tell(subject, aCommand('transfer', { by: 'office', at: '2026-11-24 11:00' }));
      expect(told).toMatchObject({ refusal: 'wrongStatus', events: [] });
      expect(told.reply).toBe(
        `${NUMBER} 按“营商作风”只由办公室查看和办理，不能转给其他单位；如不属于此类，请先改类别，再转给承办单位。\n回复：@帮企通 改类别 X ${NUMBER}`,
      );
    }
    const taken = tell(withUnit, aCommand('transfer', { by: 'office', unitName: '双创双服办公室' }));
    expect(taken.events).toEqual(['transferred']);
    expect(new Set(taken.effects.map(({ to }) => to.kind))).toEqual(new Set(['office']));
  });

  it.each<Stop>(['resolved', 'closed', 'withdrawn'])('is refused when the case is %s', (stop) => {
    expect(tell(buildCase({ stop }), aCommand('transfer', { by: 'office' })).refusal).toBe('wrongStatus');
  });
});
