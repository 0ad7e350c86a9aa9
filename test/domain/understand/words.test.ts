import { describe, expect, it } from 'vitest';
import { readingOf } from '../../support/reading-of.ts';

const NUMBER = 'BQ-2026-000123';

describe('words of command', () => {
  it.each(['确认', '确认无误', '信息无误，确认', '没错'])('takes %s from a reporter for a confirmation', (text) => {
    expect(readingOf('subject', text)).toMatchObject({ intent: 'reply', word: { type: 'confirm' } });
  });

  it('takes a nod for a confirmation without making talk of it a reply', () => {
    expect(readingOf('subject', '好的')).toMatchObject({ intent: 'chitchat', word: { type: 'confirm' } });
  });

  it.each([
    ['撤回', { type: 'withdraw' }],
    ['改类别 资金保障', { type: 'correctCategory', category: '资金保障', said: '资金保障' }],
    ['类别不对，应该是招标', { type: 'correctCategory', category: '招投标', said: '招标' }],
    ['补充：还有两台设备也停了', { type: 'supplement', text: '还有两台设备也停了' }],
    ['催办', { type: 'urge' }],
    ['麻烦再催一下', { type: 'urge' }],
    ['进度', { type: 'query', what: 'progress' }],
    ['办结了吗', { type: 'query', what: 'progress' }],
    ['我的问题', { type: 'query', what: 'mine' }],
    ['期限依据', { type: 'query', what: 'basis' }],
    ['帮助', { type: 'query', what: 'help' }],
  ])('reads %s', (text, word) => {
    expect(readingOf('subject', text).word).toEqual(word);
  });

  it('reads the day of a corrected deadline', () => {
    const { word } = readingOf('subject', '改期限 12月10日');
    expect(word).toMatchObject({ type: 'correctDeadline', deadline: { date: '2026-12-10' }, said: '12月10日' });
  });

  it.each([
    ['同意延期', { type: 'ruleExtension', granted: true, reason: null }],
    ['不同意延期，原期限不变', { type: 'ruleExtension', granted: false, reason: '原期限不变' }],
    ['同意退回', { type: 'ruleReturn', granted: true, reason: null, unitName: null }],
    ['不同意退回，因为属你局职责', { type: 'ruleReturn', granted: false, reason: '属你局职责', unitName: null }],
    ['绑定 8k3f 市工信局', { type: 'bind', code: '8K3F', name: '市工信局' }],
    ['待办', { type: 'query', what: 'todo' }],
    ['本周', { type: 'query', what: 'week' }],
    ['逾期', { type: 'query', what: 'overdue' }],
  ])('reads %s from the office', (text, word) => {
    expect(readingOf('office', text).word).toEqual(word);
  });

  it('hears no ruling from an enterprise', () => {
    expect(readingOf('subject', '同意延期').word?.type).not.toBe('ruleExtension');
  });

  it.each([
    `@帮企通 进度 ${NUMBER}`,
    `进度${NUMBER}@帮企通`,
    `${NUMBER}　进度`,
    '＠帮企通\u2005ＢＱ－２０２６－０００１２３进度',
    `@帮企通\u00A0@帮企通\u3000【${NUMBER}】进度`,
  ])('finds word and case number in any place and width: %s', (text) => {
    const reading = readingOf('subject', text);
    expect(reading).toMatchObject({ word: { type: 'query', what: 'progress' }, numbers: [NUMBER], text: '进度' });
  });

  it('counts the numbers of a quoted message after those of the text', () => {
    const reading = readingOf('unit', '收到 BQ-2026-000007', { quote: `${NUMBER} 已交办 BQ-2026-000007` });
    expect(reading.numbers).toEqual(['BQ-2026-000007', NUMBER]);
  });
});
