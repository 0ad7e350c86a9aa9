import { describe, expect, it } from 'vitest';
import { nextTimer } from '../../src/domain/timers.ts';
import { aCommand, aSnapshot, buildCase, inStatus, NUMBER } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import { OTHER_NUMBER } from '../support/usual-commands.ts';
import { aWorld } from '../support/world-factory.ts';

const goesOn = aSnapshot({ stop: 'handling', changes: { number: OTHER_NUMBER } });
const ofRsj = { ...goesOn, legs: goesOn.legs.map((leg) => ({ ...leg, unit: { id: 'u-rsj', name: '市人社局' } })) };
const one = buildCase({ stop: 'handling' });

describe('merge', () => {
  it('ends the one case, and tells enterprise and leader which goes on; a unit that has both reads it there', () => {
    const told = tell(one, aCommand('merge'), { other: goesOn });
    expect(told).toMatchObject({
      events: ['merged'],
      notices: ['merged > subject.s-shenghong', 'merged > leader.CORP/zhangming'],
      snapshot: { status: 'merged', links: { mergedInto: OTHER_NUMBER } },
    });
    expect(told.reply).toContain(`${NUMBER} 已并入 ${OTHER_NUMBER}`);
    expect(told.snapshot && nextTimer(told.snapshot, aWorld().calendar)).toBeNull();
  });

  it('tells the unit that has only the case that ends', () => {
    expect(tell(one, aCommand('merge'), { other: ofRsj }).notices).toContain('merged > unit.u-gxj');
  });

  it('tells of a draft the enterprise alone', () => {
    expect(tell(buildCase(), aCommand('merge'), { other: goesOn }).notices).toEqual(['merged > subject.s-shenghong']);
  });

  it('is for the office and for the unit that has both', () => {
    expect(tell(one, aCommand('merge', { by: 'handler' }), { other: goesOn }).events).toEqual(['merged']);
    const told = tell(one, aCommand('merge', { by: 'handler' }), { other: ofRsj });
    expect(told).toMatchObject({ refusal: 'notYours', events: [] });
    expect(told.reply).toBe(`${OTHER_NUMBER} 的这一步需要由责任部门或专班、双创双服办公室来办。`);
    expect(tell(one, aCommand('merge', { by: 'leader' }), { other: goesOn }).refusal).toBe('notYours');
  });

  it.each([
    ['another enterprise', { subject: { id: 's-huaxin', name: '保定市华信纺织有限公司' } }, '不是同一家企业'],
    ['a confidential one', { confidential: true }, '知悉范围不同'],
    ['one that is closed', { status: 'closed' }, '目前已销号'],
    ['a draft', { status: 'draft' }, '目前待确认'],
  ] as const)('refuses %s in a sentence', (_, changes, why) => {
    const told = tell(one, aCommand('merge'), { other: { ...goesOn, ...changes } });
    expect(told).toMatchObject({ refusal: 'wrongStatus', events: [] });
    expect(told.reply).toContain(why);
  });

  it('is too late after 办结', () => {
    expect(tell(inStatus('resolved'), aCommand('merge'), { other: goesOn }).refusal).toBe('wrongStatus');
  });

  it('of two confidential cases is told to the office alone', () => {
    const secret = buildCase({ stop: 'assigned', problem: { category: '营商作风' } });
    const other = { ...secret.snapshot, number: OTHER_NUMBER };
    expect(tell(secret, aCommand('merge'), { other }).notices).toEqual(['merged > office']);
  });

  it('leaves whoever acts on the ended case the number that goes on', () => {
    const merged = buildCase({ stop: 'handling' });
    const { snapshot } = tell(merged, aCommand('merge'), { other: goesOn });
    if (!snapshot) throw new Error('no case');
    expect(tell({ ...merged, snapshot }, aCommand('resolve')).reply).toBe(
      `${NUMBER} 目前已并入 ${OTHER_NUMBER}，不能办结。`,
    );
  });
});

describe('absorb', () => {
  const merged = {
    ...aSnapshot({ stop: 'handling', changes: { number: OTHER_NUMBER, text: '厂区电压不稳', supplements: [] } }),
    status: 'merged' as const,
  };
  const into = { ...merged, links: { ...merged.links, mergedInto: NUMBER } };

  it('keeps the other’s words, tells the unit, and leaves the clock alone', () => {
    const told = tell(one, aCommand('absorb'), { other: into });
    expect(told).toMatchObject({ events: ['absorbed'], notices: ['absorbed > unit.u-gxj'], reply: '' });
    expect(told.snapshot).toMatchObject({
      status: 'handling',
      legs: one.snapshot.legs,
      caseDueDay: one.snapshot.caseDueDay,
      supplements: [{ text: '厂区电压不稳' }],
      links: { absorbed: [OTHER_NUMBER] },
    });
  });

  it('does nothing when the other was not merged into it', () => {
    expect(tell(one, aCommand('absorb'), { other: merged })).toMatchObject({ events: [], reply: '' });
    expect(tell(one, aCommand('absorb'), { other: goesOn })).toMatchObject({ events: [], reply: '' });
  });

  it('says so when its case has ended meanwhile', () => {
    expect(tell(inStatus('withdrawn'), aCommand('absorb'), { other: into }).refusal).toBe('wrongStatus');
  });
});
