import { describe, expect, it } from 'vitest';
import { aCommand, aProblem, NUMBER } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';

describe('report', () => {
  it('makes a draft and tells nobody yet', () => {
    const told = tell(null, aCommand('report'));
    expect(told).toMatchObject({ events: ['drafted'], notices: [] });
    expect(told.snapshot).toMatchObject({
      number: NUMBER,
      status: 'draft',
      confidential: false,
      reporter: { person: 'wwSUPPLIER/wangqiang', chat: 'c-shenghong' },
      wished: { day: '2026-11-29', expr: '5天内' },
    });
  });

  it('shows what was understood, who will handle it by when, and the words to correct it', () => {
    expect(tell(null, aCommand('report')).reply).toBe(
      [
        `您反映的问题已记下，编号 ${NUMBER}。`,
        '企业：涿州市盛弘机械有限责任公司',
        '问题：技改贷款批不下来，设备款月底要付',
        '类别：资金保障',
        '您希望的期限：5天内，即11月29日（周日）',
        '受理后将由市工信局办理，预计12月1日（周二）前办结。',
        '10分钟内没有更正，就按此受理。',
        `回复：@帮企通 确认 ${NUMBER} 或 @帮企通 改类别 X ${NUMBER} 或 @帮企通 改期限 X ${NUMBER} 或 @帮企通 撤回 ${NUMBER}`,
      ].join('\n'),
    );
  });

  it('leaves the bot’s name out of the reply words in a 1:1 chat', () => {
    const { reply } = tell(null, aCommand('report', { chat: null }));
    expect(reply).toContain(`回复：确认 ${NUMBER} 或 `);
  });

  it('says nothing of a term that nobody wished for', () => {
    const told = tell(null, aCommand('report', { problem: aProblem({ deadline: null }) }));
    expect(told.snapshot?.wished).toBeNull();
    expect(told.reply).not.toContain('希望');
  });

  it('says that the office names the unit where the enterprise has none', () => {
    const subject = { id: 's-lone', name: '高碑店市孤鸿食品有限公司' };
    const { reply } = tell(null, aCommand('report', { by: 'loneReporter', subject }));
    expect(reply).toContain('贵企业还没有登记责任部门，办公室明确后即受理。');
  });

  it('repeats nothing of a confidential problem in a group', () => {
    const problem = aProblem({ category: '营商作风', summary: '有人吃拿卡要', contact: '王强' });
    const told = tell(null, aCommand('report', { problem }));
    expect(told.snapshot?.confidential).toBe(true);
    expect(told.reply).toContain(NUMBER);
    expect(told.reply).not.toMatch(/吃拿卡要|营商作风|盛弘/);
  });

  it('shows a confidential problem to its reporter in a 1:1 chat', () => {
    const problem = aProblem({ category: '营商作风', summary: '有人吃拿卡要' });
    const { reply } = tell(null, aCommand('report', { problem, chat: null }));
    expect(reply).toMatch(/问题：有人吃拿卡要[\s\S]*将由市双创双服办公室办理/);
  });

  it('makes pasted markup harmless in the receipt and keeps it in the case', () => {
    const summary = '看<@zhangming>和[这里](http://x)';
    const told = tell(null, aCommand('report', { problem: aProblem({ summary }) }));
    expect(told.reply).toContain('问题：看＜@zhangming＞和[这里] (http://x)');
    expect(told.snapshot?.summary).toBe(summary);
  });
});
