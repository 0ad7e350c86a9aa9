import { describe, expect, it } from 'vitest';
import { readingOf } from '../../support/reading-of.ts';

describe('answers to the survey', () => {
  it.each([
    ['已解决 按期 非常满意', { resolved: 'yes', onTime: 'yes', score: 5, label: '非常满意' }],
    ['满意，超期了，但已解决', { resolved: 'yes', onTime: 'no', score: 4 }],
    ['1是 2是 3满意', { resolved: 'yes', onTime: 'yes', score: 4 }],
    ['1、部分解决 2、说不清 3、基本满意', { resolved: 'partly', onTime: 'unsure', score: 3 }],
    ['1.否2.否3.非常不满意', { resolved: 'no', onTime: 'no', score: 1 }],
    ['没解决，不满意', { resolved: 'no', score: 2 }],
    ['不是很满意', { resolved: null, score: 2 }],
    ['十分满意', { score: 5 }],
    ['打三分', { score: 3 }],
    ['10分', { score: 5 }],
    ['B', { score: 4 }],
    ['问题没有完全解决', { resolved: 'partly', score: null }],
  ])('reads %s', (text, rating) => {
    expect(readingOf('subject', text)).toMatchObject({ intent: 'survey', rating });
  });

  it('takes bare answers only while the survey is open', () => {
    expect(readingOf('subject', '还没到账', { asked: true })).toMatchObject({
      intent: 'survey',
      rating: { resolved: 'no' },
    });
    expect(readingOf('subject', '是的', { asked: true })).toMatchObject({
      intent: 'survey',
      rating: { resolved: 'yes' },
    });
    expect(readingOf('subject', '5', { asked: true }).rating?.score).toBe(5);
    expect(readingOf('subject', '5').rating).toBeNull();
  });

  it('hears a new problem behind thanks for an old one', () => {
    const reading = readingOf('subject', '用水的问题解决了，谢谢！但现在又有个新问题，门口路灯全坏了');
    expect(reading).toMatchObject({ intent: 'report', problems: [{ text: '门口路灯全坏了' }] });
  });
});
