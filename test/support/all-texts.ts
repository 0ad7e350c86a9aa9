import {
  CASEWORK,
  CASEWORK_REFUSALS,
  CONFIDENTIAL,
  EVIDENCE,
  LEDGER,
  SUPERVISION,
  URGING,
} from './sample-casework-texts.ts';
import { LINK_REFUSALS, LINKS, PAUSE, PAUSE_REFUSALS, SUPPORT, SUPPORT_REFUSALS } from './sample-handling-texts.ts';
import { CALENDAR, CALENDAR_REFUSALS } from './sample-calendar-texts.ts';
import { CLOSING } from './sample-closing-texts.ts';
import { DEAD_NOTICES } from './sample-dead-notice-texts.ts';
import { FILES, FILES_AND_CARDS } from './sample-file-texts.ts';
import {
  CHANGE_REFUSALS,
  INSTRUCTION_CHANGES,
  INSTRUCTION_REFUSALS,
  INSTRUCTIONS,
  MEETING,
} from './sample-instruction-texts.ts';
import { RULES } from './sample-rules-texts.ts';
import { ANSWERS, DIGESTS, NOTICES, OFFICE, RECEIPTS, REFUSALS } from './sample-texts.ts';
import { VISITS } from './sample-visit-texts.ts';

const NUMBERED = [INSTRUCTIONS, INSTRUCTION_REFUSALS, INSTRUCTION_CHANGES, CHANGE_REFUSALS, MEETING, URGING];
const SOURCES = [
  ...NUMBERED,
  RECEIPTS,
  NOTICES,
  DIGESTS,
  OFFICE,
  CASEWORK,
  CASEWORK_REFUSALS,
  CONFIDENTIAL,
  CLOSING,
  SUPERVISION,
  LEDGER,
  EVIDENCE,
  ANSWERS,
  DEAD_NOTICES,
  REFUSALS,
  PAUSE,
  PAUSE_REFUSALS,
  SUPPORT,
  SUPPORT_REFUSALS,
  VISITS,
  FILES,
  FILES_AND_CARDS,
  CALENDAR,
  CALENDAR_REFUSALS,
  RULES,
  CHANGE_REFUSALS,
  LINKS,
  LINK_REFUSALS,
];
/** Every text that a person reads, as a real case would give it. */
export const TEXTS = SOURCES.flatMap((source) =>
  Object.entries(source).flatMap(([name, texts]) => texts.map((text) => ({ name, text }))),
);

/** About no case, or about one that could not be found. */
export const WITHOUT_NUMBER = [
  'nearness',
  ...Object.keys(OFFICE),
  'noOrders',
  ...Object.keys(VISITS),
  ...Object.keys(FILES_AND_CARDS),
  'notAmongOutsiders',
  'heldGroupLine',
  'deadNoticesMore',
  'unknownYear',
  'help',
  'bound',
  'askBinding',
  'unavailable',
  'stranger',
  'noSubject',
  ...[EVIDENCE, CALENDAR, CALENDAR_REFUSALS, RULES].flatMap(Object.keys),
  'pausedLine',
  'supportsEnded',
  'supportLine',
  ...NUMBERED.flatMap((source) => Object.keys(source)),
  'receiptNotes',
  'whichSubject',
  'nothingToFile',
  'policyQuestion',
  'unknownCode',
  'unknownOwner',
  'notInThisVersion',
  'failed',
  'fallback',
];
