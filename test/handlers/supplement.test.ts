import { describe, expect, it } from 'vitest';
import { aCommand, buildCase, NUMBER, type Stop } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';

describe('supplement', () => {
  it('is kept with the case, with who said it and when', () => {
    const said = aCommand('supplement');
    const told = tell(buildCase(), said);
    expect(told).toMatchObject({ events: ['supplemented'], notices: [], reply: `补充的情况已记入 ${NUMBER}。` });
    expect(told.snapshot?.supplements).toEqual([{ at: said.at, by: 'wwSUPPLIER/wangqiang', text: '设备型号为X200' }]);
  });

  it.each<[Stop, string[]]>([
    ['assigned', ['supplemented > unit.u-gxj']],
    ['handling', ['supplemented > unit.u-gxj']],
    ['resolved', []],
  ])('of a case that is %s is told to %j', (stop, notices) => {
    expect(tell(buildCase({ stop }), aCommand('supplement')).notices).toEqual(notices);
  });

  it('goes to the office when the case is confidential', () => {
    const secret = buildCase({ stop: 'assigned', problem: { category: '营商作风' } });
    expect(tell(secret, aCommand('supplement')).notices).toEqual(['supplemented > office']);
  });

  it('of nothing is asked for again', () => {
    const told = tell(buildCase(), aCommand('supplement', { text: '' }));
    expect(told).toMatchObject({ refusal: 'missing', events: [], reply: expect.stringContaining(NUMBER) });
  });

  it.each<Stop>(['closed', 'withdrawn'])('is refused when the case is %s', (stop) => {
    expect(tell(buildCase({ stop }), aCommand('supplement')).refusal).toBe('wrongStatus');
  });
});
