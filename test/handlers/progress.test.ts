import { describe, expect, it } from 'vitest';
import { aCommand, buildCase, NUMBER, type Stop } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';

describe('progress', () => {
  it('is kept with the current leg for whoever asks 进度', () => {
    const said = aCommand('progress', { at: '2026-11-25 15:20' });
    const told = tell(buildCase({ stop: 'handling' }), said);
    expect(told).toMatchObject({ events: ['progressed'], notices: [], reply: `${NUMBER} 进展已记下。` });
    expect(told.snapshot?.legs[0]?.lastProgress).toEqual({ at: said.at, by: 'CORP/lihua', text: '已联系银行' });
  });

  it('of a case not yet signed is 收到 too', () => {
    expect(tell(buildCase({ stop: 'assigned' }), aCommand('progress')).snapshot?.status).toBe('handling');
  });

  it('of nothing is asked for again', () => {
    const told = tell(buildCase({ stop: 'handling' }), aCommand('progress', { text: '' }));
    expect(told).toMatchObject({ refusal: 'missing', events: [] });
    expect(told.reply).toMatch(/回复：@帮企通 进展 已联系银行 BQ-2026-000123$/);
  });

  it.each<Stop>(['resolved', 'closed', 'withdrawn'])('is refused when the case is %s', (stop) => {
    expect(tell(buildCase({ stop }), aCommand('progress', { by: 'leader' })).refusal).toBe('wrongStatus');
  });
});
