import * as rules from '../../config/texts/rules.ts';
import { FIRST_RULES, rulesInWords } from '../../src/domain/rules.ts';
import { shanghai } from './world-factory.ts';

const second = { ...FIRST_RULES, version: 2, from: shanghai('2026-12-01 00:00') };
const days = (number: string, to: string) => ({ number, case: ['2026-12-01', to] as const });
const moved = [
  { ...days('BQ-2026-000123', '2026-12-03'), leg: ['2026-12-01', '2026-12-03'] as const, supports: 2 },
  { ...days('BQ-2026-000124', '2026-12-01'), leg: null, supports: 0 },
];

/** What the office and the operator read of the rules; about no one case. */
export const RULES: Record<keyof typeof rules, readonly string[]> = {
  termRule: [1, 2].map((version) => rules.termRule({ workdays: 5, version })),
  rulesText: [FIRST_RULES, second].map((version) => rules.rulesText(rulesInWords(version))),
  rulesToCome: [rules.rulesToCome(second)],
  rulesWritten: [rules.rulesWritten(second)],
  replayed: [true, false].map((isApplied) => rules.replayed({ version: 2, isApplied, open: 5, moved, same: 1 })),
};
