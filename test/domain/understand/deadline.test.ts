import { describe, expect, it } from 'vitest';
import { parseDeadline } from '../../../src/domain/understand/index.ts';
import { statutoryWorkday } from '../../../src/domain/workday.ts';

/** The deadline of a text said on a day at nine in the morning. */
function on(day: string, text: string) {
  return parseDeadline(text, new Date(`${day}T09:00:00+08:00`), statutoryWorkday);
}

describe('parseDeadline', () => {
  it.each([
    ['2026-11-27', '请在三个工作日内协调解决', '2026-12-02'],
    ['2026-09-30', '请在2个工作日内恢复供水', '2026-10-09'],
    ['2026-10-09', '请在1个工作日内答复', '2026-10-10'],
  ])('counts statutory working days, make-up Saturdays included (%s %s)', (day, text, date) => {
    expect(on(day, text)?.date).toBe(date);
  });

  it('keeps the number of days or working days and the words as written', () => {
    expect(on('2026-11-27', '力争１０天内办妥')).toEqual({
      date: '2026-12-07',
      days: 10,
      workdays: null,
      expr: '１０天内',
      kind: 'within',
    });
    expect(on('2026-11-27', '3至5个工作日内退款到位')).toMatchObject({ workdays: 5, date: '2026-12-04' });
  });

  it.each([
    ['本周内给个说法', '2026-11-29'],
    ['下周完成', '2026-12-06'],
    ['下周五前解决', '2026-12-04'],
    ['周三前回复', '2026-12-02'],
    ['周五前答复', '2026-12-04'],
    ['后天办好', '2026-11-29'],
    ['月底前办结', '2026-11-30'],
    ['12月中旬完工', '2026-12-20'],
    ['12月上旬前完工', '2026-12-10'],
    ['一个月内解决', '2026-12-27'],
    ['一个半月内解决', '2027-01-11'],
    ['半年内完成整改', '2027-05-27'],
    ['年底前通车', '2026-12-31'],
    ['明年一季度能解决就行', '2027-03-31'],
    ['元旦前接通', '2026-12-31'],
    ['年前付清', '2027-02-05'],
    ['2027-01-15前办结', '2027-01-15'],
    ['十五号之前', '2026-12-15'],
    ['３月１日前解决', '2027-03-01'],
    ['48小时内恢复供电', '2026-11-29'],
  ])('reads %s as %s', (text, date) => {
    expect(on('2026-11-27', text)?.date).toBe(date);
  });

  it('takes the last day of February where a month has no such date', () => {
    expect(on('2027-01-31', '一个月内解决')?.date).toBe('2027-02-28');
  });

  it.each([
    '我们于2019年3月签订合同，对方至今没有付款，请领导协调一下这个事情好不好',
    '原定9月30日前拨付的补贴现在还没有兑现，请领导帮忙问一问财政局是什么原因',
    '已经拖了三个月了，工人天天来要钱，我们实在没有办法，只能来麻烦各位领导了',
    '我们新车间12月8日要试生产，现在变压器容量还是不够用，请领导帮忙协调供电公司',
    '我们新店计划12月8日开业办庆典，门口道路还在施工进不去车，请领导帮忙协调市政部门',
    '根据《关于12月1日前完成整改的通知》我们已经提交了全部材料，但窗口不肯收，请协调',
  ])('takes no past, promised or quoted time for a deadline: %s', (text) => {
    expect(on('2026-11-27', text)?.date ?? null).toBeNull();
  });

  it('prefers the time of completion to that of a step on the way', () => {
    expect(on('2026-11-27', '下周一先去现场核实，12月20日前全部解决')?.date).toBe('2026-12-20');
  });

  it('shows a wish without a day as said, with no date', () => {
    expect(on('2026-11-27', '希望能尽快拨付')).toEqual({
      date: null,
      days: null,
      workdays: null,
      expr: '尽快',
      kind: 'vague',
    });
  });

  it('takes the day on which something ends for 到期前', () => {
    expect(on('2026-11-27', '保函12.18到期，能不能在到期前办好续保')?.date).toBe('2026-12-18');
  });

  it('counts from the day in Shanghai, not in Greenwich', () => {
    const lateEvening = new Date('2026-11-26T17:30:00Z');
    expect(parseDeadline('明天前解决', lateEvening, statutoryWorkday)?.date).toBe('2026-11-28');
  });
});
