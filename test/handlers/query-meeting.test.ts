import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/domain/case.ts';
import { meetingReasons } from '../../src/domain/meeting.ts';
import { aCommand, aSnapshot, buildCase } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import { aWorld, shanghai } from '../support/world-factory.ts';

const { calendar } = aWorld();
const handling = aSnapshot({ stop: 'handling' });
const reasonsOn = (day: string, snapshot: Snapshot) => meetingReasons(snapshot, calendar, day);

function ask(cases: readonly Snapshot[], by: 'office' | 'handler' = 'office') {
  const command = aCommand('query', { what: 'meeting', caseId: null, by, chat: 'c-office', at: '2026-12-04 09:00' });
  return tell(null, command, { found: { meeting: { cases, more: 0 } } });
}

const withLeg = (change: object): Snapshot => ({
  ...handling,
  legs: handling.legs.map((leg) => ({ ...leg, ...change })),
});

describe('the agenda of the 调度会', () => {
  it('has what is past its due day, and nothing that is in order', () => {
    expect(reasonsOn('2026-12-01', handling)).toEqual([]);
    expect(reasonsOn('2026-12-02', handling)).toEqual(['red']);
  });

  it('has what is 提级, extended twice, or returned since an earlier working day', () => {
    expect(reasonsOn('2026-11-25', { ...handling, escalated: true })).toEqual(['escalated']);
    expect(reasonsOn('2026-11-25', withLeg({ extensions: 1 }))).toEqual([]);
    expect(reasonsOn('2026-11-25', withLeg({ extensions: 2 }))).toEqual(['extended']);
    const { snapshot } = buildCase({ stop: 'assigned', further: [aCommand('giveBack', { at: '2026-11-24 15:00' })] });
    expect(reasonsOn('2026-11-24', snapshot)).toEqual([]);
    expect(reasonsOn('2026-11-25', snapshot)).toEqual(['returned']);
  });

  it('has nothing that is confidential, or over', () => {
    expect(reasonsOn('2026-12-10', { ...handling, confidential: true })).toEqual([]);
    expect(reasonsOn('2026-12-10', aSnapshot({ stop: 'resolved' }))).toEqual([]);
  });

  it('names each case under its unit with how late it is and what was last said', () => {
    const said = withLeg({ lastProgress: { at: shanghai('2026-11-30 10:00'), by: 'x', text: '银行正在审批' } });
    const other = { ...withLeg({ unit: { id: 'u-rsj', name: '市人社局' } }), number: 'BQ-2026-000124' };
    const { reply } = ask([other, said, { ...said, number: 'BQ-2026-000125' }]);
    expect(reply).toMatch(
      /共3件，涉及2个单位\n市工信局（2件）\n1\. BQ-2026-000123.*红牌，已超期3个工作日；11月30日周一：银行正在审批/,
    );
    expect(reply).toMatch(/市人社局（1件）\n1\. BQ-2026-000124.*尚无进展/);
  });

  it('fits one message however many cases there are, and counts the rest', () => {
    const many = Array.from({ length: 400 }, (_, i) => ({
      ...withLeg({ unit: { id: `u-${i % 40}`, name: `市第${i % 40}专项工作管理服务中心` } }),
      number: `BQ-2026-${String(i).padStart(6, '0')}`,
    }));
    const { reply } = ask(many);
    expect(Buffer.byteLength(reply)).toBeLessThanOrEqual(4096);
    expect(reply).toMatch(/共400件，涉及40个单位[\s\S]*另有\d+个单位\d+件未列出/);
  });

  it('says so when there is nothing, and is the office’s alone', () => {
    expect(ask([]).reply).toContain('目前没有需要调度的问题');
    expect(ask([handling], 'handler').refusal).toBe('notYours');
  });
});
