import { describe, expect, it } from 'vitest';
import { aCommand, after, buildCase, NUMBER, type Stop } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';

describe('commit', () => {
  it('brings the due day forward and tells the leader of the unit’s promise', () => {
    const told = tell(buildCase({ stop: 'handling' }), aCommand('commit'));
    expect(told).toMatchObject({
      events: ['committed'],
      notices: ['committed > leader.CORP/zhangming'],
      reply: `${NUMBER} 已记下承诺：11月27日（周五）前办结。`,
    });
    expect(told.snapshot?.legs).toMatchObject([{ dueDay: '2026-11-27', dueVersion: 2 }]);
  });

  it('by the leader is told to the unit, by the task force to both', () => {
    const handling = buildCase({ stop: 'handling' });
    expect(tell(handling, aCommand('commit', { by: 'leader' })).notices).toEqual(['committed > unit.u-gxj']);
    expect(tell(handling, aCommand('commit', { by: 'taskForce' })).notices).toEqual([
      'committed > unit.u-gxj',
      'committed > leader.CORP/zhangming',
    ]);
  });

  it('is 收到 too', () => {
    expect(tell(buildCase({ stop: 'assigned' }), aCommand('commit')).snapshot?.status).toBe('handling');
  });

  it('of the day already due moves nothing: reminders for it stay valid', () => {
    const told = tell(buildCase({ stop: 'handling' }), aCommand('commit', { day: '2026-12-01' }));
    expect(told.events).toEqual(['committed']);
    expect(told.snapshot?.legs[0]?.dueVersion).toBe(1);
    expect(told.effects[0]?.about).toMatchObject({ dueVersion: 1 });
  });

  it('of a later day is a request for an extension: the due day stands', () => {
    const told = tell(buildCase({ stop: 'handling' }), aCommand('commit', { day: '2026-12-02', reason: '等批复' }));
    expect(told).toMatchObject({ events: ['extensionAsked'], notices: ['extensionAsked > office'] });
    expect(told.snapshot).toMatchObject({
      extension: { to: '2026-12-02', reason: '等批复' },
      legs: [{ dueVersion: 1 }],
    });
    expect(told.reply).toBe(`${NUMBER} 延期到12月2日（周三）的申请已报办公室，批准前仍按12月1日（周二）办理。`);
  });

  it('cannot undo an earlier promise without the office', () => {
    const promised = after(buildCase({ stop: 'handling' }), aCommand('commit', { day: '2026-11-26' }));
    expect(tell(promised, aCommand('commit', { day: '2026-11-30' })).events).toEqual(['extensionAsked']);
  });

  it('of an overdue case comes too late for an extension', () => {
    const said = aCommand('commit', { at: '2026-12-03 10:00', day: '2026-12-04' });
    expect(tell(buildCase({ stop: 'handling' }), said)).toMatchObject({ refusal: 'badDate', events: [] });
  });

  it.each(['本周内', '周内', '3天内'])(
    'of a span that ends on a day off (%s) is kept by the last working day in it',
    (said) => {
      const handling = buildCase({ stop: 'handling' });
      const told = tell(handling, aCommand('commit', { at: '2026-11-26 18:00', day: '2026-11-29', said }));
      expect(told).toMatchObject({ events: ['committed'], reply: `${NUMBER} 已记下承诺：11月27日（周五）前办结。` });
    },
  );

  it('of the week in which the case is due anyway asks for no extension', () => {
    const due = after(buildCase({ stop: 'handling' }), aCommand('commit', { day: '2026-11-27' }));
    const told = tell(due, aCommand('commit', { at: '2026-11-26 18:00', day: '2026-11-29', said: '本周内' }));
    expect(told).toMatchObject({
      events: ['committed'],
      snapshot: { legs: [{ dueDay: '2026-11-27', dueVersion: 2 }] },
    });
  });

  it.each([
    ['a day off that is named', { day: '2026-11-29', named: true }, '2026-11-26 10:00'],
    ['a span without a working day left', { day: '2026-11-29' }, '2026-11-28 10:00'],
  ])('asks back for %s', (_, words, at) => {
    const told = tell(buildCase({ stop: 'handling' }), aCommand('commit', { ...words, at }));
    expect(told).toMatchObject({
      refusal: 'badDate',
      events: [],
      reply: `${NUMBER} 11月29日（周日）不是工作日，请写一个工作日。\n回复：@帮企通 11月30日前办结 ${NUMBER}`,
    });
  });

  it.each([null, '2026-11-23'])('asks again for a day that is %s', (day) => {
    const told = tell(buildCase({ stop: 'handling' }), aCommand('commit', { day }));
    expect(told).toMatchObject({ refusal: 'badDate', events: [], reply: expect.stringContaining(NUMBER) });
  });

  it.each<Stop>(['resolved', 'closed', 'withdrawn'])('is refused when the case is %s', (stop) => {
    expect(tell(buildCase({ stop }), aCommand('commit', { by: 'leader' })).refusal).toBe('wrongStatus');
  });
});
