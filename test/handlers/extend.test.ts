import { describe, expect, it } from 'vitest';
import { aCommand, after, buildCase, NUMBER, type Stop } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';

const handling = buildCase({ stop: 'handling' });

describe('extend', () => {
  it('asks the office and leaves the due day as it is', () => {
    const told = tell(handling, aCommand('extend'));
    expect(told).toMatchObject({
      events: ['extensionAsked'],
      notices: ['extensionAsked > office'],
      reply: `${NUMBER} 延期到12月4日（周五）的申请已报办公室，批准前仍按12月1日（周二）办理。`,
    });
    expect(told.snapshot).toMatchObject({
      extension: { to: '2026-12-04', reason: '银行还在审批', by: 'CORP/lihua' },
      legs: [{ dueDay: '2026-12-01', promised: false, dueVersion: 1 }],
    });
  });

  it('asked twice is two requests to the office, the later of which stands', () => {
    const once = after(handling, aCommand('extend'));
    const again = tell(once, aCommand('extend', { to: '2026-12-08', at: '2026-11-25 10:00' }));
    expect(again.snapshot?.extension?.to).toBe('2026-12-08');
    expect(again.effects[0]?.key).not.toBe(once.events.at(-1)?.effects[0]?.key);
  });

  it.each([null, '2026-12-01', '2026-11-30'])('asks again for a day that is %s, which is no later one', (to) => {
    const told = tell(handling, aCommand('extend', { to }));
    expect(told).toMatchObject({ refusal: 'badDate', events: [] });
    expect(told.reply).toMatch(/回复：@帮企通 申请延期到 X月X日，因为X BQ-2026-000123$/);
  });

  it('asks again for a day that is past, though later than the due day of an overdue case', () => {
    const told = tell(handling, aCommand('extend', { at: '2026-12-07 10:00', to: '2026-12-04' }));
    expect(told).toMatchObject({ refusal: 'badDate', events: [] });
  });

  it('asks once why, and files nothing without', () => {
    const told = tell(handling, aCommand('extend', { reason: null }));
    expect(told).toMatchObject({ refusal: 'missing', events: [] });
    expect(told.reply).toBe(`${NUMBER} 请写明理由。\n回复：@帮企通 申请延期到 12月4日，因为X ${NUMBER}`);
  });

  it('asks back for a day off, with the next working day', () => {
    const told = tell(handling, aCommand('extend', { to: '2026-12-05' }));
    expect(told).toMatchObject({ refusal: 'badDate', events: [] });
    expect(told.reply).toBe(
      `${NUMBER} 12月5日（周六）不是工作日，请写一个工作日。\n回复：@帮企通 申请延期到 12月7日，因为X ${NUMBER}`,
    );
  });

  it('asks for neither where it comes too late', () => {
    const told = tell(handling, aCommand('extend', { at: '2026-12-01 09:00', to: '2026-12-05', reason: null }));
    expect(told.reply).toContain('截止');
  });

  it.each<Stop>(['resolved', 'closed', 'withdrawn'])('is refused when the case is %s', (stop) => {
    expect(tell(buildCase({ stop }), aCommand('extend', { by: 'leader' })).refusal).toBe('wrongStatus');
  });
});
