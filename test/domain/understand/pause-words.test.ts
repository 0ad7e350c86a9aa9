import { describe, expect, it } from 'vitest';
import { readingOf } from '../../support/reading-of.ts';

describe('words of 暂停', () => {
  it.each([
    ['申请暂停到12月4日，因为等省厅批复', '2026-12-04', '等省厅批复'],
    ['暂停到12月4日，等省厅批复', '2026-12-04', '等省厅批复'],
    ['暂停办理至12月4日，由于企业资料在外地', '2026-12-04', '企业资料在外地'],
    ['申请暂停', undefined, null],
  ])('reads %s', (text, date, reason) => {
    const { word } = readingOf('unit', text);
    expect(word).toMatchObject({ type: 'pause', reason });
    expect(word?.type === 'pause' ? word.deadline?.date : null).toBe(date);
  });

  it.each([
    ['同意暂停', { granted: true, reason: null }],
    ['不同意暂停，因为可以先办', { granted: false, reason: '可以先办' }],
  ])('reads %s from the office', (text, words) => {
    expect(readingOf('office', text).word).toEqual({ type: 'rulePause', ...words });
  });

  it.each(['恢复办理', '解除暂停', '取消暂停', '恢复办理，省厅已批复'])('reads %s as the end of a pause', (text) => {
    expect(readingOf('unit', text).word).toEqual({ type: 'resumeWork' });
  });

  it('keeps 恢复 for taking back one’s own last word', () => {
    expect(readingOf('office', '恢复').word).toEqual({ type: 'undo' });
  });

  it.each(['供水站已暂停供水，正在抢修', '暂停施工的通知已撤销', '已恢复供电'])(
    'hears none in an answer: %s',
    (text) => {
      expect(readingOf('unit', text).word).toBeNull();
    },
  );

  it.each(['园区暂停供电，厂里停产了', '补贴暂停发放三个月了，请协调'])('leaves a report a report: %s', (text) => {
    expect(readingOf('subject', text)).toMatchObject({ intent: 'report', word: null });
  });
});
