import { describe, expect, it } from 'vitest';
import { readingOf } from '../../support/reading-of.ts';

describe('撤回走访', () => {
  it.each([
    ['撤回走访', null],
    ['撤回刚才的走访记录', null],
    ['撤回走访 盛弘机械', '盛弘机械'],
    ['撤回走访：盛弘机械。', '盛弘机械'],
    ['撤回走访盛弘机械', '盛弘机械'],
    ['撤回对盛弘机械的走访', '盛弘机械'],
    ['请撤回盛弘机械走访记录', '盛弘机械'],
    ['删除盛弘机械的走访记录', '盛弘机械'],
  ])('%s means the visit to %s', (text, name) => {
    expect(readingOf('unit', text).word).toEqual({ type: 'withdrawVisit', name });
  });

  it.each([
    ['unit', '撤回 BQ-2026-000123'],
    ['unit', '撤回'],
    ['unit', '走访记录 盛弘机械'],
    ['unit', '走访 盛弘机械，一切正常'],
    ['subject', '撤回走访'],
    ['unit', '取消走访盛弘机械'],
    ['office', '撤回走访时反映的问题 BQ-2026-000123'],
  ] as const)('%s: “%s” is something else', (speaker, text) => {
    expect(readingOf(speaker, text).word?.type).not.toBe('withdrawVisit');
  });
});
