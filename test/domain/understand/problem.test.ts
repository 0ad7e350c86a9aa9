import { describe, expect, it } from 'vitest';
import { formatPhone } from '../../../src/domain/understand/index.ts';
import { readingOf } from '../../support/reading-of.ts';

/** The first problem of a report by an enterprise. */
function problemIn(text: string) {
  const reading = readingOf('subject', text);
  expect(reading.intent).toBe('report');
  return reading.problems[0];
}

describe('problems', () => {
  it('reads enterprise, category, deadline, contact and phone of a report', () => {
    expect(
      problemIn('盛弘机械反映：流动资金紧张，请在10个工作日内协调续贷300万元。联系人李伟，电话139 1234 5678'),
    ).toMatchObject({
      enterprise: '盛弘机械',
      summary: '流动资金紧张，请在10个工作日内协调续贷300万元',
      category: '资金保障',
      deadline: { date: '2026-12-11', workdays: 10 },
      contact: '李伟',
      phone: '13912345678',
      urgency: 'normal',
    });
  });

  it('reads a filled-in form', () => {
    const form =
      '企业名称：涞水县宏达面粉厂\n问题描述：污水管网堵塞\n办结时间：12月10日前\n联系人：孙 晓\n电话：０３１２－４５６７８９０';
    expect(problemIn(form)).toMatchObject({
      enterprise: '涞水县宏达面粉厂',
      text: '污水管网堵塞',
      deadline: { date: '2026-12-10', expr: '12月10日前' },
      contact: '孙晓',
      phone: '03124567890',
    });
  });

  it.each([
    ['一是缺流动资金；二是门口道路坑洼，货车难进；三是招不到焊工', ['资金保障', '交通物流', '用工社保']],
    ['1、变压器容量不够 2、对方拖欠货款85万元', ['要素保障', '账款拖欠']],
    ['银行贷款批不下来。另外，厂房的不动产证办了半年还没下来', ['资金保障', '用地规划']],
  ])('makes a problem of each point of %s', (text, categories) => {
    expect(readingOf('subject', text).problems.map((problem) => problem.category)).toEqual(categories);
  });

  it('leaves one problem told in several sentences whole', () => {
    expect(readingOf('subject', '我厂申请增容。供电所说线路不够，还要等三个月，请协调').problems).toHaveLength(1);
  });

  it.each([
    ['投诉博野县恒大建筑工程有限公司拖欠我们货款', null],
    ['投诉博野县恒大建筑工程有限公司夜里施工，噪音很大', null],
    ['与定兴县四通商贸有限公司签订合同后对方一直不付款，请领导协调', null],
    ['我们是曲阳县石雕艺术有限公司，厂区经常停电', '曲阳县石雕艺术有限公司'],
    ['厂区经常停电，影响生产。望领导协调。蠡县兴旺皮革', '蠡县兴旺皮革'],
    ['我公司被停电三天了', null],
  ])('names the reporting enterprise, not the party complained of: %s', (text, enterprise) => {
    expect(problemIn(text)?.enterprise).toBe(enterprise);
  });

  it.each([
    ['请协调停电问题，电话+86 138-0013-8000', '13800138000'],
    ['请协调停电问题，座机(0312)5901234转12', '03125901234-12'],
    ['发票号12345678和身份证130602198801011234都交了，窗口还是不给办', null],
    ['对方欠款13800138000元一直不付', null],
  ])('finds the phone number in %s', (text, phone) => {
    expect(problemIn(text)?.phone).toBe(phone);
  });

  it('writes a phone number with area code and extension set off', () => {
    expect(formatPhone('03125901234-12')).toBe('0312-5901234转12');
    expect(formatPhone('01062345678')).toBe('010-62345678');
    expect(formatPhone('13800138000')).toBe('13800138000');
  });

  it('hears urgency and patience', () => {
    expect(problemIn('供水中断，我厂已经停产，请立即协调')?.urgency).toBe('high');
    expect(problemIn('厂区路灯坏了两盏，不急，方便的时候修一下')?.urgency).toBe('low');
  });

  it('keeps a summary to one line of sixty characters', () => {
    const summary = problemIn(`我厂反映${'园区道路坑洼不平车辆难以通行'.repeat(12)}`)?.summary ?? '';
    expect([...summary].length).toBeLessThanOrEqual(60);
    expect(summary).not.toContain('\n');
  });
});

describe('messages that report nothing', () => {
  it.each(['', '@帮企通', '👍'.repeat(2048), '[图片]', '谢谢领导', '专业代办资质，加微信', '暂无问题', '早上好'])(
    'reads %s as small talk',
    (text) => {
      expect(readingOf('subject', text)).toMatchObject({ intent: 'chitchat', problems: [] });
    },
  );

  it.each(['请问高企认定需要哪些材料？', '我们公司能否申请贷款贴息，条件是什么？'])(
    'reads %s as a question',
    (text) => {
      expect(readingOf('subject', text)).toMatchObject({ intent: 'query', problems: [] });
    },
  );

  it('takes a report on behalf of an enterprise from a leader', () => {
    expect(readingOf('leader', '代 盛弘机械 报：变压器容量不够，请协调')).toMatchObject({
      intent: 'report',
      problems: [{ enterprise: '盛弘机械', summary: '变压器容量不够，请协调' }],
    });
  });
});
