import { describe, expect, it } from 'vitest';
import { type Lists, WHOLE_CITY } from '../../../src/domain/lists/lists.ts';
import { after, aCommand, buildCase } from '../../support/case-factory.ts';
import { listsOf } from './told.ts';

const PRIVATE = { problem: { category: '营商作风' } } as const;

/** Every word of the lists. */
const wordsOf = (lists: Lists): string => JSON.stringify([lists.problems, lists.solutions]);

const firstOf = (lists: Lists) => ({ problem: lists.problems[0], solution: lists.solutions[0] });

describe('《问题清单》', () => {
  it('says of a case in hand what was reported, by whom, and who answers for it', () => {
    expect(firstOf(listsOf([buildCase({ stop: 'handling' })])).problem).toEqual({
      number: 'BQ-2026-000123',
      subject: '涿州市盛弘机械有限责任公司',
      list: '重点工业企业',
      county: '涿州市',
      leader: '张明',
      unit: '市工信局',
      taskForce: '孙磊',
      contact: '王强 138****1111',
      text: '我们的技改贷款批不下来，设备款月底要付，希望5天内有答复',
      category: '资金保障',
      wish: '希望2026年11月29日前解决（5天内）',
      channel: '企业微信群',
      acceptedAt: new Date('2026-11-24T09:05:00+08:00'),
      grade: '一般',
      main: '市工信局',
      support: '',
      due: '2026-12-01',
      status: '办理中',
      remark: '本期新增',
    });
  });

  it('names what was in hand in the period, and the rest only where it counts', () => {
    const early = { n: 1, accepted: '2026-11-18 09:00', resolved: '2026-11-20 10:00' };
    const cases = [{ n: 3 }, early, { n: 2, accepted: '2026-11-19 09:00' }];
    const { problems, solutions } = listsOf(cases);
    expect(problems.map(({ number, remark }) => [number, remark])).toEqual([
      ['BQ-2026-000002', '上期结转'],
      ['BQ-2026-000003', '本期新增'],
    ]);
    expect(solutions.map(({ number }) => number)).toEqual(['BQ-2026-000001', 'BQ-2026-000002', 'BQ-2026-000003']);
  });

  it('tells how a case stood at the end, whatever came later', () => {
    const closed = buildCase({ stop: 'closed' });
    const statusAt = (until?: string) => listsOf([closed], until ? { until } : {}).problems[0]?.status;
    expect(['2026-11-24 09:30', '2026-11-25 12:00', '2026-11-26 12:00', undefined].map(statusAt)).toEqual([
      '已交办',
      '办理中',
      '已办结待回访',
      '已销号',
    ]);
  });

  it('shows no phone number, wherever it was written', () => {
    const told = buildCase({
      stop: 'handling',
      problem: { text: '贷款批不下来，请打13800001111', summary: '贷款，13900002222', contact: '王强13700003333' },
      further: [
        aCommand('progress', { at: '2026-11-25 09:00', text: '已联系13600004444' }),
        aCommand('resolve', { at: '2026-11-26 09:00', text: '办妥，问13500005555' }),
      ],
    });
    const lists = listsOf([told]);
    expect(lists.problems).toHaveLength(1);
    expect(wordsOf(lists)).not.toMatch(/1[3-9]\d{9}/);
  });
});

