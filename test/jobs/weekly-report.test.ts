import { describe, expect, it } from 'vitest';
import { percentText } from '../../config/texts/weekly.ts';
import { decideWeekly } from '../../jobs/weekly-report.ts';
import type { Snapshot } from '../../src/domain/case.ts';
import { weeklyFigures } from '../../src/domain/figures.ts';
import { numberOf, aWeekCase, type WeekCase, weekCases } from '../support/week-case.ts';
import { aChat, aRosterWith, aWorld, shanghai } from '../support/world-factory.ts';

const reportOf = (cases: Iterable<Snapshot>, v: { until?: string; world?: ReturnType<typeof aWorld> } = {}) => {
  const { until = '2026-11-27 16:00', world = aWorld() } = v;
  const figures = weeklyFigures(cases, { week: '2026-W48', until: shanghai(until), calendar: world.calendar });
  return decideWeekly({ id: 'weekly/2026-W48/1', issueNo: 7, figures, world });
};

const textOf = (cases: readonly WeekCase[]) => reportOf(cases.map((v, i) => aWeekCase({ n: i + 1, ...v }))).text;

const resolved = '2026-11-25 10:00';
const loan: WeekCase = { subject: '甲有限责任公司', summary: '续贷审批慢', resolved };
const permit: WeekCase = { subject: '乙有限责任公司', summary: '社保补缴', category: '行政审批', resolved };

const answer = (truly: 'yes' | 'no', score: 1 | 4): WeekCase => ({
  ...loan,
  answered: { at: '2026-11-26 10:00', resolved: truly, score },
});

/** As in the seed's issue 7: 21 solved, 13 of 资金保障 and 8 of 行政审批. */
const SEED = [
  ...weekCases(13, { n: 1, ...loan }),
  ...weekCases(7, { n: 14, ...permit }),
  aWeekCase({ n: 21, ...permit, subject: '丙有限责任公司' }),
];

describe('the weekly report’s text', () => {
  it('names the issue, the week, the cut and the publisher', () => {
    expect(reportOf([]).text.split('\n').slice(0, 3)).toEqual([
      '《企业、项目问题解决周报》第7期',
      '2026年第48周，11月23日至11月29日，截至11月27日（周五）16:00',
      '编发：市双创双服办公室',
    ]);
  });

  it('tells what was solved in the seed’s kind of sentence', () => {
    expect(reportOf(SEED).text).toContain(
      '本周解决问题21件，其中甲有限责任公司等提出的“续贷审批慢”（BQ-2026-000001）等13件资金保障方面的问题、' +
        '乙有限责任公司、丙有限责任公司提出的“社保补缴”（BQ-2026-000014）等8件行政审批方面的问题在限定期限内得到解决。',
    );
  });

  it('names two enterprises of a category and hints at the others', () => {
    const text = textOf(['甲公司', '乙公司', '丙公司'].map((subject) => ({ ...loan, subject })));
    expect(text).toContain(
      '其中甲公司、乙公司等企业（项目）提出的“续贷审批慢”（BQ-2026-000001）等3件资金保障方面的问题',
    );
  });

  it('says how many were solved too late', () => {
    const late = { ...loan, accepted: '2026-11-09 09:00' };
    expect(textOf([loan, late])).toContain('得到解决；在限定期限内解决1件，超期解决1件。');
  });

  it('lists the overdue and the near ones with unit, due day and nearness', () => {
    const text = textOf([
      { accepted: '2026-11-17 09:00' },
      { accepted: '2026-11-20 09:00' },
      { granted: '2026-12-01', unit: '市人社局' },
    ]);
    expect(text).toContain('已超期1件：\n1. BQ-2026-000001 ');
    expect(text).toContain('（市工信局，期限11月24日周二，已超期3个工作日）');
    expect(text).toContain('12月6日（周日）前到期2件：\n1. BQ-2026-000002 ');
    expect(text).toContain('（市工信局，期限11月27日周五，今天到期）');
    expect(text).toContain('（市人社局，期限12月1日周二，还剩2个工作日）');
  });

  it('tells the numbers of the call-backs', () => {
    expect(textOf([answer('yes', 4), answer('no', 1)])).toContain(
      '本周收到回访答复2件，其中评价基本满意及以上1件。经回访未真正解决、退回重新办理1件。',
    );
  });

  it('tells apart what came after the last report’s cut', () => {
    expect(textOf([{ accepted: '2026-11-21 09:00' }])).toContain('另有上期截止后至上周日新提交1件，不计入以上本周数。');
  });

  it('reads well in a quiet week', () => {
    expect(reportOf([]).text.split('\n\n').slice(1)).toEqual([
      '一、总体情况\n本周无新提交问题，无办结问题。目前无在办问题。',
      '二、新提交问题\n本周无新提交问题。',
      '三、临期和超期问题\n无临期和超期问题。',
      '四、解决情况\n本周无办结问题。',
      '五、回访情况\n本周无回访答复。',
    ]);
  });

  it('counts a confidential case without a word that would tell of it', () => {
    const secret: WeekCase = { category: '营商作风', subject: '丁有限责任公司', summary: '窗口人员索要好处' };
    const text = textOf([loan, { ...secret, resolved }, { ...secret, accepted: '2026-11-09 09:00' }]);
    expect(text).toContain('本周新提交问题2件，其中资金保障1件、其余1件');
    expect(text).toContain('资金保障方面的问题“续贷审批慢”（BQ-2026-000001）、其余1件问题在限定期限内得到解决');
    expect(text).toContain('已超期1件。');
    expect(text).not.toMatch(/营商作风|丁有限|索要|BQ-2026-00000[23]/u);
  });

  it('keeps within a message of 4096 bytes, naming fewer the longer the names', () => {
    const long = { subject: '某某'.repeat(40), summary: '很长的情况说明'.repeat(40), unit: '某某管理委员会'.repeat(5) };
    const { text } = reportOf([
      ...weekCases(20, { n: 1, ...long, resolved }),
      ...weekCases(20, { n: 30, ...long }),
      ...weekCases(20, { n: 60, ...long, accepted: '2026-11-09 09:00' }),
    ]);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4096);
    expect(text).toContain('已超期20件：\n1. BQ-2026-000060 ');
    expect(text).toContain('五、回访情况\n本周无回访答复。');
  });

  it('names five of a list and says how many are left out', () => {
    expect(reportOf(weekCases(8, { n: 1 })).text).toContain(
      `5. ${numberOf(5)} 涿州市盛弘机械有限责任公司：技改贷款批不下来，设备款月底要付（市工信局）\n另有3件未列出。`,
    );
  });

  it('is written with Chinese punctuation and without a trace of missing values', () => {
    const { text } = reportOf([
      ...SEED,
      ...weekCases(2, { n: 40, unit: null }),
      aWeekCase({ n: 50, accepted: '2026-11-09 09:00' }),
    ]);
    expect(text).not.toMatch(/\p{Script=Han}[,:;()]/u);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/u);
    expect(text).toContain('待明确责任部门');
  });
});

