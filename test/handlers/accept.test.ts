import { describe, expect, it } from 'vitest';
import { aCommand, buildCase, NUMBER, type Stop } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import type { Part } from '../support/world-factory.ts';

describe('accept', () => {
  it.each<Part>(['handler', 'taskForce', 'leader'])('by the %s moves the case to handling', (by) => {
    const told = tell(buildCase({ stop: 'assigned' }), aCommand('accept', { by, chat: 'c-gxj' }));
    expect(told).toMatchObject({ events: ['signed'], snapshot: { status: 'handling' } });
    expect(told.reply).toBe(
      `${NUMBER} 已签收，市工信局办理，期限12月1日（周二）。\n回复：@帮企通 进展 X ${NUMBER} 或 @帮企通 已办结，X ${NUMBER}`,
    );
  });

  it('is said only once: a second 收到 is told who has it', () => {
    const told = tell(buildCase({ stop: 'handling' }), aCommand('accept', { by: 'leader' }));
    expect(told).toMatchObject({ events: [], reply: `${NUMBER} 已由市工信局签收，目前办理中。` });
  });

  it('takes a case up again that the survey reopened', () => {
    const told = tell(buildCase({ stop: 'reopened' }), aCommand('accept', { at: '2026-11-27 14:00' }));
    expect(told.snapshot?.legs.map((leg) => leg.status)).toEqual(['resolved', 'handling']);
  });

  it.each<Stop>(['draft', 'resolved', 'closed', 'withdrawn'])('is refused when the case is %s', (stop) => {
    const told = tell(buildCase({ stop }), aCommand('accept', { by: 'leader' }));
    expect(told.events).toEqual([]);
    expect(told.refusal).toBe(stop === 'draft' ? 'notFound' : 'wrongStatus');
  });
});
