import { describe, expect, it } from 'vitest';
import type { Found } from '../../src/domain/command.ts';
import { aCommand, after, aSnapshot, buildCase, NUMBER, type Said } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import { shanghai } from '../support/world-factory.ts';

const secret = buildCase({ stop: 'handling', problem: { category: '营商作风', summary: '有人吃拿卡要' } });

/** What a list question is answered when these cases were found. */
function listed(said: Said<'query'>, found: Record<string, Found>, notes: readonly string[] = []): string {
  return tell(null, aCommand('query', { caseId: null, ...said }), { found, notes, now: shanghai('2026-11-30 10:00') })
    .reply;
}

describe('query 进度', () => {
  it('tells status, unit, term and the latest progress, changing nothing', () => {
    const subject = after(buildCase({ stop: 'handling' }), aCommand('progress', { at: '2026-11-25 15:20' }));
    const told = tell(subject, aCommand('query'));
    expect(told.events).toEqual([]);
    expect(told.reply).toBe(
      [
        `${NUMBER} 技改贷款批不下来，设备款月底要付`,
        '目前：办理中，承办单位：市工信局',
        '办理期限：12月1日（周二）',
        '最近进展（11月25日 15:20）：已联系银行',
      ].join('\n'),
    );
  });

  it('of a draft knows neither unit nor term', () => {
    expect(tell(buildCase(), aCommand('query')).reply).toBe(`${NUMBER} 技改贷款批不下来，设备款月底要付\n目前：待确认`);
  });

  it('names the parts that were split off, confidential ones to those alone who may know of them there', () => {
    const part = { ...buildCase({ stop: 'handling' }).snapshot, number: 'BQ-2026-000124' };
    const hidden = { ...secret.snapshot, number: 'BQ-2026-000125' };
    const progress = (said: Said<'query'>) =>
      tell(buildCase({ stop: 'handling' }), aCommand('query', said), { parts: [part, hidden] }).reply;
    expect(progress({})).toContain('\n从本件拆分出的：BQ-2026-000124（办理中）\n');
    expect(progress({ by: 'handler', chat: null })).not.toContain('BQ-2026-000125');
    expect(progress({ chat: null })).toContain('BQ-2026-000124（办理中）、BQ-2026-000125（办理中）');
  });

  it('without a case asks for the number', () => {
    expect(listed({ what: 'progress' }, {})).toMatch(/请带上编号再发一次。\n回复：@帮企通 进度 BQ-/);
  });

  it('of a confidential case is answered 1:1 and in the office’s group, never in another', () => {
    const reply = (said: Said<'query'>) => tell(secret, aCommand('query', said)).reply;
    expect(reply({})).toBe(`${NUMBER} 不便在群里说明，请私聊我查询。`);
    expect(reply({ what: 'basis' })).not.toContain('双创双服办公室');
    expect(reply({ chat: null })).toContain('有人吃拿卡要');
    expect(reply({ by: 'office', chat: 'c-office' })).toContain('有人吃拿卡要');
  });
});

describe('query 进度 in a 1:1 chat while the survey waits', () => {
  const asked = (said: Said<'query'>) => tell(buildCase({ stop: 'surveyed' }), aCommand('query', said)).reply;

  it('brings the enterprise the questions: the nudge in the group sent it here', () => {
    expect(asked({ chat: null })).toMatch(/^回访 BQ-2026-000123：[\s\S]*回复：已解决 按期 满意 BQ-2026-000123$/);
  });

  it('brings nobody else the questions, nor the enterprise in a group', () => {
    expect(asked({})).toContain('目前：已办结待回访');
    expect(asked({ by: 'leader', chat: null })).toContain('目前：已办结待回访');
  });

  it('tells the status again once it is answered', () => {
    expect(tell(buildCase({ stop: 'closed' }), aCommand('query', { chat: null })).reply).toContain('目前：已销号');
  });
});

