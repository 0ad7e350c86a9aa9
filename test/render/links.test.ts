import { describe, expect, it } from 'vitest';
import { outdated } from '../../src/render/outdated.ts';
import { aSnapshot } from '../support/case-factory.ts';

describe('what waits to be told of a case that has been merged', () => {
  const merged = aSnapshot({ stop: 'assigned', changes: { status: 'merged' } });

  it('is told no more, save that it is merged', () => {
    expect(outdated({ kind: 'assigned', leg: 1 }, merged)).toBe('the case is merged');
    expect(outdated({ kind: 'leaderInformed' }, merged)).toBe('the case is merged');
    expect(outdated({ kind: 'merged', into: 'BQ-2026-000045' }, merged)).toBeNull();
  });
});