describe('percentText', () => {
  it('is rounded to a tenth, and whole only when it is', () => {
    expect([1, 0.875, 2 / 3, 0, 0.9999, 0.0001].map(percentText)).toEqual([
      '100%',
      '87.5%',
      '66.7%',
      '0%',
      '99.9%',
      '0.1%',
    ]);
  });
});

describe('decideWeekly', () => {
  it('freezes the numbers and the issue', () => {
    expect(reportOf(SEED)).toMatchObject({
      issueNo: 7,
      numbers: { period: '2026-W48', submitted: 21, resolved: 21, inWeekRate: 1, inTermRate: 1 },
    });
  });

  it('tells each leader’s chat and the office, in work hours, once a week', () => {
    const told = reportOf([]).notices.filter(({ about }) => about.kind === 'report');
    expect(told).toEqual([
      {
        key: 'report/weekly/2026-W48/1/leader.CORP/zhangming',
        to: { kind: 'leader', of: 'CORP/zhangming' },
        class: 'workHours',
        number: null,
        about: { kind: 'report', report: 'weekly/2026-W48/1' },
      },
      {
        key: 'report/weekly/2026-W48/1/office',
        to: { kind: 'office' },
        class: 'workHours',
        number: null,
        about: { kind: 'report', report: 'weekly/2026-W48/1' },
      },
    ]);
  });

  it('tells the office besides what the register still lacks', () => {
    const lacking = reportOf([]).notices.filter(({ key }) => key.startsWith('pairing/'));
    expect(lacking).toMatchObject([{ to: { kind: 'office' }, class: 'workHours', about: { kind: 'text' } }]);
    expect(lacking[0]?.about).toMatchObject({ text: expect.stringContaining('包联') });
  });

  it('tells a leader with two chats once', () => {
    const second = aChat({ id: 'c-leader-2', name: '张明副市长二群', purpose: 'leader', of: 'CORP/zhangming' });
    const other = aChat({ id: 'c-leader-3', name: '刘洋副市长群', purpose: 'leader', of: 'CORP/liuyang' });
    const { notices } = reportOf([], { world: aWorld({ roster: aRosterWith({ chats: [second, other] }) }) });
    const told = notices.filter(({ about }) => about.kind === 'report');
    expect(told.map((notice) => notice.key)).toEqual([
      'report/weekly/2026-W48/1/leader.CORP/zhangming',
      'report/weekly/2026-W48/1/leader.CORP/liuyang',
      'report/weekly/2026-W48/1/office',
    ]);
  });
});
