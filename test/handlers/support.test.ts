import { describe, expect, it } from 'vitest';
import { basisOf } from '../../src/domain/basis.ts';
import { nextTimer } from '../../src/domain/timers.ts';
import { outdated } from '../../src/render/outdated.ts';
import { aCommand, after, afterTimer, buildCase, NUMBER } from '../support/case-factory.ts';
import { noticeLine, tell } from '../support/tell.ts';
import { aRosterWith, aUnit, aWorld, shanghai } from '../support/world-factory.ts';

const { calendar } = aWorld();
const handling = buildCase({ stop: 'handling' });
const asked = aCommand('support', { at: '2026-11-24 11:00' });
/** The main unit's day is Tuesday 1 December, five working days away; three of them are the support's. */
const supported = after(handling, asked);

describe('support', () => {
  it('gives another unit 60 % of what is left to the main one, which keeps the case', () => {
    const told = tell(handling, asked);
    expect(told).toMatchObject({ events: ['supportAsked'], notices: ['supportAsked > unit.u-rsj'] });
    expect(told.effects[0]?.class).toBe('waking');
    expect(told.reply).toBe(`${NUMBER} 已请市人社局协办，期限11月27日（周五）；承办单位和期限不变。`);
    expect(told.snapshot).toMatchObject({
      status: 'handling',
      legs: [{ n: 1, dueDay: '2026-12-01', unit: { id: 'u-gxj' } }],
      supports: [{ n: 2, role: 'support', dueDay: '2026-11-27', task: '提供社保证明' }],
    });
  });

  it('rounds its share up to whole days', () => {
    const told = tell(handling, { ...asked, at: shanghai('2026-11-25 11:00') });
    expect(told.snapshot?.supports[0]).toMatchObject({ termWorkdays: 3, dueDay: '2026-11-30' });
  });

  it('of the office is told to the main unit too', () => {
    const told = tell(handling, { ...asked, ...aCommand('support', { by: 'office' }) });
    expect(told.notices).toEqual(['supportAsked > unit.u-rsj', 'supportNamed > unit.u-gxj']);
  });

  it('takes a day that is named, at most the main unit’s', () => {
    const until = (day: string | null) => tell(handling, { ...asked, day, dated: true });
    expect(until('2026-11-30').snapshot?.supports[0]).toMatchObject({ dueDay: '2026-11-30', promised: true });
    for (const day of ['2026-12-02', '2026-11-23', null]) {
      const told = until(day);
      expect(told).toMatchObject({ refusal: 'badDate', events: [] });
      expect(told.reply).toContain('不晚于承办期限12月1日（周二）');
    }
  });

  it('has one working day where the main unit has none left', () => {
    const told = tell(handling, { ...asked, at: shanghai('2026-12-02 09:00') });
    expect(told.snapshot?.supports[0]).toMatchObject({ dueDay: '2026-12-03', promised: true });
  });

  it.each([
    [{ unitName: null }, 'missing', '请写明请哪个单位协办'],
    [{ unitName: '市不存在局' }, 'unknownUnit', '名册中没有'],
    [{ unitName: '市工信局' }, 'wrongStatus', '本来就由市工信局承办'],
  ] as const)('of %j is refused with a way on', (words, refusal, reply) => {
    const told = tell(handling, { ...asked, ...words });
    expect(told).toMatchObject({ refusal, events: [], reply: expect.stringContaining(reply) });
  });

  it('is not asked twice of one unit, nor of more than four at once, nor for a confidential case', () => {
    expect(tell(supported, asked).reply).toContain('已在协办');
    const units = ['甲', '乙', '丙', '丁', '戊'].map((name) => aUnit({ id: `u-${name}`, name: `市${name}局` }));
    const world = aWorld({ roster: aRosterWith({ units }) });
    const four = units.slice(0, 4).reduce((one, { name }) => after(one, { ...asked, unitName: name }, world), handling);
    expect(tell(four, { ...asked, unitName: '市戊局' }, world).reply).toContain('同时最多4个单位协办');
    const secret = buildCase({ stop: 'handling', problem: { category: '营商作风' } });
    expect(tell(secret, aCommand('support', { by: 'office' })).reply).toContain('只由办公室办理');
  });
});