describe('《问题解决情况清单》', () => {
  const solutionOf = (...args: Parameters<typeof listsOf>) => firstOf(listsOf(...args)).solution;

  it('says of a closed case what was done, and what the enterprise thinks of it', () => {
    expect(solutionOf([buildCase({ stop: 'closed' })])).toMatchObject({
      main: '市工信局',
      measures: '资金昨天到账',
      closedAt: new Date('2026-11-26T10:00:00+08:00'),
      inTerm: '按期',
      outcome: '已解决',
      confirmed: '已确认解决',
      satisfaction: '满意',
      writtenOffAt: new Date('2026-11-27T10:00:00+08:00'),
      next: '',
      watch: '',
    });
  });

  it('waits for the answer where there is none', () => {
    const waits = { outcome: '已解决', satisfaction: '', writtenOffAt: null };
    expect(solutionOf([buildCase({ stop: 'resolved' })])).toMatchObject({ ...waits, confirmed: '待回访' });
    expect(solutionOf([buildCase({ stop: 'surveyed' })])).toMatchObject({ ...waits, confirmed: '待答复' });
  });

  it('shows what proves the answer, with telephones masked', () => {
    const text = '贷款500万元11月25日到账，联系人李华13800003331';
    const proven = buildCase({ stop: 'handling', further: [aCommand('resolve', { text, at: '2026-11-26 10:00' })] });
    expect(solutionOf([proven])?.evidence).toBe('贷款500万元11月25日到账，联系人李华138****3331');
    expect(solutionOf([buildCase({ stop: 'resolved' })])?.evidence).toBe('');
  });

  it('says what holds up a case that is open again', () => {
    expect(solutionOf([buildCase({ stop: 'reopened' })])).toMatchObject({
      measures: '资金昨天到账',
      closedAt: null,
      inTerm: '',
      outcome: '未解决',
      confirmed: '反映未解决',
      next: '需继续办理，2026年12月4日前办结。',
    });
  });

  it('counts the days of delay by the calendar', () => {
    expect(solutionOf([{ accepted: '2026-11-16 09:00' }])).toMatchObject({
      inTerm: '已超期',
      watch: '红（超期）',
      next: '已超期4个工作日，请尽快办结。',
    });
  });

  it('warns a working day ahead', () => {
    const dueTuesday = { accepted: '2026-11-24 09:00' };
    expect(solutionOf([dueTuesday], { until: '2026-11-27 16:00' })?.watch).toBe('');
    expect(solutionOf([dueTuesday], { period: '2026-W49', until: '2026-11-30 09:00' })?.watch).toBe('黄（临期）');
  });

  it('gives 挂账 with its review day, and neither due nor overdue', () => {
    const suspended = after(buildCase({ stop: 'handling' }), aCommand('suspend', { at: '2026-11-25 09:00' }));
    const { solutions, summary } = listsOf([suspended], { period: '2026-12' });
    expect(solutions[0]).toMatchObject({
      inTerm: '',
      watch: '',
      next: '挂账，2027年3月31日复核。原因：等省里下达指标。',
    });
    expect(summary.unit.at(-1)?.counts).toMatchObject({ open: 1, suspended: 1, overdue: 0 });
  });

  it('gives the reason of a case that ended otherwise', () => {
    const declined = after(buildCase({ stop: 'handling' }), aCommand('decline', { at: '2026-11-25 09:00' }));
    const { solutions, summary } = listsOf([declined]);
    expect(solutions[0]).toMatchObject({ outcome: '不予受理', next: '不予受理：已进入诉讼程序。' });
    expect(summary.unit.at(-1)?.counts).toMatchObject({ fresh: 1, ended: 1, open: 0, expected: 0 });
  });
});

describe('a confidential case', () => {
  it('is named nowhere, and counts in a row that says nothing of its kind', () => {
    const lists = listsOf([buildCase({ stop: 'handling', ...PRIVATE }), { n: 5 }]);
    expect(wordsOf(lists)).not.toContain('BQ-2026-000123');
    const named = Object.values(lists.summary).flatMap((rows) => rows.map(({ name }) => name));
    expect(named).not.toContain('营商作风');
    expect(
      Object.values(lists.summary).map((rows) => rows.slice(-2).map((row) => [row.name, row.counts.fresh])),
    ).toEqual(
      Array.from({ length: 4 }, () => [
        ['不公开件（只计数）', 1],
        ['合计', 2],
      ]),
    );
  });

  it('does not even count in a part of the city’s lists', () => {
    const filter = { ...WHOLE_CITY, county: '涿州市' };
    const lists = listsOf([buildCase({ stop: 'handling', ...PRIVATE })], { filter });
    expect(lists.summary.unit).toMatchObject([{ name: '合计', counts: { fresh: 0 } }]);
  });
});

describe('a part of the lists', () => {
  const shenghong = buildCase({ stop: 'handling' });
  const huaxin = { n: 9, subject: 's-huaxin', unit: '市人社局' };

  it.each([
    ['county', '涿州市', ['BQ-2026-000009', 'BQ-2026-000123']],
    ['county', '满城区', []],
    ['unit', 'u-gxj', ['BQ-2026-000123']],
    ['leader', 'CORP/zhangming', ['BQ-2026-000123']],
    ['list', '重点工业企业', ['BQ-2026-000009', 'BQ-2026-000123']],
  ])('by %s %s', (by, name, numbers) => {
    const { problems, summary } = listsOf([shenghong, huaxin], { filter: { ...WHOLE_CITY, [by]: name } });
    expect(problems.map(({ number }) => number)).toEqual(numbers);
    expect(summary.unit.at(-1)?.counts.fresh).toBe(numbers.length);
  });
});

describe('the tables', () => {
  it('name the busiest unit first, and whatever nobody is responsible for', () => {
    const { summary } = listsOf([{ n: 1, unit: null }, { n: 2, unit: '市人社局' }, { n: 3 }, { n: 4 }]);
    expect(summary.unit.map(({ name, counts }) => [name, counts.fresh])).toEqual([
      ['市工信局', 2],
      ['市人社局', 1],
      ['待明确责任部门', 1],
      ['合计', 4],
    ]);
  });

  it('have a row for each category that may be named, also without cases', () => {
    const { summary } = listsOf([{ category: '税费' }]);
    expect(summary.category).toHaveLength(19);
    expect(summary.category.filter(({ counts }) => counts.fresh > 0).map(({ name }) => name)).toEqual(['税费', '合计']);
  });
});
