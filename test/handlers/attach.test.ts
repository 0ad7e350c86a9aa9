import { describe, expect, it } from 'vitest';
import { A_PHOTO } from '../support/a-photo.ts';
import { aCommand, after, buildCase, NUMBER, type Stop } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';

describe('attach', () => {
  it('keeps the files with the case, with who sent them and when', () => {
    const sent = aCommand('attach');
    const told = tell(buildCase(), sent);
    expect(told).toMatchObject({ events: ['attached'], notices: [], reply: `${NUMBER} 已附上1张图片。` });
    expect(told.snapshot?.files).toEqual([{ ...A_PHOTO, by: 'wwSUPPLIER/wangqiang', at: sent.at }]);
  });

  it.each<[Stop, string[]]>([
    ['assigned', ['attached > unit.u-gxj', 'file > unit.u-gxj']],
    ['handling', ['attached > unit.u-gxj', 'file > unit.u-gxj']],
    ['resolved', []],
  ])('of the enterprise of a case that is %s is told to %j', (stop, notices) => {
    expect(tell(buildCase({ stop }), aCommand('attach')).notices).toEqual(notices);
  });

  it('of the unit is told to the enterprise once the case is resolved', () => {
    const by = 'handler';
    expect(tell(buildCase({ stop: 'handling' }), aCommand('attach', { by })).notices).toEqual([]);
    expect(tell(buildCase({ stop: 'resolved' }), aCommand('attach', { by })).notices).toEqual([
      'attached > subject.s-shenghong',
      'file > subject.s-shenghong',
    ]);
  });

  it('goes to the office when the case is confidential', () => {
    const secret = buildCase({ stop: 'assigned', problem: { category: '营商作风' } });
    expect(tell(secret, aCommand('attach')).notices).toEqual(['attached > office', 'file > office']);
  });

  it.each<Stop>(['closed', 'withdrawn'])('is refused when the case is %s', (stop) => {
    expect(tell(buildCase({ stop }), aCommand('attach')).refusal).toBe('wrongStatus');
  });

  it('of the unit proves its answer as a number in words would', () => {
    const paid = aCommand('resolve', { text: '贷款已到账，联系人李华13811112222' });
    const asks = (subject: ReturnType<typeof buildCase>) => tell(subject, paid).reply?.includes('佐证') ?? false;
    const handling = buildCase({ stop: 'handling', problem: { category: '资金保障' } });
    expect(asks(handling)).toBe(true);
    expect(asks(after(handling, aCommand('attach')))).toBe(true);
    expect(asks(after(handling, aCommand('attach', { by: 'handler' })))).toBe(false);
  });
});
