import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/domain/understand/index.ts';

const read = (text: string) =>
  understand({
    text,
    said: new Date('2026-11-24T09:00:00+08:00'),
    speaker: 'subject',
    botName: '帮企通',
    isWorkday: () => true,
    asked: true,
  });

describe('while a survey of the enterprise is open', () => {
  it.each([
    '研发补贴政策去年就申报了，资金至今没有兑现，希望10个工作日内答复',
    '另一家银行的贷款也没有批下来，请帮忙协调',
    '我们厂区的污水管网一直没人管，影响生产，请协调市政部门尽快接通',
  ])('trouble told afresh is a report: %s', (text) => {
    expect(read(text).intent).toBe('report');
  });

  it.each([
    '未解决，钱没到账',
    '没解决，请继续协调',
    '还没到账，请继续帮忙催一催',
    '钱还是没到，问题没有解决，希望尽快',
    '没有',
  ])('that the old trouble goes on is an answer: %s', (text) => {
    const { intent, rating } = read(text);
    expect(intent).toBe('survey');
    expect(rating?.resolved).toBe('no');
  });
});
