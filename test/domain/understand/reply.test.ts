import { describe, expect, it } from 'vitest';
import { readingOf } from '../../support/reading-of.ts';

describe('replies of units and leaders', () => {
  it.each([
    ['收到', 'accept'],
    ['收到，马上办', 'accept'],
    ['知道了，我们来办', 'accept'],
    ['👌', 'accept'],
    ['5个工作日内办结', 'commit'],
    ['预计下周三前完成供电', 'commit'],
    ['转给市人社局', 'transfer'],
    ['请市人社局办理', 'transfer'],
    ['这个归市人社局管', 'transfer'],
    ['已办结，资金昨天到账', 'resolve'],
    ['已于11月20日完成增容', 'resolve'],
    ['申请延期到12月20日，因为招标流程未走完', 'defer'],
    ['退回，因为不属于我局职责', 'reject'],
    ['经核实不符合申报条件', 'reject'],
    ['请企业补充财务报表', 'need_info'],
    ['进展 已联系银行', 'progress'],
    ['还没办结，差一道验收', 'progress'],
  ])('reads %s as %s', (text, action) => {
    expect(readingOf('unit', text)).toMatchObject({ intent: 'reply', reply: { action } });
  });

  it('names the unit to which a case goes, several joined as written', () => {
    expect(readingOf('leader', '转给市住建局、市自然资源局').reply?.transferTo).toBe('市住建局、市自然资源局');
    expect(readingOf('leader', '建议由人力资源和社会保障局牵头办理').reply?.transferTo).toBe('人力资源和社会保障局');
    expect(readingOf('leader', '已转交相关部门').reply).toMatchObject({ action: 'transfer', transferTo: null });
  });

  it('gives the words after 因为 as the reason and the content of a closure', () => {
    expect(readingOf('unit', '申请延期到12月20日，因为招标流程未走完').reply).toMatchObject({
      reason: '招标流程未走完',
      deadline: { date: '2026-12-20' },
    });
    expect(readingOf('unit', '已办结，资金昨天到账').reply?.reason).toBe('资金昨天到账');
    expect(readingOf('unit', '因资金未到位，申请延期10个工作日').reply?.reason).toBe('资金未到位');
  });

  it('hears the same words differently from an enterprise', () => {
    expect(readingOf('subject', '已解决 满意')).toMatchObject({ intent: 'survey', reply: null });
    expect(readingOf('unit', '已解决，企业满意')).toMatchObject({ intent: 'reply', rating: null });
  });

  it.each(['大家早上好', '谢谢大家', '恭喜投产！'])('leaves %s as small talk', (text) => {
    expect(readingOf('leader', text)).toMatchObject({ intent: 'chitchat', reply: null });
  });
});
