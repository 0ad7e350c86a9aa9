import { atBot } from '../config/texts/format.ts';
import { unitLedger } from '../config/texts/unit-ledger.ts';
import type { World } from '../src/domain/decision.ts';
import { nearnessOn } from '../src/domain/describe.ts';
import type { Notice } from '../src/domain/notice.ts';
import type { LedgerFrame, UnitLedger } from '../src/domain/unit-ledger.ts';

/** What the ledgers of a week say; `id` is their document's. */
export interface LedgerMatter {
  id: string;
  ledgers: Iterable<UnitLedger>;
  frame: LedgerFrame;
  world: World;
}

/** The first ten open cases, as many as read well in one message and fit it with the longest names. */
const NAMED = 10;

/** One message to each unit that was handed something, solved something or owes something. */
export function decideLedgers({ id, ledgers, frame, world }: LedgerMatter): Notice[] {
  return [...ledgers].map((ledger) => {
    const lines = ledger.open.first
      .slice(0, NAMED)
      .map((listed) => ({ ...listed, near: nearnessOn(listed.due, frame.today, world.calendar) }));
    const text = unitLedger({
      ...ledger,
      day: frame.today,
      unit: ledger.unit.name,
      open: ledger.open.count,
      lines,
      at: atBot(world.botName, false),
    });
    return {
      key: `${id}/unit.${ledger.unit.id}`,
      to: { kind: 'unit', of: ledger.unit.id },
      class: 'workHours',
      number: null,
      about: { kind: 'text', text },
    };
  });
}
