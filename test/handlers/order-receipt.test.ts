import { describe, expect, it } from 'vitest';
import type { Case, Snapshot } from '../../src/domain/case.ts';
import { orderStanding } from '../../src/domain/supervision.ts';
import { after, afterTimer, aCommand, buildCase } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import { aWorld, shanghai } from '../support/world-factory.ts';

/** Due on Tuesday, 1 December; the 督办单 of the Tuesday after is to be answered by Friday, 11 December. */
const ISSUED = shanghai('2026-12-08 08:00');
const ordered = (stop: 'assigned' | 'handling' = 'handling'): Case => afterTimer(buildCase({ stop }), { now: ISSUED });
const received = (subject = ordered()): Case => after(subject, aCommand('accept', { at: '2026-12-08 10:00' }));
const on = (day: string, { snapshot }: Case) => orderStanding(snapshot, aWorld().calendar, day);

describe('收到 to a case with a 督办单', () => {
  it('is its receipt, with the day by which it is to be answered', () => {
    const told = tell(ordered(), aCommand('accept', { at: '2026-12-08 10:00' }));
    expect(told.events).toEqual(['orderReceived']);
    expect(told.reply).toContain('督办单DB-2026-000123-1已签收，请于12月11日（周五）前');
    expect(told.snapshot?.legs[0]?.orderReceipt).toEqual({ at: shanghai('2026-12-08 10:00'), by: 'CORP/lihua' });
  });

  it('takes the case up as well when nobody has', () => {
    const told = tell(ordered('assigned'), aCommand('accept', { at: '2026-12-08 10:00' }));
    expect(told.events).toEqual(['signed', 'orderReceived']);
    expect(told.snapshot?.status).toBe('handling');
  });

  it('is none from the leader, and none a second time', () => {
    expect(tell(ordered(), aCommand('accept', { by: 'leader', at: '2026-12-08 10:00' })).events).toEqual([]);
    expect(tell(received(), aCommand('accept', { at: '2026-12-08 11:00' })).events).toEqual([]);
  });
});

describe('a 督办单', () => {
  it('waits for its receipt, then for its answer, and is late when that does not come', () => {
    expect(on('2026-12-08', buildCase({ stop: 'handling' }))).toBeNull();
    expect(on('2026-12-09', ordered())).toMatchObject({ standing: 'unreceived', answerBy: '2026-12-11' });
    expect(on('2026-12-11', received())?.standing).toBe('waiting');
    expect(on('2026-12-14', received())?.standing).toBe('late');
  });

  it('is answered by 进展 that comes after it, received or not', () => {
    const progress = (at: string) => aCommand('progress', { at, text: '银行已审批' });
    expect(on('2026-12-09', after(ordered(), progress('2026-12-08 15:00')))?.standing).toBe('answered');
    const before = afterTimer(after(buildCase({ stop: 'handling' }), progress('2026-12-07 15:00')), { now: ISSUED });
    expect(on('2026-12-09', before)?.standing).toBe('unreceived');
  });

  it('is over with its leg', () => {
    const moved = after(ordered(), aCommand('transfer', { by: 'leader', at: '2026-12-08 15:00' }));
    expect(on('2026-12-09', moved)).toBeNull();
    expect(on('2026-12-09', after(ordered(), aCommand('resolve', { at: '2026-12-08 15:00' })))).toBeNull();
  });
});

describe('the list of 督办单', () => {
  const ask = (cases: readonly Snapshot[], by: 'office' | 'handler' | 'leader' = 'office') =>
    tell(null, aCommand('query', { what: 'orders', caseId: null, by, at: '2026-12-14 09:00' }), {
      found: { orders: { cases, more: 0 } },
    });

  it('says which are not received, and which are received and not answered', () => {
    const other = { ...ordered().snapshot, number: 'BQ-2026-000124' };
    const { reply } = ask([received().snapshot, other]);
    expect(reply).toMatch(/未签收的督办单，共1件：\n1\. DB-2026-000123-1 市工信局：BQ-2026-000124/);
    expect(reply).toMatch(/超过反馈期限的督办单，共1件：\n1\. DB-2026-000123-1 市工信局：BQ-2026-000123/);
  });

  it('is for the office and the unit', () => {
    expect(ask([], 'handler').reply).toContain('目前没有在办的督办单');
    expect(ask([], 'leader').refusal).toBe('notYours');
  });
});
