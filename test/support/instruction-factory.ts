import type { Instruction } from '../../src/domain/instruction.ts';
import { shanghai } from './world-factory.ts';

/** A 提醒函 to 市工信局 of Tuesday, 24 November 2026, to be answered by the Tuesday after. */
export function anInstruction(changes: Partial<Instruction> = {}): Instruction {
  return {
    number: 'TX-2026-000001',
    kind: 'letter',
    unit: { id: 'u-gxj', name: '市工信局' },
    caseNumber: null,
    leader: null,
    text: '本月3件逾期',
    issuedAt: shanghai('2026-11-24 09:00'),
    dueDay: '2026-12-01',
    termWorkdays: null,
    receipt: null,
    answer: null,
    withdrawn: null,
    remindedDay: null,
    ...changes,
  };
}
