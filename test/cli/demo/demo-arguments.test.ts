import { describe, expect, it } from 'vitest';
import { readDemoArguments } from '../../../src/cli/demo/demo-arguments.ts';

describe('readDemoArguments', () => {
  it('reads --once and --transcript, both of which may be missing', () => {
    expect(readDemoArguments([])).toEqual({ once: false, transcript: null });
    expect(readDemoArguments(['--once', '--transcript', 'x.md'])).toEqual({ once: true, transcript: 'x.md' });
  });

  it.each([[['--twice']], [['once']], [['--transcript']]])('answers %j with the usage', (words) => {
    expect(readDemoArguments(words)).toMatchObject({ refusal: expect.stringContaining('用法') });
  });
});
