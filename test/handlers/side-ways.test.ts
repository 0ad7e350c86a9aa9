import { describe, expect, it } from 'vitest';
import { decideTimer } from '../../jobs/index.ts';
import { nextTimer } from '../../src/domain/timers.ts';
import { aCommand, aView, buildCase, NUMBER } from '../support/case-factory.ts';
import { effectsOf, noticeLine, tell } from '../support/tell.ts';
import { aWorld, shanghai } from '../support/world-factory.ts';

describe('askInfo', () => {
  it('asks the enterprise in its group and takes the case in hand', () => {
    const told = tell(buildCase({ stop: 'assigned' }), aCommand('askInfo'));
    expect(told).toMatchObject({ events: ['infoAsked'], notices: ['infoAsked > subject.s-shenghong'] });
    expect(told.snapshot).toMatchObject({ status: 'handling', legs: [{ dueDay: '2026-12-01' }] });
  });

  it('of a confidential case goes through the office', () => {
    const secret = buildCase({ stop: 'assigned', problem: { category: '营商作风' } });
    expect(tell(secret, aCommand('askInfo', { by: 'office' })).notices).toEqual(['infoAsked > office']);
  });
});

describe.each(['decline', 'redirect'] as const)('%s', (type) => {
  it('ends the case with its reason, and tells everybody concerned', () => {
    const told = tell(buildCase({ stop: 'handling' }), aCommand(type));
    const status = type === 'decline' ? 'declined' : 'redirected';
    expect(told.snapshot?.status).toBe(status);
    expect(told.notices).toEqual([
      `${status} > subject.s-shenghong`,
      `${status} > unit.u-gxj`,
      `${status} > leader.CORP/zhangming`,
    ]);
    expect(told.snapshot && nextTimer(told.snapshot, aWorld().calendar)).toBeNull();
  });

  it('needs a lawful reason', () => {
    const told = tell(buildCase({ stop: 'handling' }), aCommand(type, { reason: null }));
    expect(told).toMatchObject({ refusal: 'missing', events: [] });
    expect(told.reply).toMatch(/请写明理由。\n回复：/);
  });

  it('is too late after 办结', () => {
    expect(tell(buildCase({ stop: 'resolved' }), aCommand(type)).refusal).toBe('wrongStatus');
  });
});

describe('suspend', () => {
  const suspended = buildCase({ stop: 'handling', further: [aCommand('suspend', { at: '2026-11-25 10:00' })] });

  it('keeps the case with a review day, without reminders until then', () => {
    expect(suspended.snapshot).toMatchObject({ status: 'suspended', suspension: { until: '2027-03-31' } });
    const timer = nextTimer(suspended.snapshot, aWorld().calendar);
    expect(timer).toEqual({ type: 'review', at: shanghai('2027-03-31 08:30') });
  });

  it('brings the case back to the office on the review day, once', () => {
    const timer = nextTimer(suspended.snapshot, aWorld().calendar);
    if (!timer) throw new Error('no review');
    const { events } = decideTimer(suspended.snapshot, timer, aView({ now: timer.at }));
    expect(effectsOf(events).map(noticeLine)).toEqual(['reviewDue > office']);
    expect(events.map((event) => event.type)).toEqual(['reviewDue']);
  });

  it('is taken up again by 转给, also to the unit that had it', () => {
    const told = tell(suspended, aCommand('transfer', { by: 'office', unitName: '市工信局', at: '2027-03-31 09:00' }));
    expect(told.snapshot).toMatchObject({ status: 'assigned', suspension: null, caseDueDay: '2026-12-01' });
    expect(tell(suspended, aCommand('transfer', { at: '2027-03-31 09:00' })).refusal).toBe('wrongStatus');
  });

  it.each([
    [{ until: '2026-11-24' }, 'badDate'],
    [{ until: null }, 'badDate'],
    [{ reason: null }, 'missing'],
  ] as const)('asks back for what is missing (%o)', (words, refusal) => {
    expect(tell(buildCase({ stop: 'handling' }), aCommand('suspend', words)).refusal).toBe(refusal);
  });
});

describe('a 退回 that the office does not rule on', () => {
  it('is brought before it each working morning', () => {
    const returned = buildCase({ stop: 'assigned', further: [aCommand('giveBack', { at: '2026-11-24 16:00' })] });
    const timer = nextTimer(returned.snapshot, aWorld().calendar);
    expect(timer).toEqual({ type: 'remindRuling', day: '2026-11-25', at: shanghai('2026-11-25 08:00') });
    if (!timer) throw new Error('no reminder');
    const { events } = decideTimer(returned.snapshot, timer, aView({ now: shanghai('2026-11-26 08:00') }));
    expect(events).toMatchObject([{ type: 'rulingReminded', day: '2026-11-26' }]);
    expect(effectsOf(events).map(noticeLine)).toEqual(['rulingLate > office']);
  });
});

describe('extensions', () => {
  const extended = (...days: [asked: string, to: string][]) =>
    buildCase({
      stop: 'handling',
      further: days.flatMap(([asked, to]) => [
        aCommand('extend', { at: `${asked} 10:00`, to }),
        aCommand('rule', { at: `${asked} 11:00` }),
      ]),
    });

  it('are asked for one working day before the due day at the latest, before 17:00', () => {
    const handling = buildCase({ stop: 'handling' });
    expect(tell(handling, aCommand('extend', { at: '2026-11-30 16:59' })).refusal).toBeNull();
    const late = tell(handling, aCommand('extend', { at: '2026-11-30 17:00' }));
    expect(late).toMatchObject({ refusal: 'badDate', events: [] });
    expect(late.reply).toContain('11月30日（周一）17:00截止');
  });

  it('are granted twice at most', () => {
    const twice = extended(['2026-11-25', '2026-12-04'], ['2026-12-01', '2026-12-08']);
    const third = tell(twice, aCommand('extend', { at: '2026-12-03 10:00', to: '2026-12-15' }));
    expect(third).toMatchObject({ refusal: 'wrongStatus', events: [] });
    expect(third.reply).toBe(`${NUMBER} 已申请延期2次，不能再延。`);
  });
});

describe('phoneSurvey', () => {
  it('counts as the enterprise’s own answer, entered by the office', () => {
    const told = tell(buildCase({ stop: 'surveyed' }), aCommand('phoneSurvey', { chat: 'c-office' }));
    expect(told.events).toEqual(['surveyAnswered', 'closed']);
  });
});
