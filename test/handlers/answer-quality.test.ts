import { describe, expect, it } from 'vitest';
import { aCommand, after, buildCase, NUMBER } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import { aPerson, aRoster } from '../support/world-factory.ts';

const handling = buildCase({ stop: 'handling' });
const EMPTY = { text: '已处理' };

describe('an answer at 办结 that says too little', () => {
  it('is asked back once, with what is missing, an example, and how to insist', () => {
    const told = tell(handling, aCommand('resolve', { text: '正在协调银行，将尽快答复' }));
    expect(told).toMatchObject({ events: ['answerQuestioned'], notices: [] });
    expect(told.reply).toContain('请补写办理结果');
    expect(told.reply).toMatch(new RegExp(`仍按此办结 ${NUMBER}$`));
    expect(told.snapshot).toMatchObject({ status: 'handling', closures: [] });
  });

  it('is taken when it is completed, with nothing to be looked at', () => {
    const asked = after(handling, aCommand('resolve', { ...EMPTY, at: '2026-11-26 09:00' }));
    const text = '50万元技改资金11月25日到账';
    const told = tell(asked, aCommand('resolve', { text, at: '2026-11-26 10:00' }));
    expect(told).toMatchObject({ events: ['resolved'], snapshot: { questioned: null } });
    expect(told.snapshot?.closures).toMatchObject([{ text, doubtful: false }]);
  });

  it('is looked at by the office while it wants the proof of its category, and no more once that has come', () => {
    const closed = after(handling, aCommand('resolve', { at: '2026-11-26 10:00' }));
    expect(closed.snapshot.closures).toMatchObject([{ text: '资金昨天到账', evidence: null, doubtful: true }]);
    const proved = after(
      closed,
      aCommand('supplement', { by: 'handler', text: '佐证：银行回单', at: '2026-11-26 11:00' }),
    );
    expect(proved.snapshot.closures).toMatchObject([{ evidence: '银行回单', doubtful: false }]);
  });

  it.each([
    ['仍按此办结', ''],
    ['the same words', '已处理'],
  ])('is taken the second time: %s', (_, text) => {
    const asked = after(handling, aCommand('resolve', { ...EMPTY, at: '2026-11-26 09:00' }));
    const told = tell(asked, aCommand('resolve', { text, at: '2026-11-26 10:00' }));
    expect(told.events).toEqual(['resolved']);
    expect(told.snapshot?.closures).toMatchObject([{ text: '已处理', outcome: 'solved', doubtful: true }]);
  });

  it('is asked back anew of the unit that has the case next', () => {
    const moved = after(after(handling, aCommand('resolve', EMPTY)), aCommand('transfer', { at: '2026-11-24 10:00' }));
    const told = tell(moved, aCommand('resolve', { ...EMPTY, by: 'otherHandler', at: '2026-11-24 11:00' }));
    expect(told.events).toEqual(['answerQuestioned']);
  });

  it.each([
    ['2026-12-02 17:30', true],
    ['2026-12-02 17:31', false],
  ])('asked back at the end of the term and completed at %s is in term: %s', (at, inTerm) => {
    const asked = after(handling, aCommand('resolve', { ...EMPTY, at: '2026-12-01 17:29' }));
    expect(tell(asked, aCommand('resolve', { at })).snapshot?.closures[0]?.inTerm).toBe(inTerm);
  });

  it('passes over no point of the problem in silence', () => {
    const text = '两件事：1、技改贷款批不下来；2、厂区北侧围墙倒塌';
    const numbered = buildCase({ stop: 'handling', problem: { text } });
    const told = tell(numbered, aCommand('resolve', { text: '贷款昨天到账' }));
    expect(told.events).toEqual(['answerQuestioned']);
    expect(told.reply).toContain('“厂区北侧围墙倒塌”怎么办的');
  });
});

describe('the day and whoever to call', () => {
  it('are asked for after a plain answer has been taken', () => {
    const told = tell(handling, aCommand('resolve', { text: '贷款已到账' }));
    expect(told.events).toEqual(['resolved']);
    expect(told.reply).toMatch(/方便时请再补一句办理日期、联系人和电话/);
  });

  it('are asked for no more when they are given', () => {
    const text = '贷款500万元11月23日到账，联系人李华13800003331';
    expect(tell(handling, aCommand('resolve', { text })).reply).not.toContain('方便时');
  });

  it('need no telephone that the register has', () => {
    const persons = [
      aPerson({ id: 'CORP/wuwei', name: '吴伟', roles: ['unit'], units: ['u-gxj'], phone: '13800003339' }),
    ];
    const view = { roster: aRoster({ persons }) };
    const { reply } = tell(handling, aCommand('resolve', { text: '贷款已到账' }), view);
    expect(reply).toMatch(/方便时请再补一句办理日期、佐证/);
  });

  it('are not asked of a simple case', () => {
    const simple = { ...handling, snapshot: { ...handling.snapshot, grade: 'simple' as const } };
    expect(tell(simple, aCommand('resolve', { text: '贷款已到账，银行回单已发企业' })).reply).not.toContain('方便时');
  });

  it('are required of a case that was brought before leader and office', () => {
    const escalated = { ...handling, snapshot: { ...handling.snapshot, escalated: true } };
    const told = tell(escalated, aCommand('resolve', { text: '贷款已到账' }));
    expect(told.events).toEqual(['answerQuestioned']);
    expect(told.reply).toContain('请补写办理日期、联系人和电话');
  });

  it('reach the enterprise when the unit adds them', () => {
    const resolved = buildCase({ stop: 'resolved' });
    const by = 'handler';
    const told = tell(resolved, aCommand('supplement', { by, text: '11月25日放款，联系人李华13800003331' }));
    expect(told.notices).toEqual(['answerAdded > subject.s-shenghong']);
  });
});

describe('佐证', () => {
  it('is kept from the answer itself', () => {
    const text = '贴息资金20万元11月23日拨付到账，联系人李华13800003331';
    const told = tell(handling, aCommand('resolve', { text }));
    expect(told.snapshot?.closures[0]?.evidence).toBe(text);
    expect(told.reply).not.toContain('佐证');
  });

  it('is asked for where the category calls for it, and kept when it comes', () => {
    const told = tell(handling, aCommand('resolve'));
    expect(told.reply).toMatch(new RegExp(`佐证（文号.*佐证：银行回单 ${NUMBER}$`, 's'));
    const resolved = buildCase({ stop: 'resolved' });
    const added = tell(resolved, aCommand('supplement', { by: 'handler', text: '佐证：银行回单和放款通知书' }));
    expect(added.events).toEqual(['supplemented', 'evidenceAdded']);
    expect(added.snapshot?.closures[0]?.evidence).toBe('银行回单和放款通知书');
  });

  it('is no demand on other categories, nor where nothing was settled', () => {
    const other = buildCase({ stop: 'handling', problem: { category: '行政审批' } });
    expect(tell(other, aCommand('resolve', { text: '许可昨天通过' })).reply).not.toContain('佐证');
    const unable = aCommand('resolve', { outcome: 'unable', text: '省里指标还没有下达' });
    expect(tell(handling, unable).reply).not.toContain('佐证');
  });

  it('is the unit’s to give: what the enterprise adds proves nothing', () => {
    const told = tell(buildCase({ stop: 'resolved' }), aCommand('supplement', { text: '佐证：银行回单' }));
    expect(told.events).toEqual(['supplemented']);
  });
});
