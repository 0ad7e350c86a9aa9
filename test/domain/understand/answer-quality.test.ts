import { describe, expect, it } from 'vitest';
import { lacksOf } from '../../../src/domain/understand/answer-quality.ts';

const solved = (text: string, problem = '') => lacksOf({ text, outcome: 'solved' }, problem);

describe('lacksOf', () => {
  it.each([
    '贷款已到账',
    '资金昨天到账',
    '审批手续已全部办理完毕',
    '现场整修完成，车辆已可正常通行',
    '已解释政策并协助申报',
    '已为企业对接到位，企业表示认可',
    '增容昨天完成',
    '补缴手续已经办好',
    '担保函已出具，银行今天放款',
    '其余300万元今天上午到账',
    '路灯已修复，下一步将加强巡查',
    '首批款已付清，其余拟于12月拨付',
    '此事已协调解决，8月12日会有方案出台',
    '经核实，企业不在目录内，已当面说明',
    '已换领新证',
    '不用办了',
    '变压器增容了',
  ])('finds a result in a concrete answer: %s', (text) => {
    expect(solved(text).result).toBe(false);
  });

  it.each([
    '正在协调银行',
    '我局正在研究，将尽快答复企业',
    '高度重视，已安排专人跟进，下一步积极推进',
    '已联系银行，将尽快放款',
    '拟列入下月计划',
    '已安排人员，将于近日完成整改',
  ])('finds none in a promise: %s', (text) => {
    expect(solved(text).result).toBe(true);
  });

  it.each(['已处理', '已解决', '问题已经妥善解决', '已按要求处理完毕，请知悉', '。'])(
    'finds none where nothing is said: %s',
    (text) => {
      expect(solved(text).result).toBe(true);
    },
  );

  it('lets a plan promise, and asks of it that it says something', () => {
    expect(lacksOf({ text: '明年3月将随道路改造实施', outcome: 'planned' }, '').result).toBe(false);
    expect(lacksOf({ text: '已处理', outcome: 'planned' }, '').result).toBe(true);
  });

  const problem = '园区有两个情况：1、路灯不亮，职工夜班不安全；2、排水管网堵塞，雨天倒灌；3、公交站点太远。';

  it('names the points that are passed over while another is spoken to', () => {
    expect(solved('路灯昨天已修好，排水管网已疏通', problem).points).toEqual(['公交站点太远']);
  });

  it.each([
    '路灯已修好，管网已疏通，公交增设一站',
    '三个问题均已解决：今天现场验收',
    '1、路灯已修好；2、已疏通；3、已增设一站',
    '昨天已现场办结，企业签字认可',
  ])('passes nothing over where it may speak to all: %s', (text) => {
    expect(solved(text, problem).points).toEqual([]);
  });

  it('knows a day and a telephone when it sees them', () => {
    expect(solved('11月26日已拨付20万元，联系人李华13800003331')).toMatchObject({ date: false, contact: false });
    expect(solved('贷款已到账3000000元')).toMatchObject({ date: true, contact: true });
  });
});
