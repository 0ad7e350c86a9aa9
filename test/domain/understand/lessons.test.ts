import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/domain/understand/category/classify.ts';
import { learn, type Lesson } from '../../../src/domain/understand/category/lessons.ts';

const PARKING: Lesson = {
  number: 'BQ-2026-000001',
  text: '员工通勤班车没有停靠点，职工上下班不方便',
  category: '用工社保',
};
const SCALES: Lesson = { number: 'BQ-2026-000002', text: '地磅每年强制检定两次，费用太高', category: '税费' };

describe('what the office has corrected', () => {
  const lessons = learn([PARKING, SCALES]);

  it('decides the category of a like problem, and names the case as the reason', () => {
    const read = classify('职工通勤班车没有停靠点，上下班很不方便，请协调', lessons);
    expect(read).toMatchObject({
      category: '用工社保',
      because: { field: 'category', rule: 'lesson', words: ['BQ-2026-000001'] },
    });
    expect(read.confidence).toBeGreaterThan(0.45);
  });

  it('leaves other problems alone', () => {
    const text = '厂门口公交班车太少';
    expect(classify(text, lessons)).toEqual(classify(text));
  });

  it('yields to a later correction of the same words', () => {
    const later = learn([PARKING, { ...PARKING, number: 'BQ-2026-000009', category: '交通物流' }]);
    expect(classify(PARKING.text, later).category).toBe('交通物流');
  });

  it('never opens what the words call confidential', () => {
    const open = learn([{ number: 'BQ-2026-000003', text: '窗口人员吃拿卡要，故意刁难', category: '行政审批' }]);
    expect(classify('窗口人员吃拿卡要，故意刁难我们', open).category).toBe('营商作风');
  });

  it('recalls nothing for words without any of its pairs', () => {
    expect(lessons.recall('')).toBeNull();
    expect(lessons.recall('123456')).toBeNull();
    expect(learn([]).recall(PARKING.text)).toBeNull();
  });
});
