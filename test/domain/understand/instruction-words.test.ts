import { describe, expect, it } from 'vitest';
import { readingOf } from '../../support/reading-of.ts';

const wordOf = (text: string, quote?: string) => readingOf('office', text, quote ? { quote } : {}).word;

describe('the words of 提醒函 and 调度会决定', () => {
  it.each([
    ['提醒函 市税务局，因为 本月3件逾期', '市税务局', '本月3件逾期', undefined],
    ['给市税务局发提醒函，因为本月3件逾期', '市税务局', '本月3件逾期', undefined],
    ['提醒函：市税务局，本月3件逾期，请12月1日前回复', '市税务局', '本月3件逾期，请12月1日前回复', '2026-12-01'],
    ['提醒函，因为本月3件逾期', null, '本月3件逾期', undefined],
    ['提醒函 市税务局', '市税务局', null, undefined],
  ])('reads %s', (text, unitName, reason, day) => {
    const word = wordOf(text);
    expect(word).toMatchObject({ type: 'letter', unitName, reason });
    expect(word?.type === 'letter' ? word.deadline?.date : null).toBe(day);
  });

  it('reads a decision on a case with its day', () => {
    const reading = readingOf('office', '调度会决定 BQ-2026-000123：市住建局12月5日前完成验收');
    expect(reading.numbers).toEqual(['BQ-2026-000123']);
    expect(reading.word).toMatchObject({
      type: 'decision',
      text: '市住建局12月5日前完成验收',
      deadline: { date: '2026-12-05' },
    });
  });

  it.each([
    ['收到 TX-2026-000001', { type: 'receive', instruction: 'TX-2026-000001' }],
    ['TX-2026-000001 已收到', { type: 'receive', instruction: 'TX-2026-000001' }],
    ['落实 ZS-2026-000002，验收已通过', { type: 'fulfil', instruction: 'ZS-2026-000002', text: '验收已通过' }],
    ['已完成验收 zs-2026-000002', { type: 'fulfil', instruction: 'ZS-2026-000002', text: '已完成验收' }],
    ['回复，已逐件约谈 TX-2026-000001', { type: 'fulfil', instruction: 'TX-2026-000001', text: '已逐件约谈' }],
  ])('reads %s', (text, word) => {
    expect(readingOf('unit', text).word).toEqual(word);
  });

  it.each([
    ['撤销 TX-2026-000001，因为发错单位', '发错单位'],
    ['TX-2026-000001 撤销，发错单位', '发错单位'],
    ['撤回提醒函 TX-2026-000001，因为已当面答复', '已当面答复'],
    ['作废 zs-2026-000001', null],
  ])('reads %s as its withdrawal', (text, reason) => {
    expect(wordOf(text)).toMatchObject({ type: 'withdrawInstruction', reason });
  });

  it.each([
    ['改期限 12月5日 TX-2026-000001', '2026-12-05'],
    ['改期限 TX-2026-000001 到12月5日', '2026-12-05'],
    ['ZS-2026-000001 延期到12月5日', '2026-12-05'],
    ['把 ZS-2026-000001 的期限改为12月5日', '2026-12-05'],
    ['ZS-2026-000001 期限改到下周五', '2026-12-04'],
    ['改期限 TX-2026-000001', null],
  ])('reads %s as another day for it', (text, day) => {
    const word = wordOf(text);
    expect(word?.type).toBe('redateInstruction');
    expect(word?.type === 'redateInstruction' ? (word.deadline?.date ?? null) : null).toBe(day);
  });

  it('takes the office’s word to a quoted document for it, a unit’s for the cases that it lists', () => {
    const quote = '【提醒函】TX-2026-000001\n目前在办1件：1. BQ-2026-000123 技改贷款';
    expect(wordOf('撤销，发错单位', quote)).toMatchObject({ type: 'withdrawInstruction', reason: '发错单位' });
    expect(readingOf('unit', '申请延期到12月5日，因为银行还在审批', { quote }).reply?.action).toBe('defer');
    expect(readingOf('unit', '撤销 TX-2026-000001').word).toMatchObject({ type: 'withdrawInstruction' });
  });

  it('takes 收到 to a quoted document for its receipt, and 收到 with a case number for the case’s', () => {
    const quote = '【提醒函】TX-2026-000001\n目前在办1件：1. BQ-2026-000123 技改贷款';
    expect(wordOf('收到', quote)).toEqual({ type: 'receive', instruction: 'TX-2026-000001' });
    expect(wordOf('收到 BQ-2026-000124', quote)).toBeNull();
  });

  it.each([
    ['提醒函', 'letters'],
    ['提醒函清单', 'letters'],
    ['督办单', 'orders'],
    ['督办单签收情况', 'orders'],
    ['调度会', 'meeting'],
    ['调度会议题', 'meeting'],
    ['调度会落实', 'decisions'],
    ['调度会决定落实情况', 'decisions'],
  ])('takes %s for a question', (text, what) => {
    expect(wordOf(text)).toEqual({ type: 'query', what });
  });

  it.each(['收到 DB-2026-000123-1', '收到督办 BQ-2026-000123'])('takes %s for the receipt of a 督办单', (text) => {
    expect(readingOf('unit', text)).toMatchObject({ numbers: ['BQ-2026-000123'], reply: { action: 'accept' } });
  });

  it('leaves an enterprise’s words alone', () => {
    expect(readingOf('subject', '收到 TX-2026-000001').word).toBeNull();
    expect(readingOf('subject', '提醒函 收到了，款还没付').word).toBeNull();
  });
});
