import { describe, expect, it } from 'vitest';
import { decide } from '../../handlers/index.ts';
import type { Command } from '../../src/domain/command.ts';
import { isRefusal } from '../../src/domain/decision.ts';
import { aCommand, aView } from '../support/case-factory.ts';
import { anInstruction } from '../support/instruction-factory.ts';
import { noticeLine, tell } from '../support/tell.ts';
import { shanghai } from '../support/world-factory.ts';

const stamp = { at: shanghai('2026-11-24 10:00'), by: 'CORP/lihua', name: '李华' };
const withdrawn = { ...stamp, reason: '发错单位' };

function change(command: Command, instruction = anInstruction()) {
  const outcome = decide(null, command, aView({ now: command.at, instructions: [instruction] }));
  if (isRefusal(outcome) || !outcome.instruct) throw new Error(`nothing was changed: ${JSON.stringify(outcome)}`);
  const { what, instruction: changed, effects } = outcome.instruct;
  return {
    what,
    changed,
    notices: effects.map(noticeLine),
    classes: effects.map((e) => e.class),
    reply: outcome.reply,
  };
}

describe('撤销 TX-…', () => {
  it('ends it, and tells the unit and the leader why', () => {
    const { what, changed, notices, reply } = change(
      aCommand('withdrawInstruction'),
      anInstruction({ leader: 'CORP/zhangming' }),
    );
    expect(what).toBe('withdrawn');
    expect(changed.withdrawn).toMatchObject({ by: 'CORP/zhaomin', reason: '发错单位' });
    expect(notices).toEqual(['instruction > unit.u-gxj', 'instruction > leader.CORP/zhangming']);
    expect(reply).toBe('TX-2026-000001 提醒函已撤销，并告知市工信局。');
  });

  it('asks for the reason, with an example', () => {
    const instructions = [anInstruction()];
    expect(tell(null, aCommand('withdrawInstruction', { reason: null }), { instructions })).toMatchObject({
      refusal: 'missing',
      reply: expect.stringContaining('回复：@帮企通 撤销 TX-2026-000001，因为发错单位'),
    });
  });

  it('leaves nothing to receive, to answer, to move or to withdraw', () => {
    const instructions = [anInstruction({ withdrawn })];
    for (const type of ['receive', 'fulfil', 'withdrawInstruction', 'redateInstruction'] as const) {
      expect(tell(null, aCommand(type), { instructions }).reply).toBe(
        'TX-2026-000001 已由办公室撤销，不用再回复。原因：发错单位。',
      );
    }
  });

  it('comes too late for what has been done', () => {
    const instructions = [anInstruction({ answer: { ...stamp, text: '已逐件约谈' } })];
    for (const type of ['withdrawInstruction', 'redateInstruction'] as const) {
      expect(tell(null, aCommand(type), { instructions }).reply).toContain('已经回复过');
    }
  });

  it.each(['handler', 'leader'] as const)('is not for the %s', (by) => {
    const instructions = [anInstruction({ leader: 'CORP/zhangming' })];
    for (const type of ['withdrawInstruction', 'redateInstruction'] as const) {
      expect(tell(null, aCommand(type, { by }), { instructions })).toMatchObject({
        refusal: 'notYours',
        reply: expect.stringContaining('双创双服办公室'),
      });
    }
  });
});

describe('改期限 TX-…', () => {
  it('gives it another working day, which no calendar moves, and tells the unit', () => {
    const counted = anInstruction({ dueDay: '2026-11-27', termWorkdays: 3 });
    const { what, changed, notices, classes, reply } = change(aCommand('redateInstruction'), counted);
    expect(what).toBe('redated');
    expect(changed).toMatchObject({ dueDay: '2026-12-04', termWorkdays: null });
    expect([notices, classes]).toEqual([['instruction > unit.u-gxj'], ['workHours']]);
    expect(reply).toBe('TX-2026-000001 期限由11月27日（周五）改为12月4日（周五），并告知市工信局。');
  });

  it('may be an earlier day, and tells of each change anew', () => {
    const keys = (day: string, source: string) => {
      const command = aCommand('redateInstruction', { day, source });
      const outcome = decide(null, command, aView({ now: command.at, instructions: [anInstruction()] }));
      return isRefusal(outcome) ? [] : outcome.instruct?.effects.map(({ key }) => key);
    };
    expect(keys('2026-11-26', 'a/0')).not.toEqual(keys('2026-12-02', 'b/0'));
  });

  it.each([null, '2026-11-23', '2026-11-28', '2026-12-01'])('to %s is asked back, with an example', (day) => {
    const instructions = [anInstruction()];
    expect(tell(null, aCommand('redateInstruction', { day }), { instructions })).toMatchObject({
      refusal: 'badDate',
      reply: expect.stringMatching(/期限是12月1日（周二）[\s\S]*回复：@帮企通 改期限 12月5日 TX-2026-000001/u),
    });
  });

  it('does not exist where no such document does', () => {
    expect(tell(null, aCommand('redateInstruction'), { instructions: [] }).refusal).toBe('notFound');
  });
});
