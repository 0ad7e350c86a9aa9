import type { TimeRule } from './expression.ts';

/** Wishes without a day: they are shown as said, with no date. */
export const VAGUE_RULES: readonly TimeRule[] = [
  {
    pattern: /尽快|尽早|尽速|早日|及早|越快越好|这(?:两|几|一两)天|近几天|近期|近日内?/g,
    kind: 'vague',
    read: () => ({}),
  },
];
