import type { Enterprise } from './cast.ts';
import type { Message } from './message.ts';
import type { Shown } from './platform.ts';

/** A case as far as the chats have shown it. */
export interface KnownCase {
  number: string;
  enterprise: Enterprise;
  /** The group that it was handed to last; null before that. */
  unitKey: string | null;
  /** `asked`: the enterprise has been surveyed about it. */
  stage: 'draft' | 'assigned' | 'handling' | 'resolved' | 'asked' | 'over';
  extensionAsked: boolean;
}

/** What people know from reading their chats. */
export interface KnownCases {
  /** A report that has been acknowledged: its receipt will name a number. */
  expect(message: Message, enterprise: Enterprise): void;
  hear(shown: Shown): void;
  at(stage: KnownCase['stage']): KnownCase[];
  all(): KnownCase[];
}

const NUMBER = /BQ-\d{4}-\d{6}/;
const RECEIPT = /编号 (BQ-\d{4}-\d{6})/g;
const HANDED_OVER = /^【(?:交办|转办|需继续办理)】/;

/** Begins with nothing known. */
export function buildKnownCases(): KnownCases {
  const cases = new Map<string, KnownCase>();
  const reported = new Map<string, Enterprise>();

  const hearReceipt = (msgid: string, text: string) => {
    const enterprise = reported.get(msgid);
    if (!enterprise) return;
    for (const [, number = ''] of text.matchAll(RECEIPT)) {
      if (cases.has(number)) continue;
      cases.set(number, { number, enterprise, unitKey: null, stage: 'draft', extensionAsked: false });
    }
  };
  const hearGroup = (key: string, text: string) => {
    const known = cases.get(NUMBER.exec(text)?.[0] ?? '');
    if (!known) return;
    if (HANDED_OVER.test(text)) Object.assign(known, { stage: 'assigned', unitKey: key, extensionAsked: false });
    if (/回访/.test(text) && text.startsWith('回访')) known.stage = 'asked';
  };

  return {
    expect: (message, enterprise) => void reported.set(message.msgid, enterprise),
    hear: (shown) =>
      shown.via === 'response' ? hearReceipt(shown.msgid, shown.text) : hearGroup(shown.key, shown.text),
    at: (stage) => [...cases.values()].filter((known) => known.stage === stage),
    all: () => [...cases.values()],
  };
}
