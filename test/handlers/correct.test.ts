import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../config/rules.ts';
import { aCommand, buildCase, NUMBER } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';

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
