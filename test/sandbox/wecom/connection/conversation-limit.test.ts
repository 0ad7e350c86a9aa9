import { describe, expect, it } from 'vitest';
import { buildConversationLimit } from '../../../../src/sandbox/wecom/connection/conversation-limit.ts';

const START = Date.parse('2026-11-27T09:00:00+08:00');
const at = (seconds: number) => new Date(START + seconds * 1_000);

describe('the limit of a conversation', () => {
  it('is 30 in any minute', () => {
    const limit = buildConversationLimit();
    const taken = Array.from({ length: 31 }, () => limit.take('group/a', at(0)));
    expect(taken.filter(Boolean)).toHaveLength(30);
    expect(limit.take('group/b', at(0))).toBe(true);
    expect(limit.take('group/a', at(59))).toBe(false);
    expect(limit.take('group/a', at(60))).toBe(true);
  });

  it('is 1000 in any hour', () => {
    const limit = buildConversationLimit();
    const taken = Array.from({ length: 1_001 }, (_, count) => limit.take('group/a', at(count * 2.1)));
    expect(taken.filter(Boolean)).toHaveLength(1_000);
    expect(taken.at(-1)).toBe(false);
    expect(limit.take('group/a', at(3_601))).toBe(true);
  });
});
