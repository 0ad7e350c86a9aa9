import { describe, expect, it } from 'vitest';
import { basisOf } from '../../src/domain/basis.ts';
import { recount } from '../../src/domain/due.ts';
import { nextTimer } from '../../src/domain/timers.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';
import { outdated } from '../../src/render/outdated.ts';
import { aCommand, after, afterTimer, buildCase, NUMBER } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import { aWorld, shanghai } from '../support/world-factory.ts';

const { calendar } = aWorld();
const handling = buildCase({ stop: 'handling' });
const EVERYBODY = ['subject.s-shenghong', 'unit.u-gxj', 'leader.CORP/zhangming'];

/** Due on Tuesday 1 December; paused on Wednesday for Thursday and Friday. */
const paused = after(handling, aCommand('pause', { by: 'office', at: '2026-11-25 10:00' }));

describe('pause', () => {
  it('of a unit is asked of the office, and stops nothing yet', () => {
    const told = tell(handling, aCommand('pause', { at: '2026-11-25 10:00' }));
    expect(told).toMatchObject({ events: ['pauseAsked'], notices: ['pauseAsked > office'] });
    expect(told.reply).toBe(`${NUMBER} 暂停到11月27日（周五）的申请已报办公室，批准前仍按12月1日（周二）办理。`);
    expect(told.snapshot).toMatchObject({ status: 'handling', pauseAsked: { until: '2026-11-27' } });
  });

  it('ordered by the office moves the unit’s day by the paused working days, never the enterprise’s', () => {
    const told = tell(handling, aCommand('pause', { by: 'office', at: '2026-11-25 10:00' }));
    expect(told.notices).toEqual(EVERYBODY.map((name) => `paused > ${name}`));
    expect(told.snapshot).toMatchObject({
      status: 'paused',
      caseDueDay: '2026-12-01',
      legs: [{ dueDay: '2026-12-03', dueVersion: 2 }],
    });
  });

  it.each([
    [{ until: null }, 'badDate', '没看懂日期'],
    [{ until: '2026-11-24' }, 'badDate', '没看懂日期'],
    [{ reason: null }, 'missing', '请写明理由'],
    [{ until: '2026-12-10' }, 'badDate', '最晚到12月9日（周三）'],
    [{ until: '2026-11-29', at: '2026-11-27 10:00' }, 'badDate', '没有工作日'],
    [{ until: '2026-12-04', at: '2026-12-01 10:00' }, 'badDate', '到期前1个工作日'],
  ] as const)('of %j is asked back', (words, refusal, reply) => {
    const told = tell(handling, aCommand('pause', { at: '2026-11-25 10:00', ...words }));
    expect(told).toMatchObject({ refusal, events: [], reply: expect.stringContaining(reply) });
  });

  it('is possible twice a leg and for ten working days in all', () => {
    const once = after(paused, aCommand('resumeWork', { at: '2026-11-30 09:00' }));
    const tooLong = tell(once, aCommand('pause', { until: '2026-12-11', at: '2026-11-30 10:00' }));
    expect(tooLong.reply).toContain('还可暂停8个工作日，最晚到12月10日（周四）');
    const again = after(once, aCommand('pause', { by: 'office', until: '2026-12-01', at: '2026-11-30 10:00' }));
    const third = tell(afterTimer(again), aCommand('pause', { until: '2026-12-04', at: '2026-12-02 10:00' }));
    expect(third).toMatchObject({ refusal: 'wrongStatus', reply: expect.stringContaining('已暂停2次') });
  });

  it('of a confidential case is told to the office alone', () => {
    const secret = buildCase({ stop: 'handling', problem: { category: '营商作风' } });
    const told = tell(secret, aCommand('pause', { by: 'office', at: '2026-11-25 10:00' }));
    expect(told.notices).toEqual(['paused > office']);
  });
});

