import { describe, expect, it } from 'vitest';
import { decide } from '../../handlers/index.ts';
import type { Case } from '../../src/domain/case.ts';
import type { Command } from '../../src/domain/command.ts';
import { isRefusal } from '../../src/domain/decision.ts';
import { aCommand, aView, buildCase } from '../support/case-factory.ts';
import { noticeLine, tell } from '../support/tell.ts';
import { anInstruction } from '../support/instruction-factory.ts';

function change(subject: Case | null, command: Command, instructions = [anInstruction()]) {
  const outcome = decide(subject, command, aView({ now: command.at, instructions }));
  if (isRefusal(outcome) || !outcome.instruct) throw new Error(`nothing was changed: ${JSON.stringify(outcome)}`);
  const { what, instruction, effects } = outcome.instruct;
  return { what, instruction, notices: effects.map(noticeLine), reply: outcome.reply };
}

const onCase = { kind: 'meeting', number: 'ZS-2026-000001', caseId: 'inbox-1#0', unitName: null } as const;
const decision = { ...onCase, text: '市人社局12月4日前完成核对', day: '2026-12-04', saidDay: true };

describe('提醒函', () => {
  it('goes to the unit with three working days to answer', () => {
    const { what, instruction, notices, reply } = change(null, aCommand('instruct'));
    expect(what).toBe('issued');
    expect(instruction).toMatchObject({ unit: { id: 'u-gxj' }, dueDay: '2026-11-27', caseNumber: null, leader: null });
    expect(notices).toEqual(['instruction > unit.u-gxj']);
    expect(reply).toContain('TX-2026-000001 提醒函已发市工信局');
  });

  it('may name another working day, and asks about any other', () => {
    const named = (day: string | null) => aCommand('instruct', { day, saidDay: true });
    expect(change(null, named('2026-12-01')).instruction.dueDay).toBe('2026-12-01');
    for (const day of ['2026-11-23', '2026-11-28', null]) {
      expect(tell(null, named(day))).toMatchObject({ refusal: 'badDate', reply: expect.stringContaining('工作日') });
    }
  });

  it('asks for the unit and for the reason, with an example', () => {
    for (const [said, refusal] of [
      [{ unitName: null }, 'missing'],
      [{ text: null }, 'missing'],
      [{ unitName: '市水利局' }, 'unknownUnit'],
    ] as const) {
      const told = tell(null, aCommand('instruct', said));
      expect(told).toMatchObject({ refusal, reply: expect.stringContaining('回复：@帮企通 提醒函') });
    }
  });

  it('is the office’s alone', () => {
    expect(tell(null, aCommand('instruct', { by: 'handler' })).reply).toContain('双创双服办公室');
  });
});

describe('调度会决定', () => {
  it('goes to the unit that it names and to the leader', () => {
    const { instruction, notices } = change(buildCase({ stop: 'handling' }), aCommand('instruct', decision));
    expect(instruction).toMatchObject({
      unit: { name: '市人社局' },
      caseNumber: 'BQ-2026-000123',
      dueDay: '2026-12-04',
    });
    expect(notices).toEqual(['instruction > unit.u-rsj', 'instruction > leader.CORP/zhangming']);
  });

  it('goes to the unit that has the case when it names none', () => {
    const said = { ...decision, text: '12月4日前协调银行放款' };
    const { instruction } = change(buildCase({ stop: 'handling' }), aCommand('instruct', said));
    expect(instruction.unit.name).toBe('市工信局');
  });

  it('asks for what is to be done by which day', () => {
    const handling = buildCase({ stop: 'handling' });
    const without = (said: object) => tell(handling, aCommand('instruct', { ...decision, ...said })).refusal;
    expect(without({ text: '' })).toBe('missing');
    expect(without({ day: null, saidDay: false })).toBe('missing');
    expect(without({ day: '2026-11-20' })).toBe('badDate');
  });

  it('is not made on a confidential case, nor on one that nobody works on', () => {
    const secret = buildCase({ stop: 'assigned', problem: { category: '营商作风' } });
    expect(tell(secret, aCommand('instruct', decision)).reply).toContain('不下发');
    expect(tell(buildCase({ stop: 'closed' }), aCommand('instruct', decision)).refusal).toBe('wrongStatus');
  });
});

describe('收到 TX-…', () => {
  it('records who received it', () => {
    const { what, instruction, notices } = change(null, aCommand('receive'));
    expect(what).toBe('received');
    expect(instruction.receipt).toMatchObject({ by: 'CORP/lihua' });
    expect(notices).toEqual([]);
  });

  it('is answered with who did when somebody has', () => {
    const received = change(null, aCommand('receive')).instruction;
    expect(tell(null, aCommand('receive'), { instructions: [received] }).reply).toContain('已由');
  });

  it('does not exist for those whom it was not told to, and is the unit’s to receive', () => {
    const instructions = [anInstruction({ leader: 'CORP/zhangming' })];
    for (const by of ['otherHandler', 'reporter', 'otherLeader'] as const) {
      expect(tell(null, aCommand('receive', { by }), { instructions }).refusal).toBe('notFound');
    }
    for (const by of ['leader', 'office'] as const) {
      expect(tell(null, aCommand('receive', { by }), { instructions }).reply).toContain('市工信局');
    }
    expect(tell(null, aCommand('receive'), { instructions: [] }).refusal).toBe('notFound');
  });
});

describe('落实，X', () => {
  it('closes it, receives it too, and is told to the office', () => {
    const { what, instruction, notices } = change(null, aCommand('fulfil'));
    expect(what).toBe('answered');
    expect(instruction).toMatchObject({ answer: { text: '已逐件约谈科室' }, receipt: { by: 'CORP/lihua' } });
    expect(notices).toEqual(['instruction > office']);
  });

  it('may be entered by the office, and asks for a sentence', () => {
    expect(change(null, aCommand('fulfil', { by: 'office' })).instruction.answer?.by).toBe('CORP/zhaomin');
    const instructions = [anInstruction()];
    expect(tell(null, aCommand('fulfil', { text: '' }), { instructions }).refusal).toBe('missing');
  });

  it('is answered with what was done when it is closed', () => {
    const { instruction } = change(null, aCommand('fulfil'));
    expect(tell(null, aCommand('fulfil'), { instructions: [instruction] }).reply).toContain('已逐件约谈科室');
  });
});
