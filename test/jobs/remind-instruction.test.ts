import { describe, expect, it } from 'vitest';
import { remindInstruction } from '../../jobs/remind-instruction.ts';
import {
  type Instruction,
  instructionOutdated,
  nextInstructionReminder,
  recountInstruction,
} from '../../src/domain/instruction.ts';
import { isReminder } from '../../src/domain/reminding.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';
import { anInstruction } from '../support/instruction-factory.ts';
import { noticeLine } from '../support/tell.ts';
import { aWorld, shanghai } from '../support/world-factory.ts';

const world = aWorld();
const stamp = { at: shanghai('2026-11-24 10:00'), by: 'CORP/lihua', name: '李华' };

/** The mornings up to a day as `stage day`. */
function mornings(instruction: Instruction, until: string): string[] {
  const next = nextInstructionReminder(instruction, world.calendar);
  if (!next || next.day > until) return [];
  const change = remindInstruction(instruction, { ...world, now: next.at });
  return [`${next.stage} ${next.day}`, ...mornings(change?.instruction ?? instruction, until)];
}

describe('an instruction', () => {
  it('is reminded of on the eve, on the day and each working morning after', () => {
    expect(mornings(anInstruction({ receipt: stamp }), '2026-12-03')).toEqual([
      'eve 2026-11-30',
      'due 2026-12-01',
      'overdue 2026-12-02',
      'overdue 2026-12-03',
    ]);
  });

  it('is reminded of each working morning while nobody has received it', () => {
    expect(mornings(anInstruction(), '2026-11-30')).toEqual([
      'unreceived 2026-11-25',
      'unreceived 2026-11-26',
      'unreceived 2026-11-27',
      'eve 2026-11-30',
    ]);
  });

  it('is reminded of no more once it is answered or withdrawn', () => {
    expect(mornings(anInstruction({ answer: { ...stamp, text: '已约谈' } }), '2026-12-31')).toEqual([]);
    expect(mornings(anInstruction({ withdrawn: { ...stamp, reason: '发错单位' } }), '2026-12-31')).toEqual([]);
  });

  it('is reminded of once after an outage, by the latest stage', () => {
    const change = remindInstruction(anInstruction(), { ...world, now: shanghai('2026-12-05 10:00') });
    expect(change?.instruction.remindedDay).toBe('2026-12-04');
    expect(change?.effects.map(noticeLine)).toEqual(['instruction > unit.u-gxj', 'instruction > office']);
  });

  it('reaches the leader, and the office only when it has been late for two working days', () => {
    const told = (now: string) =>
      remindInstruction(anInstruction({ leader: 'CORP/zhangming' }), { ...world, now: shanghai(now) })?.effects.map(
        noticeLine,
      );
    expect(told('2026-12-02 08:00')).toEqual(['instruction > unit.u-gxj', 'instruction > leader.CORP/zhangming']);
    expect(told('2026-12-03 08:00')).toContain('instruction > office');
  });
});

describe('a reminder of an instruction', () => {
  const about = { stage: 'unreceived', day: '2026-11-25', due: '2026-12-01' } as const;
  const reminded = { remindedDay: '2026-11-25' };

  it('holds until it is received, answered or a later one has come', () => {
    expect(instructionOutdated(about, anInstruction(reminded))).toBeNull();
    expect(instructionOutdated(about, anInstruction({ ...reminded, receipt: stamp }))).toMatch(/received/);
    expect(instructionOutdated(about, anInstruction({ ...reminded, answer: { ...stamp, text: '好' } }))).toMatch(
      /answered/,
    );
    expect(instructionOutdated(about, anInstruction({ remindedDay: '2026-11-26' }))).toMatch(/later stage/);
  });

  it('holds no more once it is withdrawn or has another day', () => {
    const withdrawn = { ...stamp, reason: '发错单位' };
    expect(instructionOutdated(about, anInstruction({ ...reminded, withdrawn }))).toMatch(/withdrawn/);
    expect(instructionOutdated(about, anInstruction({ ...reminded, dueDay: '2026-12-04' }))).toMatch(/moved/);
  });

  it('joins the morning’s digest, and is left to the next one where it may have been sent', () => {
    const effects = remindInstruction(anInstruction(), { ...world, now: shanghai('2026-11-25 08:00') })?.effects ?? [];
    expect(effects.map((effect) => [effect.class, isReminder(effect.about)])).toEqual([['digest', true]]);
  });
});

describe('a changed calendar', () => {
  const closed = buildCalendar(new Map([['2026-11-26', false]]), 1);
  const letter = anInstruction({ dueDay: '2026-11-27', termWorkdays: 3 });
  const recounted = (changes: Partial<Instruction>, now = '2026-11-25 09:00') =>
    recountInstruction({ ...letter, ...changes }, closed, shanghai(now))?.instruction.dueDay ?? null;

  it('moves the day of a letter whose term was counted, and tells nobody', () => {
    expect(recounted({})).toBe('2026-11-30');
    expect(recountInstruction(letter, closed, shanghai('2026-11-25 09:00'))?.effects).toEqual([]);
  });

  it('leaves a day that was named, one that is over, and what is closed', () => {
    expect(recounted({ termWorkdays: null })).toBeNull();
    expect(recounted({}, '2026-11-27 17:30')).toBeNull();
    expect(recounted({ answer: { ...stamp, text: '已约谈' } })).toBeNull();
    expect(recounted({ withdrawn: { ...stamp, reason: '发错单位' } })).toBeNull();
  });
});