describe('rulePause', () => {
  const asked = after(handling, aCommand('pause', { at: '2026-11-25 10:00' }));

  it('counts from the day of the ruling', () => {
    const told = tell(asked, aCommand('rulePause', { at: '2026-11-26 09:00' }));
    expect(told).toMatchObject({
      events: ['paused'],
      snapshot: { pauseAsked: null, legs: [{ dueDay: '2026-12-02' }] },
    });
  });

  it('refused, leaves the clock running', () => {
    const told = tell(asked, aCommand('rulePause', { granted: false, reason: '可以先办' }));
    expect(told.notices).toEqual(['pauseRefused > unit.u-gxj', 'pauseRefused > leader.CORP/zhangming']);
    expect(told.snapshot).toMatchObject({ status: 'handling', pauseAsked: null, legs: [{ dueDay: '2026-12-01' }] });
  });

  it('is refused for a reason alone', () => {
    const told = tell(asked, aCommand('rulePause', { granted: false }));
    expect(told).toMatchObject({ refusal: 'missing', events: [] });
    expect(told.reply).toMatch(/请写明理由。\n回复：@帮企通 不同意暂停，因为X BQ-2026-000123$/);
  });

  it('of days that are over asks for another day', () => {
    const told = tell(asked, aCommand('rulePause', { at: '2026-11-30 09:00' }));
    expect(told).toMatchObject({ refusal: 'badDate', reply: expect.stringContaining('已经过去') });
  });

  it('has nothing to rule on where nothing was asked', () => {
    expect(tell(handling, aCommand('rulePause')).reply).toContain('没有等待裁定的暂停申请');
  });

  it('is reminded of each morning until it is said, beside the unit’s own reminders', () => {
    const reminded = afterTimer(asked);
    expect(reminded.events.at(-1)).toMatchObject({
      type: 'rulingReminded',
      day: '2026-11-26',
      effects: [{ about: { kind: 'pauseRulingLate' }, to: { kind: 'office' } }],
    });
    expect(nextTimer(reminded.snapshot, calendar)).toMatchObject({ type: 'remind', day: '2026-11-27' });
  });

  it('is no longer wanted once the case has gone another way', () => {
    for (const said of [aCommand('giveBack'), aCommand('transfer'), aCommand('resolve'), aCommand('decline')]) {
      expect(after(asked, { ...said, at: shanghai('2026-11-25 11:00') }).snapshot.pauseAsked).toBeNull();
    }
  });
});

