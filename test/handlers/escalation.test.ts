import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/command.ts';
import { aCommand, after, buildCase } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';

const RSJ = '市人社局';
const GXJ = '市工信局';
const pass = (at: string, by: 'handler' | 'otherHandler' | 'leader' | 'office', unitName: string) =>
  aCommand('transfer', { at: `2026-11-24 ${at}`, by, unitName });
const handedBack = (at: string, by: 'handler' | 'otherHandler', unitName: string | null): Command[] => [
  aCommand('giveBack', { at: `2026-11-24 ${at}:00`, by, unitName }),
  aCommand('ruleReturn', { at: `2026-11-24 ${at}:30`, unitName }),
];
const given = (...further: Command[]) => buildCase({ stop: 'assigned', further });
const TOLD = ['escalated > leader.CORP/zhangming', 'escalated > office'];

describe('提级 of a case that unit after unit gives away', () => {
  it('comes with the third 转给 by the units themselves, and comes once', () => {
    const twice = given(pass('10:00', 'handler', RSJ), pass('10:30', 'otherHandler', GXJ));
    const third = pass('11:00', 'handler', RSJ);
    const told = tell(twice, third);
    expect(told.events).toEqual(['transferred', 'escalated']);
    expect(told.notices).toEqual(expect.arrayContaining(TOLD));
    expect(told.snapshot).toMatchObject({ status: 'assigned', escalated: true, passes: 3 });
    expect(told.effects.map(({ about }) => about)).toContainEqual({ kind: 'escalated', moves: 3 });
    expect(tell(after(twice, third), pass('11:30', 'otherHandler', GXJ)).events).toEqual(['transferred']);
  });

  it('counts 退回 that the office allowed with them, each once', () => {
    const twice = given(...handedBack('10', 'handler', RSJ), pass('11:00', 'otherHandler', GXJ));
    expect(twice.snapshot).toMatchObject({ bounces: 1, passes: 1, escalated: false });
    const asked = after(twice, aCommand('giveBack', { at: '2026-11-24 14:00', unitName: RSJ }));
    const granted = aCommand('ruleReturn', { at: '2026-11-24 14:30', unitName: RSJ });
    expect(tell(asked, granted).events).toEqual(['returnGranted', 'transferred', 'escalated']);
  });

  it('comes also when the return waits for the office to name a unit, and not again when it has', () => {
    const thrice = given(
      pass('10:00', 'handler', RSJ),
      pass('10:30', 'otherHandler', GXJ),
      ...handedBack('14', 'handler', null),
    );
    expect(thrice.snapshot).toMatchObject({ status: 'returned', escalated: true });
    expect(tell(thrice, pass('15:00', 'office', RSJ)).events).toEqual(['transferred']);
  });

  it('is not brought about by what leader and office move, or by a 退回 that was refused', () => {
    const moved = given(
      pass('10:00', 'leader', RSJ),
      pass('10:30', 'office', GXJ),
      pass('11:00', 'leader', RSJ),
      aCommand('giveBack', { at: '2026-11-24 14:00', by: 'otherHandler' }),
      aCommand('ruleReturn', { at: '2026-11-24 14:30', granted: false, reason: '属你局职责' }),
      pass('15:00', 'otherHandler', GXJ),
    );
    expect(moved.snapshot).toMatchObject({ bounces: 0, passes: 1, escalated: false });
  });

  it('tells the office alone of a confidential case', () => {
    const hidden = given(
      pass('10:00', 'handler', RSJ),
      pass('10:30', 'otherHandler', GXJ),
      aCommand('giveBack', { at: '2026-11-24 14:00', unitName: null }),
      aCommand('correctCategory', { at: '2026-11-24 14:10', category: '营商作风' }),
    );
    const ruled = aCommand('ruleReturn', { at: '2026-11-24 14:30', unitName: null });
    expect(tell(hidden, ruled).notices).toEqual(['escalated > office']);
  });
});