describe('query 期限依据', () => {
  it('counts each day of both clocks', () => {
    const subject = buildCase({ stop: 'handling', report: { at: '2026-11-24 09:00' } });
    const { reply } = tell(subject, aCommand('query', { what: 'basis' }));
    const days =
      '第1天11月25日（周三）、第2天11月26日（周四）、第3天11月27日（周五）、第4天11月30日（周一）、第5天12月1日（周二）';
    expect(reply.split('\n')).toEqual([
      `${NUMBER} 期限依据`,
      '企业时限：自11月24日 09:05起，5个工作日，受理次日起算，不因转办、重办重新起算，截至12月1日（周二）17:30。',
      `逐日计数：${days}。休息日不计：11月28日（周六）、11月29日（周日）。`,
      '市工信局时限：自11月24日 09:05起，5个工作日，交办次日起算，截至12月1日（周二）17:30。',
      `逐日计数：${days}。休息日不计：11月28日（周六）、11月29日（周日）。`,
    ]);
  });

  it('says when a promise or a ruling set the day', () => {
    const promised = after(buildCase({ stop: 'handling' }), aCommand('commit'));
    const { reply } = tell(promised, aCommand('query', { what: 'basis' }));
    expect(reply).toContain('按承诺或批准的日期，截至11月27日（周五）17:30。');
  });

  it('of a draft says that nothing counts yet', () => {
    const { reply } = tell(buildCase(), aCommand('query', { what: 'basis' }));
    expect(reply).toBe(`${NUMBER} 尚未受理，期限自受理次日起算。`);
  });
});

describe('query 我的问题, 待办, 本周, 逾期', () => {
  it('numbers the lines and says how many more there are', () => {
    const reply = listed(
      { what: 'mine' },
      { mine: { cases: [aSnapshot({ stop: 'handling' }), aSnapshot()], more: 3 } },
    );
    expect(reply.split('\n')).toEqual([
      '贵企业正在办理的问题，共5件：',
      `1. ${NUMBER} 技改贷款批不下来，设备款月底要付（办理中，市工信局，期限12月1日周二，明天到期）`,
      `2. ${NUMBER} 技改贷款批不下来，设备款月底要付（待确认）`,
      '另有3件未列出。',
    ]);
  });

  it('names the enterprise in everybody else’s lists', () => {
    const reply = listed(
      { what: 'todo', by: 'handler' },
      { open: { cases: [aSnapshot({ stop: 'handling' })], more: 0 } },
    );
    expect(reply).toMatch(/^待办，共1件：\n1\. BQ-2026-000123 涿州市盛弘机械有限责任公司：/);
  });

  it.each([
    ['mine', 'reporter', { mine: none() }, '贵企业目前没有正在办理的问题。'],
    ['todo', 'handler', { open: none() }, '目前没有待办问题。'],
    ['week', 'leader', { week: none() }, '本周没有到期的问题。'],
    ['overdue', 'office', { overdue: none() }, '没有超期的问题。'],
    ['todo', 'office', { extensions: none(), phoneCalls: none() }, '办公室目前没有待办事项。'],
  ] as const)('says so when %s finds the %s nothing', (what, by, found, expected) => {
    expect(listed({ what, by }, found)).toBe(expected);
  });

  it('shows the office its sections and what is not a case', () => {
    const found = { extensions: { cases: [aSnapshot({ stop: 'handling' })], more: 0 }, phoneCalls: none() };
    const reply = listed({ what: 'todo', by: 'office', chat: 'c-office' }, found, ['有1个群等待绑定。']);
    expect(reply.split('\n\n')).toEqual([expect.stringMatching(/^待答复的延期申请，共1件：/), '有1个群等待绑定。']);
  });

  it('leaves confidential cases out in a group, and in the office’s group lists them', () => {
    const found = { mine: { cases: [secret.snapshot], more: 0 }, open: none() };
    expect(listed({ what: 'mine' }, found)).not.toContain('吃拿卡要');
    expect(listed({ what: 'mine', chat: null }, found)).toContain('吃拿卡要');
    expect(listed({ what: 'overdue', by: 'office', chat: 'c-office' }, found)).toContain('吃拿卡要');
  });
});

describe('query 帮助 and others', () => {
  it.each([
    ['reporter', '我的问题'],
    ['handler', '申请延期'],
    ['leader', '转给'],
    ['office', '绑定'],
    ['handler', '走访 企业名，X'],
    ['leader', '撤回走访'],
    ['office', '走访记录'],
  ] as const)('tells the %s what they can send', (by, word) => {
    expect(listed({ what: 'help', by }, {})).toContain(word);
  });
});

function none(): Found {
  return { cases: [], more: 0 };
}