describe('a paused case', () => {
  it('is not reminded of, and resumes by itself at the start of business after the last paused day', () => {
    expect(nextTimer(paused.snapshot, calendar)).toEqual({ type: 'resume', at: shanghai('2026-11-30 08:30') });
    const resumed = afterTimer(paused);
    expect(resumed.snapshot).toMatchObject({ status: 'handling', legs: [{ dueDay: '2026-12-03', dueVersion: 2 }] });
    expect(nextTimer(resumed.snapshot, calendar)).toMatchObject({ type: 'remind', day: '2026-11-30' });
  });

  it('resumes on time after an outage, and makes up for no stage that fell into the pause', () => {
    const resumed = afterTimer(paused, { now: shanghai('2026-12-01 11:00') });
    expect(resumed.events.at(-1)).toMatchObject({
      type: 'resumed',
      lastDay: '2026-11-27',
      at: shanghai('2026-11-30 08:30'),
    });
    expect(resumed.snapshot.legs[0]?.remindedDay).toBe('2026-11-27');
  });

  it('resumed early, gives back only the days that were paused', () => {
    const told = tell(paused, aCommand('resumeWork', { at: '2026-11-27 09:00' }));
    expect(told.notices).toEqual(EVERYBODY.map((name) => `resumed > ${name}`));
    expect(told.snapshot).toMatchObject({ status: 'handling', legs: [{ dueDay: '2026-12-02', dueVersion: 3 }] });
  });

  it('resumed on the same day, is due when it was', () => {
    const told = tell(paused, aCommand('resumeWork', { at: '2026-11-25 16:00' }));
    expect(told.snapshot?.legs[0]?.dueDay).toBe('2026-12-01');
  });

  it('gives a promised day back to the day, also where it was a day off', () => {
    const worked = aWorld({ calendar: buildCalendar(new Map([['2026-11-29', true]])) });
    const promised = after(handling, aCommand('commit', { day: '2026-11-29', at: '2026-11-24 11:00' }), worked);
    const stopped = after(promised, aCommand('pause', { by: 'office', at: '2026-11-25 10:00' }));
    expect(stopped.snapshot.legs[0]?.dueDay).toBe('2026-12-01');
    const resumed = after(stopped, aCommand('resumeWork', { at: '2026-11-25 11:00' }));
    expect(resumed.snapshot.legs[0]?.dueDay).toBe('2026-11-29');
  });

  it('cannot be resumed where nothing is paused', () => {
    expect(tell(handling, aCommand('resumeWork')).reply).toContain('目前没有暂停');
  });

  it('takes word of progress and stays paused', () => {
    const told = tell(paused, aCommand('progress', { at: '2026-11-26 10:00' }));
    expect(told.snapshot).toMatchObject({ status: 'paused', legs: [{ lastProgress: { text: '已联系银行' } }] });
  });

  it('can be resolved, which ends the pause and is judged by the term without the days not paused', () => {
    const told = tell(paused, aCommand('resolve', { at: '2026-11-27 10:00' }));
    expect(told).toMatchObject({ events: ['resumed', 'resolved'], notices: ['resolved > subject.s-shenghong'] });
    expect(told.snapshot).toMatchObject({
      status: 'resolved',
      closures: [{ inTerm: true }],
      legs: [{ dueDay: '2026-12-02' }],
    });
  });

  it.each(['withdraw', 'transfer', 'decline', 'redirect', 'suspend', 'supplement', 'correctCategory'] as const)(
    'may still be told %s',
    (type) => {
      expect(tell(paused, aCommand(type, { at: '2026-11-26 10:00' })).refusal).toBeNull();
    },
  );

  it('withdrawn and restored, is paused as before', () => {
    const withdrawn = after(paused, aCommand('withdraw', { at: '2026-11-26 10:00' }));
    const restored = after(withdrawn, aCommand('undo', { at: '2026-11-26 10:05' }));
    expect(restored.snapshot).toEqual(paused.snapshot);
  });

  it('is counted anew with the days that a changed calendar takes out of pause and term', () => {
    const closed = buildCalendar(new Map([['2026-11-27', false]]), 1);
    expect(recount(paused.snapshot, { ...aWorld(), calendar: closed }, shanghai('2026-11-25 11:00'))).toEqual({
      dueDay: '2026-12-03',
      caseDueDay: '2026-12-02',
      supports: [],
    });
  });

  it('shows the paused days under 期限依据 and why under 进度', () => {
    expect(basisOf(paused.snapshot, { ...aWorld(), calendar })).toContain(
      '暂停不计：11月26日（周四）、11月27日（周五）。',
    );
    expect(basisOf(paused.snapshot, { ...aWorld(), calendar })).toContain('第5天12月3日（周四）');
    const progress = tell(paused, aCommand('query'));
    expect(progress.reply).toContain('已暂停，承办单位：市工信局\n暂停到11月27日（周五），原因：等省厅批复。');
  });

  it('voids what was to be told before', () => {
    const about = { kind: 'remind', leg: 1, dueVersion: 1, stage: 'half', day: '2026-11-27' } as const;
    expect(outdated(about, paused.snapshot)).toBe('the leg is over');
    expect(outdated({ kind: 'paused', leg: 1 }, paused.snapshot)).toBeNull();
    expect(outdated({ kind: 'paused', leg: 1 }, afterTimer(paused).snapshot)).toBe('it is resumed');
    expect(outdated({ kind: 'resumed', leg: 1 }, paused.snapshot)).toBe('nobody works on it');
  });
});