describe('a supporting unit', () => {
  const by = 'otherHandler';

  it('signs and reports progress for itself, not for the case', () => {
    const assigned = after(buildCase({ stop: 'assigned' }), asked);
    const signed = tell(assigned, aCommand('accept', { by }));
    expect(signed).toMatchObject({ events: ['supportSigned'], snapshot: { status: 'assigned' } });
    const told = tell(assigned, aCommand('progress', { by, text: '正在核对' }));
    expect(told).toMatchObject({ events: ['supportProgressed'], snapshot: { status: 'assigned' } });
    expect(told.snapshot?.supports[0]?.lastProgress?.text).toBe('正在核对');
    expect(told.snapshot?.legs[0]?.lastProgress).toBeNull();
  });

  it.each(['supportDone', 'resolve'] as const)('ends its own support by %s, never the case', (type) => {
    const told = tell(supported, aCommand(type, { by, text: '证明已开具' }));
    expect(told).toMatchObject({ events: ['supportDone'], notices: ['supportDone > unit.u-gxj'] });
    expect(told.snapshot).toMatchObject({
      status: 'handling',
      supports: [{ status: 'resolved', result: '证明已开具' }],
    });
  });

  it('is spoken for by its officer of the task force too, who ends the support and not the case', () => {
    const resolve = aCommand('resolve', { by: 'taskForce', text: '证明已开具' });
    const member = { ...resolve.actor, units: ['u-rsj'] };
    expect(tell(supported, { ...resolve, actor: member }).events).toEqual(['supportDone']);
    const ofBoth = { ...resolve.actor, units: ['u-rsj', 'u-gxj'] };
    expect(tell(supported, { ...resolve, actor: ofBoth }).snapshot?.status).toBe('resolved');
  });

  it('keeps its turn when the subject’s own unit supports another one', () => {
    const moved = after(handling, aCommand('transfer', { unitName: '市人社局' }));
    const helped = after(moved, { ...aCommand('support', { by: 'otherHandler' }), unitName: '市工信局' });
    const resolve = aCommand('resolve', { by: 'taskForce', text: '证明已开具' });
    const told = tell(helped, { ...resolve, actor: { ...resolve.actor, units: ['u-gxj'] } });
    expect(told).toMatchObject({ events: ['supportDone'], snapshot: { status: 'assigned' } });
  });

  it('is asked what it has done when it does not say', () => {
    expect(tell(supported, aCommand('supportDone', { by, text: '' })).refusal).toBe('missing');
  });

  it('may not promise, return or transfer the case', () => {
    for (const type of ['commit', 'giveBack', 'transfer', 'extend', 'pause'] as const) {
      expect(tell(supported, aCommand(type, { by })).refusal).toBe('notYours');
    }
  });

  it('may look once it is done, and act no more', () => {
    const done = after(supported, aCommand('supportDone'));
    expect(tell(done, aCommand('query', { by })).reply).toContain('协办单位：市人社局，已完成');
    expect(tell(done, aCommand('supportDone')).refusal).toBe('notYours');
  });

  it('is told what the enterprise adds and withdraws', () => {
    expect(tell(supported, aCommand('supplement')).notices).toContain('supplemented > unit.u-rsj');
    expect(tell(supported, aCommand('withdraw')).notices).toContain('withdrawn > unit.u-rsj');
  });
});

describe('the end of a main unit’s turn', () => {
  it.each([
    aCommand('resolve'),
    aCommand('transfer', { unitName: '市双创双服办公室' }),
    aCommand('decline'),
    aCommand('redirect'),
    aCommand('suspend'),
  ])('by $type ends the open supports, who are told', (command) => {
    const told = tell(supported, command);
    expect(told.notices).toContain('supportEnded > unit.u-rsj');
    expect(told.snapshot?.supports[0]?.status).toBe('ended');
  });

  it('names in its reply who was still at it', () => {
    expect(tell(supported, aCommand('resolve')).reply).toContain('市人社局的协办尚未完成，一并结束并已告知。');
  });

  it('leaves leg numbers unique', () => {
    const moved = after(supported, aCommand('transfer', { unitName: '市双创双服办公室' }));
    expect([...moved.snapshot.legs, ...moved.snapshot.supports].map(({ n }) => n)).toEqual([1, 3, 2]);
  });
});

describe('reminders of a support', () => {
  /** Half of the main term and the support's due day are both on Friday 27 November; its eve is Thursday. */
  const eve = afterTimer(supported);
  const overdue = afterTimer(eve, { now: shanghai('2026-11-30 08:00') });

  it('go to its own unit, by its own day', () => {
    expect(nextTimer(supported.snapshot, calendar)).toEqual({
      type: 'remindSupport',
      at: shanghai('2026-11-26 08:00'),
    });
    expect(eve.events.at(-1)?.effects.map(({ key }) => key)).toEqual([`remind/${NUMBER}/leg2/due1/eve/unit.u-rsj`]);
    expect(eve.snapshot.supports[0]).toMatchObject({ card: 'yellow', remindedDay: '2026-11-26' });
    expect(eve.snapshot.legs[0]).toMatchObject({ card: null, remindedDay: null });
  });

  it('go to the main unit too once it is late, and to it alone', () => {
    const late = afterTimer(overdue, { now: shanghai('2026-11-30 08:00') });
    const event = [overdue, late].map(({ events }) => events.at(-1)).find((one) => one?.type === 'supportReminded');
    expect(event?.effects.filter(({ passed }) => !passed).map(noticeLine)).toEqual([
      'remind > unit.u-rsj',
      'remind > unit.u-gxj',
    ]);
  });

  it('hold while the support does, in its own due version', () => {
    const about = { kind: 'remind', leg: 2, dueVersion: 1, stage: 'eve', day: '2026-11-26' } as const;
    expect(outdated(about, eve.snapshot)).toBeNull();
    expect(outdated({ ...about, dueVersion: 2 }, eve.snapshot)).toBe('the due date has changed');
    expect(outdated(about, after(eve, aCommand('supportDone')).snapshot)).toBe('the leg is over');
    expect(outdated({ kind: 'supportAsked', support: 2 }, after(eve, aCommand('supportDone')).snapshot)).toBe(
      'the support is over',
    );
  });

  it('follow a pause of the main unit, and its earlier promise', () => {
    const paused = after(supported, aCommand('pause', { by: 'office', until: '2026-11-26', at: '2026-11-25 10:00' }));
    expect(paused.snapshot.supports[0]).toMatchObject({ dueDay: '2026-11-30', dueVersion: 2 });
    const promised = after(supported, aCommand('commit', { day: '2026-11-26' }));
    expect(promised.snapshot.supports[0]?.dueDay).toBe('2026-11-26');
  });

  it('are explained under 期限依据', () => {
    expect(basisOf(supported.snapshot, { ...aWorld(), calendar })).toContain(
      '市人社局协办时限：自11月24日 11:00起，承办单位剩余时限的60%',
    );
  });
});
