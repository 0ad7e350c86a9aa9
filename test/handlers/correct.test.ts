import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../config/rules.ts';
import { aCommand, after, buildCase, NUMBER } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import type { Part } from '../support/world-factory.ts';

describe('correctCategory', () => {
  it('puts the category right and leaves unit and term alone', () => {
    const told = tell(buildCase({ stop: 'handling' }), aCommand('correctCategory', { category: '项目建设' }));
    expect(told).toMatchObject({
      events: ['categoryCorrected'],
      reply: expect.stringContaining('的类别已改为“项目建设”。'),
    });
    expect(told.snapshot).toMatchObject({ category: '项目建设', grade: 'general', legs: [{ termWorkdays: 5 }] });
  });

  it('gives a draft the term of its new category', () => {
    const corrected = buildCase({ further: [aCommand('correctCategory', { category: '项目建设' })] });
    expect(tell(corrected, aCommand('confirm')).snapshot).toMatchObject({
      grade: 'complex',
      legs: [{ termWorkdays: 15 }],
    });
  });

  it('takes a draft out of the unit’s sight when it turns out to be confidential', () => {
    const corrected = buildCase({ further: [aCommand('correctCategory', { category: '营商作风' })] });
    expect(tell(corrected, aCommand('confirm')).notices).toEqual(['assigned > office']);
  });

  it('opens a draft that was only read as confidential: its category alone decides', () => {
    const secret = buildCase({ problem: { category: '营商作风' } });
    const corrected = after(secret, aCommand('correctCategory', { category: '资金保障' }));
    expect(corrected.snapshot).toMatchObject({ category: '资金保障', confidential: false });
    expect(tell(corrected, aCommand('confirm')).notices).toEqual([
      'leaderInformed > leader.CORP/zhangming',
      'assigned > unit.u-gxj',
    ]);
  });

  it('names all categories for a word that is none, and the words to send', () => {
    const told = tell(buildCase(), aCommand('correctCategory', { category: null, said: '杂事' }));
    expect(told).toMatchObject({ refusal: 'missing', events: [] });
    expect(told.reply).toContain(`没有“杂事”这个类别，可选：${CATEGORIES.join('、')}。`);
    expect(told.reply).toMatch(/回复：@帮企通 改类别 X BQ-2026-000123$/);
  });

  it('is refused after 办结', () => {
    const told = tell(buildCase({ stop: 'resolved' }), aCommand('correctCategory'));
    expect(told).toMatchObject({ refusal: 'wrongStatus', reply: `${NUMBER} 目前已办结待回访，不能改类别。` });
  });
});

describe('correctCategory of a confidential case once it is accepted', () => {
  const secret = buildCase({ stop: 'assigned', problem: { category: '营商作风' } });
  const toFunds = (by: Part) =>
    aCommand('correctCategory', { by, category: '资金保障', at: '2026-11-25 10:00', chat: null });

  it('is the office’s alone', () => {
    const told = tell(secret, toFunds('reporter'));
    expect(told).toMatchObject({ refusal: 'notYours', events: [], notices: [] });
    expect(told.reply).toBe(`${NUMBER} 只由双创双服办公室查看和办理，受理后改为其他类别，需要由办公室来办。`);
  });

  it('lets the leader know as at 交办, and names the unit that would have got the case', () => {
    const told = tell(secret, toFunds('office'));
    expect(told).toMatchObject({
      events: ['categoryCorrected'],
      notices: ['leaderInformed > leader.CORP/zhangming'],
      snapshot: { category: '资金保障', confidential: false, legs: [{ unit: { id: 'u-office' } }] },
    });
    expect(told.reply).toBe(
      `${NUMBER} 的类别已改为“资金保障”，今后类似的问题按此归类。此件不再只由办公室查看，包联领导和承办单位可以看到，现由市双创双服办公室办理。\n回复：转给 市工信局 ${NUMBER} 或 改类别 营商作风 ${NUMBER}`,
    );
    const moved = tell(
      after(secret, toFunds('office')),
      aCommand('transfer', { by: 'office', at: '2026-11-25 10:05' }),
    );
    expect(moved.notices).toContain('transferred > unit.u-rsj');
  });

  it('tells whoever has the case and was not told of this turn, and nobody twice', () => {
    const hide = aCommand('correctCategory', { category: '营商作风', at: '2026-11-24 11:00' });
    const known = buildCase({ stop: 'handling', further: [hide] });
    expect(tell(known, toFunds('office'))).toMatchObject({ notices: [], snapshot: { confidential: false } });
    const rework = [
      aCommand('resolve', { by: 'office', at: '2026-11-24 14:00' }),
      aCommand('answerSurvey', { at: '2026-11-24 15:00', rating: { resolved: 'no', onTime: null, score: null } }),
    ];
    const reworked = buildCase({ stop: 'handling', further: [hide, ...rework] });
    expect(tell(reworked, toFunds('office')).notices).toEqual(['assigned > unit.u-gxj']);
  });

  it('brings nothing of what was said before to leader or unit, neither words nor files', () => {
    const said = buildCase({
      stop: 'assigned',
      problem: { category: '营商作风' },
      further: [
        aCommand('supplement', { at: '2026-11-24 10:00', text: '窗口王某要好处费' }),
        aCommand('attach', { at: '2026-11-24 10:05' }),
        aCommand('progress', { by: 'office', at: '2026-11-24 14:30', text: '已约谈窗口王某' }),
        aCommand('urge', { at: '2026-11-24 15:00' }),
      ],
    });
    const before = said.events.flatMap(({ effects }) => effects);
    expect(new Set(before.map(({ to }) => to.kind))).toEqual(new Set(['office']));
    const { effects, snapshot } = tell(said, toFunds('office'));
    expect(snapshot?.legs.at(-1)?.lastProgress).toBeNull();
    expect(effects.map(({ about }) => about)).toEqual([{ kind: 'leaderInformed' }]);
  });

  it('may be taken back by naming the category again, and is then the office’s matter as before', () => {
    const back = aCommand('correctCategory', { by: 'office', category: '营商作风', at: '2026-11-25 10:05' });
    expect(after(after(secret, toFunds('office')), back).snapshot.confidential).toBe(true);
  });
});

describe('correctDeadline', () => {
  it('keeps the wish and moves no due day', () => {
    const told = tell(buildCase({ stop: 'handling' }), aCommand('correctDeadline'));
    expect(told.reply).toContain(`${NUMBER} 您希望的期限已改为12月10日（周四），会请承办单位参考。`);
    expect(told.snapshot).toMatchObject({
      wished: { day: '2026-12-10' },
      legs: [{ dueDay: '2026-12-01', promised: false, dueVersion: 1 }],
    });
  });

  it('takes today', () => {
    expect(tell(buildCase(), aCommand('correctDeadline', { day: '2026-11-24' })).refusal).toBeNull();
  });

  it.each([null, '2026-11-23'])('asks again for a day that is %s', (day) => {
    const told = tell(buildCase(), aCommand('correctDeadline', { day }));
    expect(told).toMatchObject({ refusal: 'badDate', events: [] });
    expect(told.reply).toMatch(/回复：@帮企通 改期限 5个工作日内 BQ-2026-000123$/);
  });

  it('is refused once the case is withdrawn', () => {
    expect(tell(buildCase({ stop: 'withdrawn' }), aCommand('correctDeadline')).refusal).toBe('wrongStatus');
  });
});
