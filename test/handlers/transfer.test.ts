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

  it('of a confidential case is told to the office alone', () => {
    const secret = buildCase({ stop: 'assigned', problem: { category: '营商作风' } });
    const { effects } = tell(secret, aCommand('transfer', { by: 'office' }));
    expect(effects.map((notice) => notice.to)).toEqual([{ kind: 'office' }]);
  });

  it.each<Stop>(['resolved', 'closed', 'withdrawn'])('is refused when the case is %s', (stop) => {
    expect(tell(buildCase({ stop }), aCommand('transfer', { by: 'office' })).refusal).toBe('wrongStatus');
  });
});
