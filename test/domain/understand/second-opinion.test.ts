import { describe, expect, it } from 'vitest';
import {
  isForSecondOpinion,
  type Opinion,
  seesReport,
  withOpinion,
} from '../../../src/domain/understand/second-opinion.ts';
import { statutoryWorkday } from '../../../src/domain/workday.ts';
import { readingOf, SAID } from '../../support/reading-of.ts';

const AT = { said: SAID, isWorkday: statutoryWorkday };

function opinion(changes: Partial<Opinion['problems'][number]> = {}, intent: Opinion['intent'] = 'report'): Opinion {
  const usual = { enterprise: null, summary: '一件事', category: '其他', deadline: null, contact: null } as const;
  return { intent, problems: [{ ...usual, urgency: 'normal', ...changes }] };
}

describe('what may be shown to a model', () => {
  it('is an enterprise’s report, question or unclear words', () => {
    for (const text of ['变压器容量不够', '请问技改补贴怎么申请', '上回跟您说过的那件事']) {
      expect(isForSecondOpinion(readingOf('subject', text), 'subject')).toBe(true);
    }
  });

  it.each(['窗口人员态度恶劣，吃拿卡要', '已解决，非常满意', '撤回', '进度', '补充 变压器 BQ-2026-000123', '谢谢大家'])(
    'is never %s',
    (text) => expect(isForSecondOpinion(readingOf('subject', text), 'subject')).toBe(false),
  );

  it('is nothing that an official says', () => {
    expect(isForSecondOpinion(readingOf('unit', '企业反映：变压器容量不够'), 'unit')).toBe(false);
  });
});

describe('a model’s view', () => {
  it('is checked against the words: what does not stand in the text is not taken', () => {
    const reading = readingOf('subject', '那个暂存间的事一直没人给个准话');
    const invented = opinion({
      enterprise: '不存在的公司',
      contact: '张三',
      deadline: { date: '2026-12-01', expr: '12月1日前' },
    });
    expect(withOpinion(reading, invented, AT).problems).toEqual(reading.problems);
  });

  it('gives a term only when its own day agrees with ours', () => {
    const reading = readingOf('subject', '暂存间一直没人给个准话，下周三是最后一回');
    const right = opinion({ deadline: { date: '2026-12-02', expr: '下周三' } });
    expect(withOpinion(reading, right, AT).problems[0]?.deadline).toMatchObject({ date: '2026-12-02', expr: '下周三' });
    const wrong = opinion({ deadline: { date: '2026-12-09', expr: '下周三' } });
    expect(withOpinion(reading, wrong, AT).problems[0]?.deadline).toBeNull();
  });

  it('never unmakes a report', () => {
    const reading = readingOf('subject', '变压器容量不够，请协调');
    expect(withOpinion(reading, { intent: 'chitchat', problems: [] }, AT)).toEqual(reading);
    expect(seesReport(reading, opinion())).toBe(false);
    expect(seesReport(readingOf('subject', '上回跟您说过的那件事'), opinion())).toBe(true);
  });
});
