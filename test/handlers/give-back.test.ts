import { describe, expect, it } from 'vitest';
import { aCommand, buildCase, NUMBER } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import type { Snapshot } from '../../src/domain/case.ts';

const RETURNED = [aCommand('giveBack', { at: '2026-11-24 10:00' })];

describe('giveBack', () => {
  it('asks the office to rule the same day, and stops no clock', () => {
    const told = tell(buildCase({ stop: 'assigned' }), aCommand('giveBack', { at: '2026-11-24 10:00' }));
    expect(told).toMatchObject({ events: ['returnAsked'], notices: ['returnAsked > office'] });
    expect(told.reply).toBe(
      `${NUMBER} 退回申请已报办公室，将在11月24日（周二）17:30前裁定；裁定前仍由你单位负责，期限不变。`,
    );
    expect(told.snapshot).toMatchObject({
      status: 'returned',
      caseDueDay: '2026-12-01',
      legs: [{ dueDay: '2026-12-01' }],
      giveBack: { reason: '不属于本局职责', suggests: '市人社局' },
    });
  });

  it('is possible until the end of the next working day, and no longer', () => {
    const assigned = buildCase({ stop: 'assigned' });
    expect(tell(assigned, aCommand('giveBack', { at: '2026-11-25 17:29' })).refusal).toBeNull();
    const late = tell(assigned, aCommand('giveBack', { at: '2026-11-25 17:31' }));
    expect(late).toMatchObject({ refusal: 'badDate', events: [] });
    expect(late.reply).toContain('11月25日（周三）17:30截止');
  });

  it('needs a reason, and gives an example', () => {
    const told = tell(buildCase({ stop: 'assigned' }), aCommand('giveBack', { reason: null }));
    expect(told).toMatchObject({ refusal: 'missing' });
    expect(told.reply).toMatch(/请写明理由。\n回复：@帮企通 退回，因为/);
  });

  it('ends after two returns: whoever has the case then keeps it', () => {
    const again = (at: string, by: 'handler' | 'otherHandler', unitName: string) => [
      aCommand('giveBack', { at: `${at} 09:30`, by, unitName }),
      aCommand('ruleReturn', { at: `${at} 10:00`, unitName }),
    ];
    const bounced = buildCase({
      stop: 'assigned',
      further: [...again('2026-11-24', 'handler', '市人社局'), ...again('2026-11-25', 'otherHandler', '市工信局')],
    });
    const third = tell(bounced, aCommand('giveBack', { at: '2026-11-25 11:00' }));
    expect(third).toMatchObject({ refusal: 'wrongStatus' });
    expect(third.reply).toContain('已退回2次，按首接负责制');
  });
});

describe('the rulings on cases alike', () => {
  const ruled = (number: string, text: string, rule: Parameters<typeof aCommand<'ruleReturn'>>[1]) =>
    buildCase({
      stop: 'assigned',
      report: { number },
      problem: { text },
      further: [...RETURNED, aCommand('ruleReturn', rule)],
    }).snapshot;
  const granted = ruled('BQ-2026-000001', '技改贷款批不下来，设备款月底要付，请协调', { at: '2026-11-24 11:00' });
  const refused = ruled('BQ-2026-000002', '我们的技改贷款批不下来，设备款要付', {
    at: '2026-11-24 12:00',
    granted: false,
  });
  const other = ruled('BQ-2026-000003', '厂区门口的路灯坏了两盏，夜里看不见', { at: '2026-11-24 13:00' });
  const assigned = buildCase({ stop: 'assigned' });
  const alikeOf = (cases: Snapshot[]) =>
    tell(assigned, aCommand('giveBack', { at: '2026-11-24 14:00' }), { found: { ruled: { cases, more: 0 } } }).snapshot
      ?.giveBack?.alike;

  it('are shown to the office that is to rule: to which unit the case went, or with which it stayed', () => {
    const alike = alikeOf([granted, refused, other]);
    expect(alike).toHaveLength(2);
    expect(alike).toContainEqual(
      expect.objectContaining({ number: 'BQ-2026-000001', granted: true, unit: '市人社局' }),
    );
    expect(alike).toContainEqual(
      expect.objectContaining({ number: 'BQ-2026-000002', granted: false, unit: '市工信局' }),
    );
  });

  it('are none of another matter, of the case itself, or of a confidential one', () => {
    const secret = { ...granted, confidential: true };
    expect(alikeOf([other, { ...granted, number: NUMBER }, secret])).toEqual([]);
  });
});

describe('ruleReturn', () => {
  const returned = buildCase({ stop: 'assigned', further: RETURNED });

  it('hands the case to the unit that the reason names, with a term of its own; the enterprise’s clock runs on', () => {
    const told = tell(returned, aCommand('ruleReturn', { at: '2026-11-24 11:00' }));
    expect(told.events).toEqual(['returnGranted', 'transferred']);
    expect(told.notices).toEqual(['transferred > unit.u-rsj', 'movedOn > unit.u-gxj']);
    expect(told.snapshot).toMatchObject({ status: 'assigned', caseDueDay: '2026-12-01', bounces: 1, giveBack: null });
    expect(told.snapshot?.legs.at(-1)?.unit.name).toBe('市人社局');
  });

  it('waits for a unit when none is named, and 转给 by the office names it', () => {
    const unnamed = buildCase({ stop: 'assigned', further: [aCommand('giveBack', { unitName: null })] });
    const told = tell(unnamed, aCommand('ruleReturn'));
    expect(told).toMatchObject({ events: ['returnGranted'], snapshot: { status: 'returned' } });
    expect(told.reply).toContain('请指定承办单位');
    const waiting = buildCase({
      stop: 'assigned',
      further: [aCommand('giveBack', { unitName: null }), aCommand('ruleReturn')],
    });
    expect(tell(waiting, aCommand('transfer')).refusal).toBe('wrongStatus');
    const named = tell(waiting, aCommand('transfer', { by: 'office' }));
    expect(named.snapshot).toMatchObject({ status: 'assigned', bounces: 1, giveBack: null });
    expect(named.snapshot?.rulings).toMatchObject([{ granted: true, unit: '市人社局' }]);
  });

  it('refused, leaves the case with the unit as it was', () => {
    const told = tell(returned, aCommand('ruleReturn', { granted: false, reason: '属你局职责' }));
    expect(told).toMatchObject({
      events: ['returnRefused'],
      notices: ['returnRefused > unit.u-gxj', 'returnRefused > leader.CORP/zhangming'],
      snapshot: { status: 'assigned', bounces: 0, giveBack: null },
    });
  });

  it('asks back about a unit that does not exist', () => {
    const told = tell(returned, aCommand('ruleReturn', { unitName: '市不存在局' }));
    expect(told).toMatchObject({ refusal: 'unknownUnit', events: [] });
  });

  it('has nothing to rule on where nothing was returned', () => {
    expect(tell(buildCase({ stop: 'assigned' }), aCommand('ruleReturn')).reply).toContain('没有等待裁定');
  });
});
